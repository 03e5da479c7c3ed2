// German sentences that several figures share, with the name and the people of each put in.
import type { IndicatorText } from "../catalogue/figures.ts";
import type { German } from "./words.ts";

export function shapes({ percent, plural, dative, verb, ofPosts }: German) {
  /** `agree` picks the verb's form that goes with the percentage. */
  const share = (
    name: string,
    count: (n: number) => string,
    sentence: (percent: string, count: string, agree: (one: string, other: string) => string) => string,
  ): IndicatorText => ({
    name,
    fact: (f) => sentence(`**${percent(f.value)}**`, count(f.n), (one, other) => verb(f.value, one, other)),
  });
  const within = (name: string, who: (n: number) => string, time: string): IndicatorText =>
    share(name, who, (p, n, agree) => `Von ${n} ${agree("bekam", "bekamen")} ${p} innerhalb ${time} eine Antwort.`);
  const until = (name: string, who: (n: number) => string, part: string, clock = ""): IndicatorText => ({
    name,
    fact: (f) => `Von ${who(f.n)} ${part} innerhalb von **${dative(f.value)}**${clock} eine Antwort.`,
  });
  const perPost = (name: string, one: string, other: string): IndicatorText => ({
    name,
    fact: (f) => `Die Hälfte von ${ofPosts(f.n)} ${plural(f.value, { one, other })}.`,
  });
  return { share, within, until, perPost };
}
