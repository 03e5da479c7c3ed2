// How recorded answers of LinkedIn are played again: as islands in the page, which is how LinkedIn itself embeds them.

/** @type {import("./network.mjs").Replay} */
export const linkedin = {
  hosts: ["www.linkedin.com", "linkedin.com"],
  isApi: (url) => url.pathname.startsWith("/voyager/api/"),
  emptyPage: () => '<!doctype html><html lang="en"><title>LinkedIn</title><body></body></html>',
  embedsAnswers: true,
  single: (documents) => ({ island: JSON.stringify(documents[0]) }),
};

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * `html` with the islands at the end of its body: each a JSON text and, where known, the path it was asked for by, which
 * LinkedIn keeps in a twin beside it.
 * @param {{json: string, request: string | null}[]} islands
 */
export function withIslands(html, islands) {
  // A saved page has islands of its own, which are numbered.
  const own = [...html.matchAll(/\bid="bpr-guid-(\d+)"/g)].map(([, number]) => Number(number));
  const first = Math.max(0, ...own) + 1;
  const block = (id, text) => `<code style="display: none" id="${id}">${escaped(text)}</code>`;
  const blocks = islands
    .map(({ json, request }, index) => {
      const id = `bpr-guid-${first + index}`;
      return block(id, json) + (request ? block(`datalet-${id}`, JSON.stringify({ request, body: id })) : "");
    })
    .join("\n");
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + blocks : html.slice(0, end) + blocks + html.slice(end);
}
