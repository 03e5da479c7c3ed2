// The demo site: answers at www.facebook.com with documents full of islands, streamed answers and route definitions.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { graphqlAnswer, islandsOf, routeAnswer } from "./answers.mjs";
import { locator } from "./ids.mjs";
import { tellStory, VIEWER } from "./story.mjs";

const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
const CLIENT_FILE = /^\/static\/facebook\/([a-z]+\.(?:js|css))$/;
const HOSTS = new Set(["www.facebook.com", "web.facebook.com"]);
const HTML = "text/html; charset=utf-8";

const policy = (nonce) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
  ].join("; ");

/** What builds elements is the same on every demo site. */
const clientFile = (file) => path.join(import.meta.dirname, file === "element.js" ? "../x/client" : "client", file);

const island = (value) => {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<script type="application/json" data-content-len="${json.length}" data-sjs>${json}</script>`;
};

function document(world, url, settings) {
  const nonce = randomBytes(16).toString("base64");
  const [first = "", section = "", third = ""] = url.pathname.split("/").filter(Boolean);
  const account = accountAt(world, url);
  const post = section === "posts" ? world.posts.find((one) => locator(one) === third || one.id === third) : null;
  const islands = islandsOf(world, { account: post ? null : account, post, signedIn: settings.signedIn });
  return {
    headers: { "content-type": HTML, "content-security-policy": policy(nonce) },
    body: `<!doctype html>
<html id="facebook" lang="${settings.language}" dir="${settings.language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${first && account ? account.name.replaceAll("<", "&lt;") : "Facebook"}</title>
<link rel="stylesheet" href="/static/facebook/style.css">
<script nonce="${nonce}" type="module" src="/static/facebook/app.js"></script>
</head>
<body><div id="mount"></div>
${islands.map(island).join("\n")}
</body>
</html>
`,
  };
}

function accountAt(world, url) {
  const [first = "", , third = ""] = url.pathname.split("/").filter(Boolean);
  const id = first === "profile.php" ? url.searchParams.get("id") : first === "people" ? third : null;
  return [...world.accounts.values()].find((one) => (id ? one.id === id : one.handle === first)) ?? null;
}

const text = (body, type = HTML) => ({ headers: { "content-type": type }, body });

/**
 * The site as it stands at `base` (ms). `settings` may be changed while it runs: `language` (en, ar, ja), `signedIn`,
 * and `drift`, a function over the text of every answer and document, for what a redesign would change.
 * `world` is the story behind it, for tests that compare.
 */
export function demoSite(base) {
  const world = tellStory(base);
  const settings = { language: "en", signedIn: true, drift: (answer) => answer };
  const handle = ({ url, body }) => {
    if (!HOSTS.has(url.host)) return text("<!doctype html><title>Elsewhere</title>");
    if (url.pathname === "/favicon.ico") return null;
    const file = CLIENT_FILE.exec(url.pathname)?.[1];
    if (file) return text(readFileSync(clientFile(file), "utf8"), TYPES[path.extname(file)]);
    if (url.pathname === "/api/graphql/") {
      const answer = graphqlAnswer(world, new URLSearchParams(body));
      return answer === null ? null : text(settings.drift(answer));
    }
    if (url.pathname === "/ajax/route-definition/") {
      const route = new URL(new URLSearchParams(body).get("route_urls[0]"), "https://www.facebook.com");
      const account = accountAt(world, route);
      return account ? text(settings.drift(routeAnswer(world, account))) : null;
    }
    const page = document(world, url, settings);
    return { ...page, body: settings.drift(page.body) };
  };
  return { handle, settings, world, viewer: VIEWER };
}
