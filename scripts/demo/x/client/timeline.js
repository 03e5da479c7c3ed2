// Turns the interface's instructions into cells, and asks for more as the person scrolls.
import { ask } from "./api.js";
import { h } from "./element.js";
import { label } from "./labels.js";
import { VirtualList } from "./list.js";
import { authorOf, postArticle, postOf, unavailableArticle } from "./post.js";

const spacer = () => h("div");
const wrapped = (element) => h("div", {}, h("div", {}, element));

function tweetCell(itemContent, look) {
  const post = postOf(itemContent.tweet_results.result);
  if (!post) return () => wrapped(unavailableArticle());
  const original = postOf(post.legacy.retweeted_status_result?.result);
  return () =>
    wrapped(original ? postArticle(original, { ...look, repostBy: authorOf(post) }) : postArticle(post, look));
}

const userCell = (user) =>
  wrapped(
    h(
      "div",
      { "data-testid": "UserCell" },
      h("a", { href: `/${user.core.screen_name}`, role: "link" }, user.core.name),
    ),
  );

const heading = (text) => () => wrapped(h("h2", { role: "heading" }, h("span", {}, text)));

function moduleCells({ entryId, content }) {
  const items = content.items.map(({ item }) => item.itemContent);
  if (entryId.startsWith("who-to-follow-"))
    return [heading(label.whoToFollow), ...items.map((item) => () => userCell(item.user_results.result))];
  const cells = items.map((item, index) => {
    const post = postOf(item.tweet_results.result);
    const alone = entryId.startsWith("profile-conversation-") && index === 0 && post?.legacy.in_reply_to_screen_name;
    return tweetCell(item, {
      lineUp: index > 0,
      lineDown: index < items.length - 1,
      replyingTo: alone ? post.legacy.in_reply_to_screen_name : null,
    });
  });
  const above = entryId.startsWith("tweetdetailrelatedtweets-") ? heading(label.discoverMore) : spacer;
  return [above, ...cells];
}

/** A timeline of `operation`; `focal` is the id of the post in front on a status page. */
export class Timeline {
  #next = null;
  #asking = false;
  #ended = false;

  constructor(operation, variables, { focal = null, name }) {
    this.operation = operation;
    this.variables = variables;
    this.focal = focal;
    this.list = new VirtualList(() => this.#more());
    const region = h("div", { "aria-label": name }, this.list.element);
    this.element = h("section", { role: "region" }, h("h1", { class: "unseen" }, name), region);
  }
  async start() {
    await this.#load(null);
  }
  stop() {
    this.list.stop();
    this.#ended = true;
  }
  #more() {
    if (this.#next && !this.#asking && !this.#ended) this.#load(this.#next);
  }
  async #load(cursor) {
    this.#asking = true;
    this.#next = null;
    const variables = { ...this.variables, count: 20, includePromotedContent: true, ...(cursor && { cursor }) };
    const answer = await ask(this.operation, variables);
    if (this.#ended) return;
    this.#asking = false;
    if (answer) this.list.append(this.#read(answer));
  }
  #read({ data }) {
    const timeline = data.user?.result?.timeline?.timeline ?? data.threaded_conversation_with_injections_v2;
    const cells = [];
    let bottom = null;
    for (const { type, entry, entries = [], direction } of timeline?.instructions ?? []) {
      if (type === "TimelinePinEntry") cells.push(tweetCell(entry.content.itemContent, { pinned: true }));
      if (type === "TimelineTerminateTimeline" && direction === "Bottom") bottom = null;
      for (const { entryId, content } of entries) {
        if (content.cursorType === "Bottom") bottom = content.value;
        else if (content.cursorType === "ShowMoreThreadsPrompt") cells.push(this.#prompt(content.value));
        else if (content.items) cells.push(...moduleCells({ entryId, content }));
        else if (content.itemContent) cells.push(this.#single(entryId, content.itemContent, entries));
      }
    }
    this.#next = bottom;
    return cells;
  }
  #single(entryId, itemContent, entries) {
    if (!this.focal) return tweetCell(itemContent, { isAdvert: entryId.startsWith("promoted-tweet-") });
    const own = entries.filter((entry) => entry.entryId.startsWith("tweet-")).map((entry) => entry.entryId);
    const isFocal = entryId === `tweet-${this.focal}`;
    return tweetCell(itemContent, { isFocal, lineUp: own.indexOf(entryId) > 0, lineDown: !isFocal });
  }
  #prompt(cursor) {
    const press = () => {
      this.list.removeLast();
      this.#load(cursor);
    };
    return () => wrapped(h("button", { type: "button", role: "button", on: { click: press } }, label.showMoreReplies));
  }
}
