// The demo site on LinkedIn: answers at www.linkedin.com with company tabs, single posts and the signed-out views.
import { readFileSync } from "node:fs";
import path from "node:path";
import { card, thread } from "./ember.mjs";
import * as guest from "./guest.mjs";
import { page } from "./html.mjs";
import { LABELS } from "./labels.mjs";
import { permalink } from "./sdui.mjs";
import { COMPANY, countOf, tellStory } from "./story.mjs";
import { feedIsland } from "./voyager.mjs";

export const ADDRESS = `https://www.linkedin.com/company/${COMPANY.vanity}/posts/?feedView=all`;
export const postAddress = ({ id }) => `https://www.linkedin.com/feed/update/urn:li:activity:${id}/`;

const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
const FIRST = 3;
const PER_SCROLL = 10;
const POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'";
/** What an address of the demo may ask for by `?demo=`, over the settings. */
const VIEWS = { "signed-out": { signedIn: false }, react: { renderer: "sdui" }, ember: { renderer: "ember" } };
const VIEWER = "demo-reader";

/** The list in the site's own choice of order: what drew most, wherever it stands in time. */
const byFavour = (posts) => [...posts].sort((a, b) => b.reactions + 20 * countOf(b) - a.reactions - 20 * countOf(a));

/**
 * The site as it stands at `base` (ms). `settings` may be changed while it runs: `language` (en, de, ja), `signedIn`,
 * `renderer` of single posts ("sdui" or "ember"), `replies` ("nested" or "flat"), `order` in which the tab opens.
 */
export function linkedinDemo(base) {
  const world = tellStory(base);
  const settings = { language: "en", signedIn: true, renderer: "sdui", replies: "nested", order: "top" };
  const html = (title, body, head) => ({
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
    body: page({ language: settings.language, title, body, head }),
  });
  const labels = () => LABELS[settings.language];
  const listed = (order) => (order === "top" ? byFavour(world.posts) : world.posts);
  const cards = (order, start, count) =>
    listed(order)
      .slice(start, start + count)
      .map((post) => `<li>${card(post, base, labels())}</li>`)
      .join("\n");

  /** The demo's own way to each view that LinkedIn gives of the same material. */
  function ways() {
    const post = world.posts.find(
      ({ kind, comments }) => kind === "post" && comments.some(({ replies }) => replies.length > 0),
    );
    const single = new URL(postAddress(post)).pathname;
    const list = [
      [`${single}?demo=react`, "a post drawn by React"],
      [`${single}?demo=ember`, "a post drawn by Ember"],
      [`${single}?demo=signed-out`, "a post seen signed out"],
      [`/company/${COMPANY.vanity}/?demo=signed-out`, "the page seen signed out"],
    ];
    return list.map(([address, words]) => `<a href="${address}">${words}</a>`).join(" · ");
  }

  function companyTab() {
    const { order } = settings;
    const tab = (key) =>
      `<button data-order="${key}"${key === order ? " aria-pressed='true'" : ""}>${labels()[key]}</button>`;
    return html(
      COMPANY.name,
      `<main><h1>${COMPANY.name}</h1><nav>${tab("top")} ${tab("recent")} · ${ways()}</nav>
<div class="scaffold-finite-scroll"><div class="scaffold-finite-scroll__content"><ul id="list">${cards(order, 0, FIRST)}</ul></div></div>
<aside class="scaffold-layout__aside"><ul><li>${card(world.promoted, base, labels())}</li></ul></aside></main>
${feedIsland(listed(order).slice(0, FIRST), world.posts.length, order)}`,
    );
  }

  function singlePost(id, view) {
    const post = world.posts.find((one) => one.id === id);
    if (!post) return null;
    if (!view.signedIn) {
      const others = world.posts.filter((one) => one !== post && !one.original).slice(0, 3);
      return html(post.author.name, guest.postPage(post, others, base, labels()), guest.HEAD);
    }
    if (view.renderer === "ember") return html(post.author.name, `<main>${card(post, base, labels(), true)}</main>`);
    return html(post.author.name, permalink(post, labels(), settings.replies, VIEWER));
  }

  function company(rest, view) {
    if (view.signedIn)
      return rest === "about"
        ? html(COMPANY.name, `<main><h1>${COMPANY.name}</h1><p>Coffee, roasted in Leeds.</p></main>`)
        : companyTab();
    return rest === ""
      ? html(COMPANY.name, guest.companyPage(world.posts, base, labels()), guest.COMPANY_HEAD)
      : html("LinkedIn", guest.wall());
  }

  function handle({ url }) {
    if (url.host !== "www.linkedin.com")
      return { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Elsewhere</title>" };
    const file = /^\/static\/([a-z]+\.(?:js|css))$/.exec(url.pathname)?.[1];
    if (file) {
      const body = readFileSync(path.join(import.meta.dirname, "client", file), "utf8");
      return { headers: { "content-type": TYPES[path.extname(file)] }, body };
    }
    const part = (body) => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });
    if (url.pathname === "/voyager/api/demo/cards")
      return part(cards(url.searchParams.get("order"), Number(url.searchParams.get("start")), PER_SCROLL));
    if (url.pathname === "/voyager/api/demo/thread") {
      const post = world.posts.find(({ id }) => id === url.searchParams.get("id"));
      return post ? part(thread(post, base, labels())) : null;
    }
    const view = { ...settings, ...VIEWS[url.searchParams.get("demo")] };
    const single = /^\/(?:feed\/update\/urn:li:activity:|posts\/[^/]*-activity-)(\d+)/.exec(url.pathname)?.[1];
    if (single) return singlePost(single, view);
    const named = /^\/(?:company|showcase|school)\/([^/]+)\/?(.*?)\/?$/.exec(url.pathname);
    return named && [COMPANY.vanity, COMPANY.id].includes(named[1]) ? company(named[2], view) : null;
  }
  return { handle, settings, world };
}
