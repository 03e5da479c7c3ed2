// Limits of shares and rates, and what unread messages leave open.
import { betaBelow, betaQuantile, gammaQuantile } from "./distributions.ts";

/** Lower and upper end of an interval. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** 97.5 % point of the standard normal distribution: two-sided 95 %. */
export const Z95 = 1.959963984540054;

/**
 * Score limits of a share, `k` of `n` (Wilson, JASA 22:209–212, 1927); 95 % unless `z` says otherwise. n may be
 * fractional, as an effective number is. n = 0 gives [0, 1].
 * @throws RangeError where not 0 ≤ k ≤ n.
 */
export function wilson(k: number, n: number, z = Z95): Limits {
  if (!(k >= 0 && k <= n)) throw new RangeError(`A count must lie between 0 and ${n}, but is ${k}.`);
  if (n === 0) return { lower: 0, upper: 1 };
  const share = k / n;
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return {
    lower: k === 0 ? 0 : Math.max(0, centre - half),
    upper: k === n ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Wilson's limits, moved out wherever the exact binomial (Clopper & Pearson, Biometrika 26:404–413, 1934) gives the
 * share at a limit more than `most` to err on that side. In small samples Wilson's own limits err up to about 6 % on
 * one side (Brown, Cai & DasGupta, Stat Sci 16:101–133, 2001). n and k may be fractional.
 * @throws RangeError where not 0 ≤ k ≤ n.
 */
export function guardedWilson(k: number, n: number, most = 0.05): Limits {
  const { lower, upper } = wilson(k, n);
  return {
    lower: k > 0 && betaBelow(lower, k, n - k + 1) > most ? betaQuantile(most, k, n - k + 1) : lower,
    upper: k < n && betaBelow(1 - upper, n - k, k + 1) > most ? 1 - betaQuantile(most, n - k, k + 1) : upper,
  };
}

/**
 * Events per unit of exposure (posts per week: `exposure` in weeks) with exact 95 % Poisson limits (Garwood,
 * Biometrika 28:437–442, 1936).
 * @throws RangeError where the count is not a whole number ≥ 0 or the exposure not above 0.
 */
export function poissonRate(count: number, exposure: number): { readonly rate: number } & Limits {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`A count must be whole, but is ${count}.`);
  if (!(exposure > 0)) throw new RangeError(`The time watched must be above 0, but is ${exposure}.`);
  return {
    rate: count / exposure,
    lower: count === 0 ? 0 : gammaQuantile(0.025, count) / exposure,
    upper: gammaQuantile(0.975, count + 1) / exposure,
  };
}

/**
 * Where the answered share lies whatever the unread messages hold: `answered` of `known` turns, `unknown` further
 * turns (methods.md §6; the bounds of Manski, Am Econ Rev 80:319–323, 1990). Nothing known or unknown: [0, 1].
 * @throws RangeError where a count is negative, or answered exceeds known.
 */
export function coverageBounds(answered: number, known: number, unknown: number): Limits {
  if (!(answered >= 0 && answered <= known && unknown >= 0)) {
    throw new RangeError(`Cannot bound ${answered} answered of ${known} known with ${unknown} unknown.`);
  }
  const all = known + unknown;
  return all === 0 ? { lower: 0, upper: 1 } : { lower: answered / all, upper: (answered + unknown) / all };
}

/** The smallest interval that holds all the given ones; [0, 1] never shrinks. At least one must be given. */
export const outer = (...limits: readonly Limits[]): Limits => ({
  lower: Math.min(...limits.map(({ lower }) => lower)),
  upper: Math.max(...limits.map(({ upper }) => upper)),
});
