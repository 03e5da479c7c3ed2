// A person on the demo site: scrolls a page's timeline to its end, opens posts, chooses an order, reads on.
import { until } from "../../lib/expression.mjs";

const inPage = (tab, task, ...args) => tab.evaluate(task, ...args);

/** Scrolls until the timeline has ended. */
export const readTimeline = (tab) =>
  until(
    () =>
      inPage(tab, () => {
        scrollTo(0, document.documentElement.scrollHeight);
        return document.querySelector(".end[data-ended]") !== null;
      }),
    "the end of the timeline",
    60_000,
  );

/** Moves to another page within the site. */
export async function visitPage(tab, handle) {
  await inPage(tab, (name) => document.querySelector(`nav a[data-page="${name}"]`).click(), handle);
  await tab.waitFor(
    (name) => location.pathname === `/${name}` && document.querySelector(`.unit h3 a[href*="/${name}?"]`) !== null,
    handle,
  );
}

/** Opens the dialog of a post that is drawn. */
export async function openPost(tab, post) {
  await inPage(tab, (id) => document.querySelector(`.timeline [data-post="${id}"] .open`).click(), post.id);
  await tab.waitFor((id) => document.querySelector(`.dialog [data-post="${id}"]`) !== null, post.id);
}

/** Chooses an order by its place in the menu (0 most relevant, 1 newest, 2 all). */
export async function chooseOrder(tab, index) {
  await inPage(tab, () => document.querySelector(".dialog .order").click());
  await inPage(tab, (at) => document.querySelectorAll('.dialog [role="menuitem"]')[at].click(), index);
  const token = ["RANKED_FILTERED", "RECENT_ACTIVITY", "RANKED_UNFILTERED"][index];
  await tab.waitFor((wanted) => document.querySelector(".comments").dataset.order.startsWith(wanted), token);
}

/** Presses the pagers of the dialog until none is left. */
export async function readComments(tab) {
  const press = () =>
    inPage(tab, () => {
      const pager = [...document.querySelectorAll(".dialog .pager")].find(
        (one) => !one.hidden && !one.hasAttribute("data-pressed"),
      );
      if (!pager) return true;
      const rows = document.querySelectorAll('.dialog [role="article"]').length;
      if (pager.classList.contains("replies")) pager.setAttribute("data-pressed", "");
      pager.click();
      return new Promise((resolve) => {
        const look = () =>
          document.querySelectorAll('.dialog [role="article"]').length > rows ? resolve(false) : setTimeout(look, 10);
        look();
      });
    });
  await until(press, "the last comment", 60_000);
}

export const closePost = (tab) => inPage(tab, () => document.querySelector(".dialog .close").click());
