// The demo site in the browser: a page's timeline that grows by scrolling, and the dialog of one post.
import { ask, askRoute, embedded, timelineIn } from "./data.js";
import { h } from "./element.js";
import { label } from "./labels.js";
import { feedbackOf, rowOf, unitOf } from "./story.js";

const ORDERS = [
  "RANKED_FILTERED_INTENT_V1",
  "RECENT_ACTIVITY_INTENT_V1",
  "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1",
];
const main = h("div", { role: "main" });
const layer = h("div", {});
const PAGES = [
  ["northwindcoffee", "Northwind Coffee"],
  ["tidewaterroast", "Tidewater Roast"],
];
const nav = h(
  "nav",
  { "aria-label": label.pages },
  ...PAGES.map(([handle, name]) => h("a", { href: `/${handle}`, "data-page": handle }, name)),
);
document.getElementById("mount").append(nav, main, layer);

/** The timeline shown: what is asked for next, and what keeps asking. */
let shown = { stop: () => undefined };

function showTimeline(results) {
  shown.stop();
  const { header, owner, stories, next } = timelineIn(results);
  const list = h("div", { class: "timeline" });
  const end = h("div", { class: "end" });
  const append = (more) => list.append(...more.map((story) => unitOf(story, { onOpen: openDialog })));
  let cursor = next;
  let asking = false;
  const observer = new IntersectionObserver(async (entries) => {
    if (asking || cursor === null || !entries.some(({ isIntersecting }) => isIntersecting)) return;
    asking = true;
    const answer = timelineIn(await ask("ProfileCometTimelineFeedRefetchQuery", { id: owner, cursor, count: 3 }));
    append(answer.stories);
    cursor = answer.next;
    asking = false;
    // Where the new stories do not fill the screen, the end has not moved out of sight.
    observer.unobserve(end);
    if (cursor === null) end.dataset.ended = "true";
    else observer.observe(end);
  });
  shown = { stop: () => observer.disconnect() };
  main.replaceChildren(h("h1", {}, header?.name ?? ""), list, end);
  append(stories);
  observer.observe(end);
}

const commentsIn = ({ comment_rendering_instance_for_feed_location: list }) => ({
  comments: list.comments.edges.map(({ node }) => node),
  next: list.comments.page_info.has_next_page ? list.comments.page_info.end_cursor : null,
});

async function loadReplies(comment, pager, known) {
  const [answer] = await ask("Depth1CommentsListPaginationQuery", { id: comment.feedback.id });
  const nodes = answer.data.node.replies_connection.edges.map(({ node }) => node).filter(({ id }) => !known.has(id));
  pager.replaceWith(...nodes.map((node) => rowOf(node, { onReplies: loadReplies })));
}

/** The list below a post with its menu of orders and its pager. */
function commentList(feedback) {
  const list = h("div", { class: "comments" });
  const pager = h("div", { role: "button", tabindex: "0", class: "pager more" }, label.more);
  let order = 0;
  let cursor = null;
  const show = ({ comments, next }) => {
    list.append(...comments.map((comment) => rowOf(comment, { onReplies: loadReplies })));
    cursor = next;
    pager.hidden = next === null;
    list.dataset.order = ORDERS[order];
  };
  pager.addEventListener("click", async () => {
    const variables = {
      id: feedback.id,
      commentsIntentToken: ORDERS[order],
      commentsAfterCursor: cursor,
      commentsAfterCount: -1,
    };
    const [answer] = await ask("CommentsListComponentsPaginationQuery", variables);
    show(commentsIn(answer.data.node));
  });
  const choose = async (chosen) => {
    order = chosen;
    menu.replaceChildren();
    const [answer] = await ask("CommentListComponentsRootQuery", {
      id: feedback.id,
      commentsIntentToken: ORDERS[order],
    });
    button.textContent = label.orders[order];
    list.replaceChildren();
    show(commentsIn(answer.data.node));
  };
  const menu = h("div", { role: "menu" });
  const button = h(
    "div",
    {
      role: "button",
      tabindex: "0",
      "aria-haspopup": "menu",
      class: "order",
      on: {
        click: () =>
          menu.replaceChildren(
            ...label.orders.map((words, index) =>
              h("div", { role: "menuitem", tabindex: "0", on: { click: () => choose(index) } }, words),
            ),
          ),
      },
    },
    label.orders[0],
  );
  show(commentsIn(feedback));
  return h("div", {}, button, menu, list, pager);
}

function showPost(story, close) {
  const box = h(
    "div",
    { role: "dialog", class: "dialog" },
    close && h("button", { type: "button", class: "close", on: { click: close } }, label.close),
    unitOf(story, { open: true }),
    commentList(feedbackOf(story).comment_list_renderer.feedback),
  );
  layer.replaceChildren(box);
}

async function openDialog(story) {
  const before = location.href;
  history.pushState({}, "", new URL(story.permalink_url).pathname);
  const [answer] = await ask("CometSinglePostDialogContentQuery", {
    storyID: story.id,
    feedLocation: "POST_PERMALINK_DIALOG",
  });
  showPost(answer.data.node_v2, () => {
    layer.replaceChildren();
    history.pushState({}, "", before);
  });
}

async function goTo(path) {
  history.pushState({}, "", path);
  layer.replaceChildren();
  window.scrollTo(0, 0);
  showTimeline(await askRoute(path));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  if (link.dataset.page) goTo(link.getAttribute("href"));
});

const results = embedded();
const single = results.find(({ data }) => data?.node_v2);
if (single) showPost(single.data.node_v2, null);
else if (results.length > 0) showTimeline(results);
