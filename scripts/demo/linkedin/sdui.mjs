// The demo in the markup of LinkedIn's React pages: a post's own page, with replies nested or only indented.
import { escaped } from "./html.mjs";
import { countOf, pathOf } from "./story.mjs";

const mentioned = ({ mention, text }) =>
  `${mention ? `<a href="https://www.linkedin.com${pathOf(mention)}"><span>${escaped(mention.name)}</span></a> ` : ""}<span>${escaped(text)}</span>`;

function unit(one, post, labels, isReply, inside) {
  const urn = `urn:li:comment:(urn:li:activity:${post.id},${one.id})`;
  const key = `replaceableComment_${urn}`;
  return `<div id="${key}" componentkey="${key}" class="c3f1${isReply ? " c9e2" : ""}"><div componentkey="${key}"><div componentkey="${key}"><div componentkey="CommentComponentReference_${urn}">
<a class="a77" href="https://www.linkedin.com${pathOf(one.author)}"><span>${escaped(one.author.name)}</span></a><button aria-label="${labels.more} ${escaped(one.author.name)}">⋯</button>
<div data-testid="expandable-text-box">${mentioned(one)}</div></div></div></div>${inside}</div>`;
}

/** `replies`: "nested" in their comment's unit, or "flat" beside it and told by their indentation. */
export function permalink(post, labels, replies, viewer) {
  const list = post.comments.map((one) => {
    const below = one.replies.map((reply) => unit(reply, post, labels, true, "")).join("\n");
    return replies === "nested" ? unit(one, post, labels, false, below) : unit(one, post, labels, false, "") + below;
  });
  const { author } = post;
  const key = `expandedQ0FfFeedType_FEED_DETAIL`;
  const count = countOf(post);
  return `<aside><a href="https://www.linkedin.com/in/${viewer}/"><span>Demo Reader</span></a></aside>
<main id="workspace"><div data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.UpdateDetail">
<div componentkey="${key}"><div componentkey="${key}" class="c1b0">
<a href="https://www.linkedin.com${pathOf(author)}posts"><span>${escaped(author.name)}</span></a><button aria-label="${escaped(labels.menu(author.name))}">⋯</button>
<div componentkey="feed-commentary_${post.id}"><div data-testid="expandable-text-box"><span>${escaped(post.text)}</span></div></div>
<div data-testid="ReactionFacepileCollection-urn:li:activity:${post.id}"><span>${post.reactions}</span></div>${count > 0 ? `<button><span>${labels.comments(count)}</span></button>` : ""}</div></div>
<div data-component-type="LazyColumn" data-testid="demo-commentList-1">${list.join("\n")}</div></div></main>`;
}
