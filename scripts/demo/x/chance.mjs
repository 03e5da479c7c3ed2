// Seeded chance: the same seed gives the same demo on every machine.

/** A generator (mulberry32) with the draws that the story needs. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const deal = new Map();
  return {
    next,
    /** Whole number in [from, to]. */
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: (list) => list[Math.floor(next() * list.length)],
    /** The next of `list`, going round, so that nothing repeats before all have been used. */
    deal(list) {
      const at = deal.get(list) ?? Math.floor(next() * list.length);
      deal.set(list, at + 1);
      return list[at % list.length];
    },
  };
}
