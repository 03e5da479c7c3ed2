// Draws stories and comment rows as the site does: scrambled times, hidden labels, decoys, and links that name comments.
import { h } from "./element.js";
import { age, label, postTime } from "./labels.js";

let units = 0;
let labels = 0;
/** The site knows the time from its server; the demo's story has its own. */
const now = Number(
  /"serverTime":(\d+)/.exec(
    [...document.querySelectorAll("script[data-sjs]")].map((one) => one.textContent).join(),
  )?.[1],
);

const portal = h("div", { hidden: "true", style: "display: none" });
document.body.append(portal);

/** The signs of `text` in shuffled order, put right again by style, with signs between that are never shown. */
function scrambled(text) {
  const id = `_r_label${++labels}_`;
  portal.append(h("span", { id }, text));
  const signs = [...text].map((sign, index) => h("span", { style: `order: ${index}` }, sign));
  const extra = h("span", { style: "order: 99; position: absolute; top: -10000px" }, "7");
  const shuffled = [...signs.filter((_, index) => index % 2), extra, ...signs.filter((_, index) => index % 2 === 0)];
  return h("span", { "aria-labelledby": id, style: "display: inline-flex" }, ...shuffled);
}

const first = (...values) => values.find((value) => value !== undefined && value !== null);
const sectionOf = (story) => story.comet_sections.context_layout.story.comet_sections.metadata[0];
export const feedbackOf = (story) =>
  story.comet_sections.feedback.story.story_ufi_container.story.feedback_context.feedback_target_with_context;

/** The post's time; the address behind it hides until it is pointed at, except on the post's own page. */
function timeOf(story, open) {
  const section = sectionOf(story);
  if (section.__typename === "CometStorySponsoredLabelStrategy")
    return h("a", { href: "#" }, scrambled(label.sponsored));
  const { creation_time, url } = section.story;
  const text = postTime(creation_time, now);
  if (open) return h("a", { href: url, "aria-label": text, role: "link" }, text);
  return h("a", { href: "#?bdf", role: "link" }, units % 2 ? scrambled(text) : text);
}

/** Blocks that look like the site's own and say nothing. */
const decoy = () =>
  h(
    "div",
    { "aria-hidden": "true", "data-0": "0", "data-1": "1", class: "decoy" },
    h("blockquote", {}, "Facebook"),
    h(
      "div",
      { "aria-posinset": "99", "data-ad-rendering-role": "title" },
      h("a", { href: "/decoy/posts/1234567890" }, "A0AOgnOJf.com 3h"),
    ),
  );

const profileLink = (actor, query, ...children) => h("a", { href: `${actor.url}${query}`, role: "link" }, ...children);

export function rowOf(comment, { onReplies }) {
  const author = first(comment.author, comment.comet_comment_author_name_and_badges_renderer?.comment.author);
  const { created_time, url } = comment.comment_action_links[0].comment;
  const named = `?comment_id=${encodeURIComponent(comment.id)}&__cft__[0]=demo`;
  const time = age(created_time, now, true);
  const parent = comment.comment_direct_parent?.author.name;
  const replies = comment.feedback?.replies_fields?.total_count ?? 0;
  const row = h(
    "div",
    {
      role: "article",
      tabindex: "-1",
      class: parent ? "row below" : "row",
      "aria-label": parent ? label.reply(author.name, parent, time) : label.comment(author.name, time),
    },
    profileLink(author, named, h("span", { dir: "auto" }, author.name)),
    comment.identity_badges_web.length > 0 && h("span", {}, label.author),
    h("span", { dir: "auto" }, h("div", { dir: "auto" }, comment.body.text)),
    h("ul", {}, h("li", {}, h("a", { href: `${url}&__cft__[0]=demo` }, age(created_time, now)))),
  );
  const shown = new Set();
  const pager =
    replies > 0 &&
    h(
      "div",
      { role: "button", tabindex: "0", class: "pager replies", on: { click: () => onReplies(comment, pager, shown) } },
      label.replies(replies),
    );
  return h("div", {}, row, pager);
}

/** A story in its unit; `open`: on its own page or in the dialog. */
export function unitOf(story, { open = false, onOpen = () => undefined } = {}) {
  const number = ++units;
  const id = (part) => `_r_${part}${number}_`;
  const [actor] = story.actors;
  const { text } = story.comet_sections.content.story.message;
  const total = feedbackOf(story).comment_rendering_instance.comments.total_count;
  const previews =
    story.comet_sections.feedback.story.story_ufi_container.story.feedback_context.interesting_top_level_comments;
  const long = !open && text.length > 100;
  return h(
    "div",
    {
      "aria-posinset": number,
      "aria-labelledby": id("who"),
      "aria-describedby": `${id("when")} ${id("what")}`,
      "data-virtualized": "false",
      "data-post": story.post_id,
      class: "unit",
    },
    h(
      "div",
      { "data-ad-rendering-role": "profile_name" },
      h("h3", { id: id("who") }, profileLink(actor, "?__cft__[0]=demo", h("strong", {}, actor.name))),
    ),
    h("div", { id: id("when") }, timeOf(story, open)),
    h(
      "div",
      {
        id: id("what"),
        "data-ad-preview": "message",
        "data-ad-comet-preview": "message",
        "data-ad-rendering-role": "story_message",
      },
      h(
        "div",
        { dir: "auto" },
        long ? `${text.slice(0, 90)}… ` : text,
        long && h("div", { role: "button", tabindex: "0" }, label.seeMore),
      ),
    ),
    story.attached_story &&
      h(
        "blockquote",
        {},
        story.attached_story.actors[0].name,
        ": ",
        story.attached_story.comet_sections.content.story.message.text,
      ),
    !open && h("button", { type: "button", class: "open", on: { click: () => onOpen(story) } }, label.comments(total)),
    ...previews.map(({ comment }) => rowOf(comment, { onReplies: () => onOpen(story) })),
    number % 3 === 0 && decoy(),
  );
}
