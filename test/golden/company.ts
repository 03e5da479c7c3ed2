// A fictitious coffee company on X, built by code: what its report says is kept in report.json beside this file.
import type { Dataset } from "../../src/domain/dataset.ts";
import type { PageRecord } from "../../src/domain/record.ts";
import { DAY, DatasetBuilder, HOUR, MINUTE, START, WEEK } from "../support/dataset.ts";

const POSTS = [
  "Which roast do you drink on a Sunday morning? Tell us below!",
  "Our Lisbon roastery is closed on Monday for maintenance.",
  "Shop now: 15% off all grinders, free shipping until Sunday.",
  "Our study of 400 coffee shops: three lessons on waste.",
  "Meet our new colleague Ana, who joined us as an apprentice.",
  "Thank you all for a wonderful harvest festival!",
  "New in stores: the winter blend, from farms in Huila.",
];
const MESSAGES = [
  "Where is my order? It never arrived",
  "How much is the grinder, and do you ship to Spain?",
  "Love it",
  "My machine broke after two weeks, still waiting for an answer",
  "The Sunday one, always",
  "Is the shop in Porto open on Sundays?",
  "👏👏",
];
const ANSWERS = [
  "We are sorry to hear this! Please send us a DM with your order number so that we can look into it.",
  "Yes, we ship to Spain. The grinder is 89 euros.",
  "Porto opens at nine on Sundays. See you there!",
];

export interface Company {
  readonly dataset: Dataset;
  readonly sibling: Dataset;
  readonly asOf: number;
}

/** Twelve weeks: a rhythm with a campaign and a silence, people who ask, some of whom are answered, threads half read. */
export function company(): Company {
  let state = 7;
  const random = {
    below(bound: number): number {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 4_294_967_296) * bound);
    },
  };
  const pick = <Thing>(things: readonly Thing[]): Thing => things[random.below(things.length)]!;
  const asOf = START + 12 * WEEK;
  const x = new DatasetBuilder("x", asOf);
  const linkedin = new DatasetBuilder("linkedin", asOf);
  const posts: PageRecord[] = [];
  for (let day = 0; day < 84; day++) {
    // Nothing in the eighth week; every second day else; a campaign in the tenth.
    const week = Math.floor(day / 7);
    const count = week === 7 ? 0 : week === 9 ? 3 : day % 2;
    for (let i = 0; i < count; i++) {
      const at = START + day * DAY + (9 + 2 * i) * HOUR + random.below(60) * MINUTE;
      const text = pick(POSTS);
      posts.push(x.post(at, { text, lang: "en" }));
      if (random.below(4) === 0) linkedin.post(at + HOUR, { text, lang: "en", id: `linkedin-${day}-${i}` });
    }
  }
  for (const post of posts) {
    const people = random.below(6);
    for (let i = 0; i < people; i++) {
      const at = post.created.from + (1 + random.below(40)) * HOUR;
      if (at > asOf - DAY) continue;
      const message = x.message(`person-${random.below(60)}`, post, at, { text: pick(MESSAGES), lang: "en" });
      if (random.below(10) < 4) {
        const answer = x.answer(message, at + (1 + random.below(30)) * HOUR, { text: pick(ANSWERS), lang: "en" });
        if (random.below(5) === 0)
          x.message(message.author.key, answer, answer.created.from + HOUR, { text: "Thanks!" });
      } else if (random.below(5) === 0) {
        x.message(`helper-${i}`, message, at + HOUR, { text: "Same here", lang: "en" });
      }
    }
  }
  for (let i = 0; i < 12; i++) {
    const asked = x.message(`elsewhere-${i}`, `thread-${i}`, START + i * WEEK, {
      replyToAuthor: null,
      text: "Does anyone at Northwind read this?",
    });
    x.answer(asked, START + i * WEEK + (2 + i) * HOUR, { text: pick(ANSWERS), lang: "en" });
  }
  for (let i = 0; i < 6; i++) x.repost(START + i * 2 * WEEK + 3 * HOUR);
  x.announceAll();
  // The threads of the last eight weeks were opened, but for two; below two messages the answers were not.
  posts
    .filter(({ created }) => created.from >= START + 4 * WEEK)
    .forEach((post, i) => {
      if (i !== 3 && i !== 8) x.open(post);
    });
  x.read("posts", START).read("replies", START + WEEK);
  return { dataset: hideSome(x.build()), sibling: linkedin.read("posts").build(), asOf };
}

/** As if some messages had not been loaded: they are gone, what announces them stays. */
function hideSome(dataset: Dataset): Dataset {
  const opened = new Set(dataset.coverage.threads.flatMap(({ members }) => members));
  const people = dataset.records.filter(
    ({ author, replyTo }) => author.role === "other" && !replyTo?.startsWith("thread-"),
  );
  const hidden = new Set(people.filter(({ id }, i) => !opened.has(id) || i % 19 === 0).map(({ id }) => id));
  const below = ({ replyTo, author }: PageRecord) => author.role === "other" && replyTo !== null && hidden.has(replyTo);
  return {
    ...dataset,
    records: dataset.records.filter((record) => !hidden.has(record.id) && !below(record)),
    coverage: {
      ...dataset.coverage,
      threads: dataset.coverage.threads.map((thread) => ({
        ...thread,
        members: thread.members.filter((id) => !hidden.has(id)),
      })),
    },
  };
}
