// How recorded answers of LinkedIn are played again: as islands in the page, which is how LinkedIn itself embeds them.

/** @type {import("./network.mjs").Replay} */
export const linkedin = {
  hosts: ["www.linkedin.com", "linkedin.com"],
  isApi: (url) => url.pathname.startsWith("/voyager/api/"),
  emptyPage: () => '<!doctype html><html lang="en"><title>LinkedIn</title><body></body></html>',
  single: (documents) =>
    documents[0] !== null && typeof documents[0] === "object" ? { island: JSON.stringify(documents[0]) } : null,
};

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** `html` with the islands (JSON texts) at the end of its body. */
export function withIslands(html, islands) {
  const blocks = islands
    .map((json, index) => `<code style="display: none" id="bpr-guid-${index + 1}">${escaped(json)}</code>`)
    .join("\n");
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + blocks : html.slice(0, end) + blocks + html.slice(end);
}
