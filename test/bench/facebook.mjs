// How long Facebook's page is held up by being read: a 5 MB document with 160 islands, then 40 streamed answers of 1 MB.
import { graphqlAnswer, islandsOf } from "../../scripts/demo/facebook/answers.mjs";
import { feedbackId } from "../../scripts/demo/facebook/ids.mjs";
import { COMPANY, postsOf, tellStory } from "../../scripts/demo/facebook/story.mjs";
import { launch } from "../../scripts/lib/driver.mjs";
import { startFakeInternet } from "../../scripts/lib/fake-internet.mjs";

export const name = "Facebook: a large document and many large answers";

const ISLANDS = 160;
const DOCUMENT_BYTES = 5_000_000;
const ANSWERS = 40;
const ANSWER_BYTES = 1_000_000;
const LONGEST_TASK = 50;

/** Tokens as long as the site's own, which make up most of its bytes. */
const padding = (length) => "AZW".repeat(Math.ceil(length / 3)).slice(0, length);

/** Posts with other ids, so that nothing is the same twice. */
function renumbered(text, round) {
  return text.replace(/"(post_id|legacy_fbid)":"(\d+)"/g, (_, field, id) => `"${field}":"${id}${round}"`);
}

function heavyDocument(world) {
  const real = islandsOf(world, { account: world.accounts.get(COMPANY), signedIn: true }).map((one) =>
    JSON.stringify(one),
  );
  const rest = ISLANDS - real.length;
  const size = (DOCUMENT_BYTES - real.join("").length) / rest;
  // As on the site: definitions of modules, most of them with long tokens and many small objects.
  const filler = Array.from({ length: rest }, (_, index) => {
    const define = [];
    for (let bytes = 0; bytes < size; bytes += 700) {
      define.push([`cr:${index}`, ["Module.react"], { __rc: ["Module.react", null], token: padding(600) }, -1]);
    }
    return JSON.stringify({ require: [["ScheduledServerJS", "handle", null, [{ __bbox: { define } }]]] });
  });
  const islands = [...real, ...filler].map(
    (json) => `<script type="application/json" data-sjs>${json.replaceAll("<", "\\u003c")}</script>`,
  );
  return `<!doctype html><html lang="en"><title>Northwind Coffee</title><body>
<script>
window.longTasks = [];
new PerformanceObserver((list) => { for (const { duration, startTime } of list.getEntries()) longTasks.push({ duration, startTime }); }).observe({ type: "longtask" });
window.ask = (body) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.open("POST", "/api/graphql/");
  request.setRequestHeader("content-type", "application/x-www-form-urlencoded");
  request.addEventListener("loadend", () => resolve(request.status));
  request.send(body);
});
</script>
${islands.join("\n")}</body></html>`;
}

/** A streamed answer of a megabyte: stories and comments until it is that long, a few hundred kilobytes a line. */
function heavyAnswer(world, round) {
  const busy = postsOf(world, COMPANY).toSorted((a, b) => b.comments.length - a.comments.length)[0];
  const form = (operation, variables) =>
    new URLSearchParams({ fb_api_req_friendly_name: operation, variables: JSON.stringify(variables) });
  const stories = graphqlAnswer(
    world,
    form("ProfileCometTimelineFeedRefetchQuery", { id: COMPANY, cursor: `x-${round % 20}`, count: 3 }),
  ).split("\n");
  const comments = graphqlAnswer(
    world,
    form("CommentListComponentsRootQuery", {
      id: feedbackId(busy),
      commentsIntentToken: "RANKED_UNFILTERED_CHRONOLOGICAL_REPLIES_INTENT_V1",
    }),
  );
  const lines = [];
  for (let bytes = 0, part = 0; bytes < ANSWER_BYTES; part++) {
    const line = part % 2 ? comments : (stories[part % stories.length] ?? comments);
    const padded = renumbered(line, `${round}`).replace(/^\{/, `{"encrypted_tracking":"${padding(60_000)}",`);
    lines.push(padded);
    bytes += padded.length;
  }
  return lines.join("\n");
}

/** Rows of `{what, value, limit, unit}`; `limit` null = only told. */
export async function measure() {
  const world = tellStory(Date.now());
  const document = heavyDocument(world);
  const answers = Array.from({ length: ANSWERS }, (_, round) => heavyAnswer(world, round));
  let served = 0;
  const internet = await startFakeInternet(({ url }) => {
    if (url.pathname === "/favicon.ico") return null;
    const isAnswer = url.pathname === "/api/graphql/";
    return {
      headers: { "content-type": "text/html; charset=utf-8" },
      body: isAnswer ? answers[served++ % ANSWERS] : document,
    };
  });
  const browser = await launch("chrome", { proxyPort: internet.proxyPort });
  try {
    const tab = await browser.firstTab();
    await tab.goto("https://www.facebook.com/northwindcoffee");
    const idle = () => tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    const tasks = () => tab.evaluate(() => longTasks.splice(0).map(({ duration }) => Math.round(duration)));
    await idle();
    const body = new URLSearchParams({
      fb_api_req_friendly_name: "ProfileCometTimelineFeedRefetchQuery",
      variables: JSON.stringify({ id: COMPANY, cursor: "x-1" }),
    }).toString();
    const askAll = async () => {
      await tasks();
      for (let asked = 0; asked < ANSWERS; asked++) await tab.evaluate((form) => ask(form), body);
    };
    // The page alone, before the click: what the browser itself takes to receive them.
    await askAll();
    const alone = await tasks();
    const popup = await tab.clickAction();
    await popup.waitFor("globalThis.whyfirst !== undefined");
    await popup.evaluate("whyfirst.settled()");
    const ofDocument = await tasks();
    await askAll();
    await popup.evaluate("whyfirst.settled()");
    const ofAnswers = await tasks();
    const longest = (list) => Math.max(0, ...list);
    const text = await popup.text();
    const megabytes = (bytes) => Math.round(bytes / 100_000) / 10;
    return [
      { what: "document", value: megabytes(document.length), limit: null, unit: `MB in ${ISLANDS} islands` },
      { what: "longest task after the click", value: longest(ofDocument), limit: LONGEST_TASK, unit: "ms" },
      { what: "answers", value: megabytes(answers.join("").length), limit: null, unit: `MB in ${ANSWERS} answers` },
      { what: "longest task while they are read", value: longest(ofAnswers), limit: LONGEST_TASK, unit: "ms" },
      { what: "longest task of the page alone", value: longest(alone), limit: null, unit: "ms" },
      { what: "tasks over 50 ms", value: ofDocument.length + ofAnswers.length, limit: 0, unit: "" },
      {
        what: "posts and answers read",
        value: Number(/\d+ posts?/.exec(text)?.[0].split(" ")[0] ?? 0),
        limit: null,
        unit: "posts",
      },
    ];
  } finally {
    await browser.close();
    await internet.close();
  }
}
