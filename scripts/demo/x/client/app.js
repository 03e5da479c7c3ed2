// The site's single page: shows the profile, tab or post that the address names, and moves without reloading.
import { ask } from "./api.js";
import { h, icon } from "./element.js";
import { label, language, shortCount } from "./labels.js";
import { Timeline } from "./timeline.js";

const { viewer } = window.__INITIAL_STATE__;
const TABS = [
  { suffix: "", operation: "UserOriginalsTimeline", name: label.posts },
  { suffix: "/reposts", operation: "UserRepostsTimeline", name: label.reposts },
  { suffix: "/with_replies", operation: "UserRepliesTimeline", name: label.replies },
  { suffix: "/all", operation: "UserTweetsAndReplies", name: null },
];
const profiles = new Map();
let shown = { stop() {} };

async function profileOf(handle) {
  const key = handle.toLowerCase();
  if (!profiles.has(key)) {
    const answer = await ask("UserByScreenName", { screen_name: handle });
    profiles.set(key, answer?.data.user?.result ?? null);
  }
  return profiles.get(key);
}

function profileHeader(user) {
  const { name, screen_name: handle } = user.core;
  const count = (path, number, words) =>
    h("a", { href: `/${handle}/${path}`, role: "link" }, h("span", {}, shortCount(number)), " ", h("span", {}, words));
  const tab = ({ suffix, name: words }) =>
    h(
      "div",
      { role: "presentation" },
      h(
        "a",
        {
          href: `/${handle}${suffix}`,
          role: "tab",
          "aria-selected": String(location.pathname === `/${handle}${suffix}`),
        },
        h("span", {}, words),
      ),
    );
  return [
    h("h2", { role: "heading", class: "sticky" }, h("span", {}, name)),
    h(
      "div",
      { class: "profile" },
      h(
        "div",
        { "data-testid": "UserName" },
        h("div", {}, h("span", {}, name)),
        h("div", {}, h("span", {}, `@${handle}`)),
      ),
      h("div", { "data-testid": "UserDescription", dir: "auto" }, h("span", {}, user.profile_bio.description)),
      h(
        "div",
        {},
        count("following", user.relationship_counts.following, label.following),
        " ",
        count("verified_followers", user.relationship_counts.followers, label.followers),
      ),
    ),
    viewer &&
      h(
        "nav",
        { role: "navigation", "aria-live": "polite" },
        h(
          "div",
          { "data-testid": "ScrollSnap-List", role: "tablist" },
          ...TABS.filter(({ name: words }) => words).map(tab),
        ),
      ),
  ];
}

async function profilePage(handle, suffix, column) {
  const user = await profileOf(handle);
  if (!user) return column(h("div", { "data-testid": "emptyState" }, label.noAccount));
  const operation = viewer ? TABS.find((tab) => tab.suffix === suffix).operation : "UserTweets";
  const timeline = new Timeline(operation, { userId: user.rest_id }, { name: `${user.core.name} ${label.timeline}` });
  document.title = `${user.core.name} (@${user.core.screen_name}) / X`;
  if (column(...profileHeader(user), timeline.element, timeline)) await timeline.start();
}

async function statusPage(id, column) {
  const timeline = new Timeline(
    "TweetDetail",
    { focalTweetId: id, rankingMode: "Relevance" },
    { focal: id, name: label.conversation },
  );
  document.title = `${label.post} / X`;
  if (column(h("h2", { role: "heading", class: "sticky" }, label.post), timeline.element, timeline))
    await timeline.start();
}

/** Shows what the address names. `column` refuses content that comes after the person has moved on. */
function show() {
  const here = location.pathname;
  shown.stop();
  const column = (...content) => {
    if (location.pathname !== here) return false;
    const timeline = content.find((part) => part instanceof Timeline);
    if (timeline) shown = timeline;
    primary.replaceChildren(...content.filter((part) => part && part !== timeline));
    return true;
  };
  const [, handle, section = "", id] = here.split("/");
  if (section === "status") return statusPage(id, column);
  const suffix = section ? `/${section}` : "";
  if (!handle || handle === "home" || !TABS.some((tab) => tab.suffix === suffix)) {
    document.title = `${label.home} / X`;
    return column(h("h2", { role: "heading" }, label.home));
  }
  return profilePage(handle, suffix, column);
}

const primary = h("div", {});
const bar = h(
  "header",
  { role: "banner" },
  h(
    "nav",
    { role: "navigation" },
    h(
      "a",
      { href: "/home", role: "link", "data-testid": "AppTabBar_Home_Link", "aria-label": label.home },
      icon(),
      label.home,
    ),
    viewer
      ? h(
          "a",
          { href: `/${viewer}`, role: "link", "data-testid": "AppTabBar_Profile_Link", "aria-label": label.profile },
          icon(),
          label.profile,
        )
      : h("a", { href: "/login", role: "link", "data-testid": "loginButton" }, label.logIn),
  ),
);
const main = h(
  "main",
  { role: "main" },
  h(
    "div",
    { class: "columns" },
    h("div", { "data-testid": "primaryColumn" }, primary),
    h("div", { "data-testid": "sidebarColumn" }, h("aside", { role: "complementary", lang: language })),
  ),
);
document.getElementById("react-root").append(h("div", { class: "page" }, bar, main));

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  const article = event.target.closest("article[data-testid='tweet'][tabindex='0']");
  const path =
    link?.getAttribute("href") ??
    (event.target.closest("button") ? null : article?.querySelector("a[href*='/status/']")?.getAttribute("href"));
  if (!path || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState({}, "", path);
  window.scrollTo(0, 0);
  show();
});
window.addEventListener("popstate", show);
show();
