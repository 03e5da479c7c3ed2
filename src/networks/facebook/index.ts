// Facebook's company pages: the network as the rest of the product sees it.
import type { Account, Reading } from "../../domain/observation.ts";
import { type Exchange, type Network, UnreadCount } from "../network.ts";
import { HOSTS, pageKey, pageUrl, place } from "./address.ts";
import { answerPart, bareResults, documents, embedded, type Query, queryOf } from "./carriers.ts";
import { readDrawn } from "./dom.ts";
import { Harvest } from "./harvest.ts";
import { Memory } from "./memory.ts";
import { readingsOf } from "./readings.ts";

/**
 * Queries whose answers hold posts, comments or the page's header; the name is in the request's body. Its length is
 * bounded, for two open ends around a word take time that grows with the square of what they meet.
 */
const QUERIES =
  "fb_api_req_friendly_name=\\w{0,100}(?:Timeline|Feed|Story|Stories|Post|Comment|UFI|Feedback|Permalink|Photo|Video|Reel|ProfileCometHeader)\\w{0,100}Query";
const RESPONSES = `^POST https://(?:www|web)\\.facebook\\.com/(?:api/graphql/?(?:\\?\\S*)? \\S*${QUERIES}|ajax/(?:bulk-)?route-definition)`;
const TIMELINE_QUERY = /^ProfileCometTimeline\w{0,100}Feed\w{0,100}Query$/;
const COMMENT_QUERY = /^(?:Comments?List\w*|CometFocusedStoryView\w*|CometSinglePostDialog\w*)Query$/;

/** The page whose address this is. */
const accountOf = (url: URL): Account | null => place(url)?.account ?? null;

const REPLY_QUERY = /^Depth\d+Comments\w*Query$/;

/** The page asked for posts or comments, was answered, and nothing in the answer has their shape. */
function countMissed(harvest: Harvest, asked: Query | null, unread: UnreadCount): void {
  if (unread.list().length > 0) return;
  const answered = [...harvest.groups].map((group) => harvest.queries.get(group) ?? asked);
  const timelines = answered.filter((query) => query && TIMELINE_QUERY.test(query.name)).length;
  const askedFor = (pattern: RegExp): boolean => answered.some((query) => query && pattern.test(query.name));
  const lacksComments = askedFor(COMMENT_QUERY) && !harvest.comments.lists.some(({ comment }) => comment === null);
  const lacksReplies = askedFor(REPLY_QUERY) && harvest.comments.lists.length === 0;
  if (timelines > harvest.timelines.byGroup.size || lacksComments || lacksReplies) unread.add("unknownShape");
}

/** A reader of its own: what it has seen helps it with what it sees next. */
export function createFacebook(): Network {
  const memory = new Memory();
  let signedIn: boolean | null = null;

  function* readResponse({ url, body, text }: Exchange, at: number): Generator<Reading | null> {
    const unread = new UnreadCount();
    const harvest = new Harvest((reason) => unread.add(reason));
    const asked = queryOf(body);
    const isRoute = /\/ajax\//.test(url);
    for (const whole of documents(text, unread)) {
      if (isRoute) {
        const { parts, queries } = embedded(whole);
        for (const [name, query] of queries) harvest.queries.set(name, query);
        for (const part of parts) yield* harvest.addPart(part);
      } else {
        yield null;
        yield* harvest.addPart(answerPart(whole));
      }
      yield null;
    }
    countMissed(harvest, asked, unread);
    harvest.signedIn = signedIn;
    yield* readingsOf(harvest, (group) => harvest.queries.get(group) ?? asked, memory, unread, at, null);
  }

  function* readIslands(root: Document, url: URL, at: number): Generator<Reading | null> {
    const unread = new UnreadCount();
    const harvest = new Harvest((reason) => unread.add(reason));
    let served: number | null = null;
    for (const script of root.querySelectorAll("script")) {
      if (memory.done.has(script)) continue;
      memory.done.add(script);
      const text = script.textContent ?? "";
      const viewer = /"USER_ID":"(\d+)"/.exec(text)?.[1];
      if (viewer) signedIn = viewer !== "0";
      const clock = Number(/"serverTime":(\d{13})\b/.exec(text)?.[1] ?? Number.NaN);
      if (clock <= at) served = clock;
      const wholes = script.type === "application/json" ? documents(text, unread) : bareResults(text, unread);
      for (const whole of wholes) {
        const { parts, queries } = embedded(whole);
        for (const [name, query] of queries) harvest.queries.set(name, query);
        yield null;
        for (const part of parts) yield* harvest.addPart(part);
        yield null;
      }
    }
    countMissed(harvest, null, unread);
    harvest.signedIn = signedIn;
    const ofGroup = (group: string): Query | null => harvest.queries.get(group) ?? null;
    // An island tells what was so when the server made it, however long the page has been open.
    yield* readingsOf(harvest, ofGroup, memory, unread, served ?? at, accountOf(url));
  }

  return {
    id: "facebook",
    name: "Facebook",
    hosts: HOSTS,
    responses: RESPONSES,
    hookSend: true,
    place,
    pageUrl,
    pageKey,
    readResponse,
    *readDocument(root, url, at) {
      // While a document arrives its last island is cut short, and what is drawn stands beside half of what tells it.
      if (root.readyState === "loading") return;
      yield* readIslands(root, url, at);
      yield* readDrawn(root, accountOf(url), memory, signedIn, at);
    },
  };
}

export const facebook: Network = createFacebook();
