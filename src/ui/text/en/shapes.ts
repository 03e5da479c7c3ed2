// English sentences that several figures share, with the name and the people of each put in.
import type { IndicatorText } from "../catalogue/figures.ts";
import type { English } from "./words.ts";

export function shapes({ percent, duration, plural, posts }: English) {
  const share = (
    name: string,
    count: (n: number) => string,
    sentence: (percent: string, count: string) => string,
  ): IndicatorText => ({ name, fact: (f) => sentence(`**${percent(f.value)}**`, count(f.n)) });
  const within = (name: string, who: (n: number) => string, time: string): IndicatorText =>
    share(name, who, (p, n) => `Of ${n}, ${p} had an answer within ${time}.`);

  const until = (name: string, who: (n: number) => string, part: string, clock = ""): IndicatorText => ({
    name,
    fact: (f) => `Of ${who(f.n)}, ${part} had an answer within **${duration(f.value)}**${clock}.`,
  });
  const perPost = (name: string, one: string, other: string): IndicatorText => ({
    name,
    fact: (f) => `Half of ${posts(f.n)} got **${plural(f.value, { one: `# ${one}`, other: `# ${other}` })}** or fewer.`,
  });
  return { share, within, until, perPost };
}
