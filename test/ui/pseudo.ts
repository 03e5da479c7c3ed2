// A pseudo-language: every sentence of a catalogue at least 40 % longer and in one long word, to see what breaks.
const stretch = (sentence: string): string => {
  const letters = sentence.replaceAll("**", "").length;
  return sentence === "" ? "" : `${sentence}${"ß".repeat(Math.ceil(letters * 0.4))}`;
};

/** The catalogue with every text stretched, figures (`format`) and codes untouched. */
export function pseudo<T>(entry: T, key = ""): T {
  if (key === "format" || key === "direction") return entry;
  if (typeof entry === "string") return stretch(entry) as T;
  if (typeof entry === "function") {
    return ((...values: unknown[]) => {
      const said: unknown = entry(...values);
      return typeof said === "string" ? stretch(said) : said;
    }) as T;
  }
  if (typeof entry === "object" && entry !== null) {
    return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, pseudo(value, name)])) as T;
  }
  return entry;
}
