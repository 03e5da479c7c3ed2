// The hand-over as one HTML file: no script, nothing loaded from outside, and a policy in it that says so.
import { renderToString } from "preact-render-to-string";
import type { HandoverContent } from "./content.ts";
import { Sheet } from "./Sheet.tsx";
import style from "./sheet.css?raw";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** SHA-256 in Base64, as a policy names the one style it lets in. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** The whole document. All text from outside is escaped by the renderer. */
export async function handoverHtml(content: HandoverContent): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await sha256(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="${escaped(content.language)}" dir="${content.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escaped(content.title)}</title>
<style>${style}</style>
</head>
<body>
<main>${renderToString(<Sheet content={content} />)}</main>
</body>
</html>
`;
}
