// What no page can show, whatever is opened (methods.md §8); the sentences are in ui/text.

export const CANNOT_SHOW = [
  "privateMessages",
  "reach",
  "outcomes",
  "hidden",
  "boosted",
  "employees",
  "mentionsElsewhere",
  "silentReaders",
  "notLoaded",
] as const;
