// A person on the demo site: scrolls through tabs and opens posts, each step ending when the site has shown what it has.
import { until } from "../../lib/expression.mjs";
import { listedIn } from "./graphql.mjs";

/** Runs in the page: moves within the site, as its own links do. */
function goWithin(path) {
  history.pushState({}, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** Runs in the page: scrolls on by most of a screen and says whether post `id` is drawn. */
function scrollTowards(id) {
  scrollBy(0, innerHeight * 0.8);
  return document.querySelector(`[data-testid="primaryColumn"] a[href*="/status/${id}"]`) !== null;
}

/** Shows `path` without reloading the page. */
export const visit = (tab, path) => tab.evaluate(goWithin, path);

/** Scrolls down until post `id` is drawn. */
export const scrollToPost = (tab, id) => until(() => tab.evaluate(scrollTowards, id), `post ${id} to be drawn`, 30_000);

/** Opens a tab of a profile and scrolls to its end. `suffix`: "", "/with_replies", "/reposts" or "/all". */
export async function readTab(tab, world, handle, suffix) {
  const operation = {
    "": "UserOriginalsTimeline",
    "/with_replies": "UserRepliesTimeline",
    "/reposts": "UserRepostsTimeline",
    "/all": "UserTweetsAndReplies",
  }[suffix];
  await visit(tab, `/${handle}${suffix}`);
  const last = listedIn(operation, handle, world).at(-1);
  await scrollToPost(tab, last.repostOf ?? last.id);
}

/** Opens a post's own page, opens what is folded away below it, and reads to the last answer. */
export async function readThread(tab, world, post) {
  await visit(tab, `/${post.author}/status/${post.id}`);
  await tab.waitFor(
    (id) => document.querySelector(`article[tabindex="-1"] a[href$="/status/${id}"] > time`) !== null,
    post.id,
  );
  const replies = world.repliesTo(post.id).filter(({ removed }) => !removed);
  const shown = replies.filter(({ mood }) => mood !== "hostile").toSorted((a, b) => b.likes - a.likes);
  if (shown.length > 0) await scrollToPost(tab, shown.at(-1).id);
  const hidden = replies.filter(({ mood }) => mood === "hostile");
  if (hidden.length === 0) return;
  await until(
    () =>
      tab.evaluate(() => {
        scrollBy(0, innerHeight);
        const prompt = [...document.querySelectorAll('[data-testid="cellInnerDiv"] button')].find(
          (button) => !button.closest("article"),
        );
        prompt?.click();
        return prompt !== undefined;
      }),
    "the answers folded away",
  );
  await scrollToPost(tab, hidden.at(-1).id);
}
