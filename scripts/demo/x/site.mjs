// The demo site: answers at x.com with the page, its scripts and its interface.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { answerTo } from "./graphql.mjs";
import { tellStory, VIEWER } from "./story.mjs";

const TYPES = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
const CLIENT_FILE = /^\/static\/([a-z]+\.(?:js|css))$/;
const API_CALL = /^\/i\/api\/graphql\/[^/]+\/([A-Za-z]+)$/;
const HOSTS = new Set(["x.com", "twitter.com"]);

const policy = (nonce) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'self'",
    "base-uri 'self'",
  ].join("; ");

function document(settings) {
  const nonce = randomBytes(16).toString("base64");
  const state = JSON.stringify({ viewer: settings.signedIn ? VIEWER : null });
  return {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy(nonce) },
    body: `<!doctype html>
<html lang="${settings.language}" dir="${settings.language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>X</title>
<link rel="stylesheet" href="/static/style.css">
<script nonce="${nonce}">window.__INITIAL_STATE__ = ${state};</script>
<script nonce="${nonce}" type="module" src="/static/app.js"></script>
</head>
<body><div id="react-root"></div><div id="layers"></div></body>
</html>
`,
  };
}

const json = (value) => ({
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

/**
 * The site as it stands at `base` (ms). `settings` may be changed while it runs: `language` (en, ar, ja), `signedIn`.
 * `world` is the story behind it, for tests that compare.
 */
export function demoSite(base) {
  const world = tellStory(base);
  const settings = { language: "en", signedIn: true };
  const handle = ({ url }) => {
    if (!HOSTS.has(url.host))
      return { headers: { "content-type": "text/html" }, body: "<!doctype html><title>Elsewhere</title>" };
    if (url.pathname === "/favicon.ico") return null;
    const file = CLIENT_FILE.exec(url.pathname)?.[1];
    if (file) {
      const body = readFileSync(path.join(import.meta.dirname, "client", file), "utf8");
      return { headers: { "content-type": TYPES[path.extname(file)] }, body };
    }
    const operation = API_CALL.exec(url.pathname)?.[1];
    if (!operation) return document(settings);
    const answer = answerTo(operation, JSON.parse(url.searchParams.get("variables")), world, settings.signedIn);
    return answer && json(answer);
  };
  return { handle, settings, world };
}
