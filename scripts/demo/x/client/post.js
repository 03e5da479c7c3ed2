// One post as a cell of a timeline, in the nesting that the site's own markup has.
import { h, icon, nested } from "./element.js";
import { label, longTime, shortCount, shortTime } from "./labels.js";

const EMOJI = /(\p{Extended_Pictographic}\uFE0F?)/u;
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

/** The post inside the wrappers that the interface may put around it; null for a tombstone. */
export const postOf = (result) => {
  const inner = result?.tweet ?? result;
  return inner?.legacy ? inner : null;
};
export const authorOf = (post) => post.core.user_results.result.core;
const timeOf = (post) => Date.parse(post.legacy.created_at);
const addressOf = (post) => `/${authorOf(post).screen_name}/status/${post.rest_id}`;

function textBlock(post, whole) {
  const long = post.note_tweet?.note_tweet_results.result.text;
  const [from, to] = post.legacy.display_text_range;
  const shown = whole && long ? long : [...post.legacy.full_text].slice(from, to).join("");
  const pieces = shown
    .split(EMOJI)
    .map((piece) => (EMOJI.test(piece) ? h("img", { alt: piece, src: PIXEL, class: "emoji" }) : h("span", {}, piece)));
  return h(
    "div",
    {},
    h("div", { dir: "auto", lang: post.legacy.lang, "data-testid": "tweetText" }, ...pieces),
    long &&
      !whole &&
      h("button", { type: "button", role: "button", "data-testid": "tweet-text-show-more-link" }, label.showMore),
  );
}

const avatar = (handle, linked) =>
  h(
    "div",
    { "data-testid": "Tweet-User-Avatar" },
    h(
      "div",
      {},
      h(
        "div",
        { "data-testid": `UserAvatar-Container-${handle}`, class: "avatar" },
        linked ? h("a", { href: `/${handle}`, "aria-hidden": "true", role: "link", tabindex: "-1" }, "") : h("div"),
      ),
    ),
  );

const timeElement = (post) =>
  h("time", { datetime: new Date(timeOf(post)).toISOString().replace(/\.\d+Z/, ".000Z") }, shortTime(timeOf(post)));

function nameBlock(post, { linked, timed }) {
  const { name, screen_name: handle } = authorOf(post);
  const shownName = h("div", { dir: "ltr" }, h("span", {}, h("span", {}, name)));
  const shownHandle = h("div", { dir: "ltr" }, h("span", {}, `@${handle}`));
  const dot = () => h("div", { dir: "ltr", "aria-hidden": "true" }, h("span", {}, "·"));
  const time = timeElement(post);
  return h(
    "div",
    { "data-testid": "User-Name" },
    h(
      "div",
      {},
      h("div", {}, linked ? h("a", { href: `/${handle}`, role: "link" }, shownName) : h("div", {}, shownName)),
    ),
    h(
      "div",
      {},
      h(
        "div",
        {},
        h(
          "div",
          {},
          linked
            ? h("a", { href: `/${handle}`, role: "link", tabindex: "-1" }, shownHandle)
            : h("div", { tabindex: "-1" }, shownHandle),
        ),
        timed && dot(),
        timed &&
          h(
            "div",
            {},
            linked
              ? h("a", { href: addressOf(post), dir: "ltr", "aria-label": shortTime(timeOf(post)), role: "link" }, time)
              : h("div", { dir: "ltr" }, time),
          ),
      ),
    ),
  );
}

function quoteBlock(quoted) {
  return h(
    "div",
    {},
    h(
      "div",
      {},
      h("div", { dir: "ltr", class: "unseen" }, h("span", {}, label.quote)),
      h(
        "div",
        { tabindex: "0", role: "link", class: "quote" },
        h(
          "div",
          {},
          h("div", {}, avatar(authorOf(quoted).screen_name, false)),
          nameBlock(quoted, { linked: false, timed: true }),
        ),
        textBlock(quoted, false),
      ),
    ),
  );
}

function actionButton(id, count, words) {
  const shown = shortCount(count);
  return h(
    "div",
    {},
    h(
      "button",
      { "aria-label": `${count} ${words}`, role: "button", "data-testid": id, type: "button" },
      h(
        "div",
        { dir: "ltr" },
        icon(),
        h("span", { "data-testid": "app-text-transition-container" }, h("span", {}, shown)),
      ),
    ),
  );
}

