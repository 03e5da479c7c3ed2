// Single values of Facebook's answers, each null where it is not what it should be.

export const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
export const count = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
/** Seconds since the epoch between 2004, when the site began, and 2100. */
export const seconds = (value: unknown): number | null =>
  typeof value === "number" && Number.isInteger(value) && value > 1_075_000_000 && value < 4_102_444_800 ? value : null;
