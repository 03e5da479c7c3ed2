// What the benchmark measures: the audits, the search for texts that say the same, and a page with many records.
import { groupBy } from "../../src/computed/group.ts";
import type { Dataset } from "../../src/domain/dataset.ts";
import type { NetworkId, PageRecord } from "../../src/domain/record.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START } from "../support/dataset.ts";
import { planOf } from "../support/plan.ts";

export { auditInSteps, auditPage } from "../../src/report/run.ts";
export { nearlyIdentical, shinglesOf } from "../../src/stats/similarity.ts";

const WORDS =
  "coffee order machine shop water please where when thanks team week harvest roast delivery broken refund price grinder filter sunday morning festival new blend farm people question answer nobody arrived love open closed discount study waste report colleague winter store help account update".split(
    " ",
  );
/** Every fourth text holds one of these. */
const OTHER_WORDS = ["it’s", "café", "über", "🎉", "😀", "naïve", "@northwind", "—", "80 %"];
const DAYS = 720;

/** A plan with hours to answer in. */
export const plan = planOf({
  policy: { within: 4 * HOUR, hours: { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 }, zone: "Europe/Berlin" },
});

/**
 * A page over two years: a fifth posts, half people's messages, the rest answers. Nine in ten threads were opened;
 * of the others some messages are not known.
 */
export function manyRecords(count: number, network: NetworkId = "x"): Dataset {
  let state = count;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * bound);
  };
  const text = (): string => {
    const words = Array.from({ length: 8 + below(30) }, () => WORDS[below(WORDS.length)]!);
    if (below(4) === 0) words.push(OTHER_WORDS[below(OTHER_WORDS.length)]!);
    return `${words.join(" ")}${"?.!"[below(3)]}`;
  };
  // Ids, keys and addresses as long as they are on X.
  const named = (at: number) => {
    const id = String(((BigInt(at) - 1_288_834_974_657n) << 22n) + BigInt(below(1 << 22)));
    return { id, url: `https://x.com/i/status/${id}`, text: text(), lang: "en" };
  };
  const person = (): string => `${below(count / 4)}`.padStart(32, "a1b2c3d4e5f60789a1b2c3d4e5f60789");
  const build = new DatasetBuilder(network, START + (DAYS + 10) * DAY);
  const threads: PageRecord[] = [];
  for (let post = 0; build.records.length < count; post++) {
    const at = START + Math.floor((post * DAYS * DAY) / (count / 4)) + 9 * HOUR;
    const head = named(at);
    const root = build.post(at, { ...head, text: `${head.text} https://example.com/${post}` });
    threads.push(root);
    for (let i = below(5); i > 0; i--) {
      const asking = at + below(3_000) * MINUTE;
      const asked = build.message(person(), root, asking, named(asking));
      const answering = asking + below(2_000) * MINUTE;
      if (below(10) < 6) build.answer(asked, answering, named(answering));
    }
  }
  build.announceAll();
  const members = groupBy(build.records, ({ thread, id }) => thread ?? id);
  for (const root of threads) {
    if (below(10) > 0) build.open(root, { members: members.get(root.id)!.map(({ id }) => id) });
  }
  return build.read("posts").read("replies").build();
}