function actions(post, isFocal) {
  const { reply_count: replies, retweet_count: shares, favorite_count: likes } = post.legacy;
  const views = Number(post.views.count);
  return h(
    "div",
    {
      class: "actions",
      role: "group",
      "aria-label": [`${replies} ${label.answers}`, `${likes} ${label.likes}`].join(", "),
    },
    actionButton("reply", replies, label.answers),
    actionButton("retweet", shares, label.shares),
    actionButton("like", likes, label.likes),
    isFocal
      ? actionButton("bookmark", 0, label.bookmark)
      : h(
          "div",
          {},
          h(
            "a",
            { href: `${addressOf(post)}/analytics`, "aria-label": `${views} ${label.views}`, role: "link" },
            shortCount(views),
          ),
        ),
  );
}

/** The line above a post: joined to the one before, or pinned, or whose repost it is. */
function firstRow({ lineUp, pinned, repostBy }) {
  if (pinned)
    return h(
      "div",
      { class: "context" },
      ...nested(3, icon(), h("div", {}, h("div", { dir: "ltr", "data-testid": "socialContext" }, label.pinned))),
    );
  if (repostBy) {
    const words = h("span", { "data-testid": "socialContext" }, h("span", {}, `${repostBy.name} ${label.reposted}`));
    const link = h("a", { href: `/${repostBy.screen_name}`, dir: "ltr", role: "link" }, words);
    return h("div", { class: "context" }, ...nested(3, icon(), h("div", {}, link)));
  }
  return lineUp
    ? h("div", {}, h("div", {}, h("div", {}, h("div", { class: "line" })), h("div")))
    : h("div", {}, h("div", {}, h("div")));
}

function focalLine(post) {
  const time = h("time", { datetime: timeElement(post).getAttribute("datetime") }, longTime(timeOf(post)));
  return h(
    "div",
    {},
    h(
      "div",
      { dir: "ltr" },
      h("a", { href: addressOf(post), "aria-label": longTime(timeOf(post)), role: "link" }, time),
    ),
    h("a", { href: `${addressOf(post)}/analytics`, role: "link" }, h("span", {}, shortCount(Number(post.views.count)))),
    h("div", {}, h("a", { href: `${addressOf(post)}/quotes`, role: "link" }, label.quotes)),
  );
}

/** `look`: `lineUp`, `lineDown`, `pinned`, `repostBy`, `isFocal`, `isAdvert`, `replyingTo` (handle for the line that says so). */
export function postArticle(post, look = {}) {
  const { isFocal = false, isAdvert = false } = look;
  const quoted = postOf(post.quoted_status_result?.result);
  const header = h(
    "div",
    { class: "header" },
    nameBlock(post, { linked: true, timed: !isFocal && !isAdvert }),
    isAdvert && h("span", {}, label.promoted),
    h("button", { "aria-label": label.more, role: "button", "data-testid": "caret", type: "button" }, icon()),
  );
  const replyingTo =
    look.replyingTo &&
    h(
      "div",
      {},
      h("div", { dir: "ltr" }, `${label.replyingTo} `, h("a", { href: `/${look.replyingTo}` }, `@${look.replyingTo}`)),
    );
  const avatarColumn = h(
    "div",
    { class: "column" },
    avatar(authorOf(post).screen_name, true),
    look.lineDown && h("div", { class: "line" }),
  );
  const content = [header, replyingTo, textBlock(post, isFocal), quoted && quoteBlock(quoted)];
  const below = [isFocal && focalLine(post), actions(post, isFocal)];
  const body = isFocal
    ? [h("div", { class: "row" }, avatarColumn, h("div", {}, header)), ...content.slice(1), ...below]
    : [h("div", { class: "row" }, avatarColumn, h("div", {}, ...content.filter(Boolean), ...below.filter(Boolean)))];
  const article = h(
    "article",
    { role: "article", tabindex: isFocal ? "-1" : "0", "data-testid": "tweet" },
    h("div", {}, h("div", {}, firstRow(look), ...body)),
  );
  return isAdvert ? h("div", { "data-testid": "placementTracking" }, article) : article;
}

export const unavailableArticle = () =>
  h(
    "article",
    { role: "article", tabindex: "-1" },
    h("div", {}, h("div", {}, h("div", {}, h("span", {}, label.unavailable)))),
  );
