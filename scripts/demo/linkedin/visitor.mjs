// A person on the demo's LinkedIn page: sorts the list, scrolls to its end and opens threads.
import { until } from "../../lib/expression.mjs";

/** Runs in the page: presses the button for an order. */
function pressOrder(order) {
  document.querySelector(`button[data-order="${order}"]`).click();
}

/** Runs in the page: scrolls on, and says whether the card of activity `id` is drawn. */
function scrollTowards(id) {
  scrollTo(0, document.body.scrollHeight);
  return document.querySelector(`#list [data-urn="urn:li:activity:${id}"]`) !== null;
}

/** Runs in the page: opens the thread of the card of activity `id`. */
function pressComments(id) {
  document.querySelector(`[data-urn="urn:li:activity:${id}"] .social-details-social-counts__comments button`).click();
}

/** Switches the list to "recent" or "top" and waits until it is drawn. `first`: id of the post it then begins with. */
export async function sortBy(tab, order, first) {
  await tab.evaluate(pressOrder, order);
  await tab.waitFor((id) => document.querySelector("#list > li [data-urn]")?.dataset.urn.endsWith(id), first);
}

/** Scrolls until the card of `post` is drawn. */
export const scrollToPost = (tab, post) =>
  until(() => tab.evaluate(scrollTowards, post.id), `post ${post.id} to be drawn`, 60_000);

/** Opens the thread below a card that is drawn, and waits for its last comment. */
export async function openThread(tab, post) {
  await tab.evaluate(pressComments, post.id);
  const last = post.comments.at(-1);
  await tab.waitFor((id) => document.querySelector(`[data-id$=",${id})"]`) !== null, last.id);
}
