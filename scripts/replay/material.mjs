// Reads saved material (pages, HARs, recorded answers) into what a browser is to be shown: a document and exchanges.
import { readFileSync } from "node:fs";
import path from "node:path";
import { withIslands } from "./linkedin.mjs";

/** Material that cannot be used; the message is one sentence for the person. */
export class MaterialError extends Error {}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new MaterialError(
      `${file} can't be read: ${error.code === "ENOENT" ? "there is no such file" : error.code}.`,
    );
  }
}

function parsed(text, file) {
  try {
    return JSON.parse(text);
  } catch {
    throw new MaterialError(`${file} can't be read: it is not JSON.`);
  }
}

const isObject = (value) => typeof value === "object" && value !== null;

const documentsOf = (text, file) =>
  file.endsWith(".ndjson")
    ? text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => parsed(line, file))
    : [parsed(text, file)];

/** A file with one recorded answer: an exchange or an island. */
function readSingle(file, page, network) {
  const text = textOf(file);
  const documents = documentsOf(text, file);
  const played = isObject(documents[0]) ? network.single(documents, page) : null;
  if (!played) throw new MaterialError(`${file} can't be read: it is no answer of ${page.hostname} that is known.`);
  if ("island" in played) return { islands: [{ json: played.island, request: null }] };
  const answer = { status: 200, type: "application/json; charset=utf-8", text };
  return { exchanges: [{ ...played.request, answer }] };
}

/** The text of a HAR's answer; null where it holds none. */
function contentOf(response) {
  const { text, encoding } = response?.content ?? {};
  if (typeof text !== "string") return null;
  return encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
}

/** The HAR's document of the page, its interface's answers in order, and the time of its last entry. */
function readHar(file, page, network) {
  const entries = parsed(textOf(file), file)?.log?.entries;
  if (!Array.isArray(entries)) throw new MaterialError(`${file} can't be read: it is not a HAR.`);
  let html = null;
  let isOfPage = false;
  const exchanges = [];
  const islands = [];
  const times = [];
  for (const { request, response, startedDateTime } of entries.filter(isObject)) {
    const time = Date.parse(startedDateTime);
    if (Number.isFinite(time)) times.push(time);
    if (!URL.canParse(request?.url ?? "")) continue;
    const url = new URL(request.url);
    const text = contentOf(response);
    if (!network.hosts.includes(url.hostname) || !text) continue;
    const { status = 0, content } = response;
    const type = typeof content.mimeType === "string" && content.mimeType ? content.mimeType : "text/plain";
    if (network.isApi(url) && network.embedsAnswers) {
      if (status === 200) islands.push({ json: text, request: url.pathname + url.search });
    } else if (network.isApi(url) && request.method !== "OPTIONS") {
      const { text: body = null, mimeType } = request.postData ?? {};
      exchanges.push({
        method: request.method,
        url: url.href,
        body,
        type: mimeType,
        answer: { status, type, text },
      });
    } else if (type.startsWith("text/html") && status === 200 && !isOfPage) {
      // The page's own document, else the first of the site.
      isOfPage = url.hostname === page.hostname && url.pathname === page.pathname;
      if (isOfPage || html === null) html = text;
    }
  }
  if (html === null && exchanges.length + islands.length === 0)
    throw new MaterialError(`${file} can't be read: it holds neither a document nor an answer of ${page.hostname}.`);
  return { html, exchanges, islands, lastEntry: times.length > 0 ? Math.max(...times) : null };
}

function readOne(file, page, network) {
  const kind = path.extname(file).toLowerCase();
  if (kind === ".html" || kind === ".htm") return { html: textOf(file) };
  if (kind === ".har") return readHar(file, page, network);
  if (kind === ".json" || kind === ".ndjson") return readSingle(file, page, network);
  throw new MaterialError(`${file} can't be read: it is no .html, .har, .json or .ndjson.`);
}

/**
 * Reads all files. `documents`: HTML to be shown one after another at the page's address, at least one;
 * `exchanges`: to be asked for by the last of them; `lastEntry`: ms UTC of the newest HAR's last entry, or null.
 * @throws MaterialError
 */
export function readMaterial(files, page, network) {
  const all = files.map((file) => readOne(file, page, network));
  const documents = all.flatMap(({ html }) => html ?? []);
  if (documents.length === 0) documents.push(network.emptyPage());
  const islands = all.flatMap((one) => one.islands ?? []);
  documents.push(withIslands(documents.pop(), islands));
  const entries = all.flatMap(({ lastEntry }) => lastEntry ?? []);
  return {
    documents,
    exchanges: all.flatMap(({ exchanges }) => exchanges ?? []),
    lastEntry: entries.length > 0 ? Math.max(...entries) : null,
  };
}
