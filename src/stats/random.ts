// Seeded random numbers: the same data always give the same limits, on every machine.

/**
 * SplitMix32: a counter through a 32-bit mixing function (Steele, Lea & Flood, OOPSLA 2014, with the mixer of Wellons'
 * hash prospector). Period 2^32, far above what a bootstrap draws. `seed` is taken modulo 2^32. A
 * class, since engines keep a closure's changing number on the heap, at several times the cost.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  }

  /** Uniform whole number in [0, bound); bound at most 2^32. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }
}

/**
 * A 32-bit seed worked out from numbers (FNV-1a over their 64-bit patterns): the same numbers in the same order give
 * the same seed.
 */
export function seedOf(numbers: Iterable<number>): number {
  const bytes = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    bytes.setFloat64(0, number);
    hash = Math.imul(hash ^ bytes.getUint32(0), 0x01000193);
    hash = Math.imul(hash ^ bytes.getUint32(4), 0x01000193);
  }
  return hash >>> 0;
}
