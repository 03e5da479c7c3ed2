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

/**
 * Processor time (ms) of every task of the page's own thread while `action` runs: unlike time on the clock it does not
 * grow where the machine has other work.
 */
async function tasksDuring({ cdp }, action) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on("Tracing.dataCollected", collect);
  const ended = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  const traceConfig = { includedCategories: ["toplevel", "devtools.timeline"] };
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await action();
  await cdp.send("Tracing.end");
  await ended;
  cdp.off("Tracing.dataCollected", collect);
  const place = ({ pid, tid }) => `${pid} ${tid}`;
  const page = events.find(({ args }) => args?.data?.url?.startsWith("https://www.facebook.com/"));
  if (!page) throw new Error("the trace does not show the page");
  return events
    .filter((event) => event.name === "ThreadControllerImpl::RunTask" && place(event) === place(page))
    .map(({ tdur = 0 }) => tdur / 1_000);
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
    const body = isAnswer ? answers[served++ % ANSWERS] : document;
    return { headers: { "content-type": "text/html; charset=utf-8" }, body };
  });
  const browser = await launch("chrome", { proxyPort: internet.proxyPort });
  try {
    const tab = await browser.firstTab();
    await tab.goto("https://www.facebook.com/northwindcoffee");
    const form = new URLSearchParams({
      fb_api_req_friendly_name: "ProfileCometTimelineFeedRefetchQuery",
      variables: JSON.stringify({ id: COMPANY, cursor: "x-1" }),
    }).toString();
    const askOnce = () => tab.evaluate((body) => ask(body), form);
    const askAll = async () => {
      for (let asked = 0; asked < ANSWERS; asked++) await askOnce();
    };
    const settled = (popup) => popup.evaluate("whyfirst.settled()");
    const alone = await tasksDuring(browser, askAll);
    let popup;
    const ofDocument = await tasksDuring(browser, async () => {
      popup = await tab.clickAction();
      await popup.waitFor("globalThis.whyfirst !== undefined");
      await settled(popup);
      await askOnce();
    });
    const ofAnswers = await tasksDuring(browser, async () => {
      await askAll();
      await settled(popup);
    });
    const longest = (tasks) => Math.round(Math.max(...tasks) * 10) / 10;
    const sum = (tasks) => Math.round(tasks.reduce((total, task) => total + task, 0));
    const megabytes = (bytes) => Math.round(bytes / 100_000) / 10;
    const told = (what, value, unit) => ({ what, value, unit, limit: null });
    const limited = (what, value) => ({ what, value, unit: "ms", limit: LONGEST_TASK });
    return [
      told("document", megabytes(document.length), `MB in ${ISLANDS} islands`),
      limited("longest task from the click to the first audit", longest(ofDocument)),
      told("answers", megabytes(answers.join("").length), `MB in ${ANSWERS} answers`),
      limited("longest task while they are read", longest(ofAnswers)),
      told("longest task of the page alone", longest(alone), "ms"),
      told("all tasks of the page alone", sum(alone), "ms"),
      told("all tasks while they are read", sum(ofAnswers), "ms"),
      told(
        "records read",
        (await popup.evaluate(`whyfirst.audit({ asOf: ${Date.now()}, asOfFrom: "now", plan: null })`)).records.length,
        "",
      ),
    ];
  } finally {
    await browser.close();
    await internet.close();
  }
}
