// Seeded random numbers: the same data always give the same limits, on every machine.

export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform whole number in [0, bound); bound at most 2^32. */
  below(bound: number): number;
}

/**
 * xoshiro128** seeded through SplitMix32, so that neighbouring seeds give unrelated streams.
 * Source: Blackman & Vigna, ACM TOMS 47(4), 2021, art. 36. `seed` is taken modulo 2^32.
 */
export function seededRandom(seed: number): Random {
  let mixed = seed >>> 0;
  const split = (): number => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = split();
  let b = split();
  let c = split();
  let d = split();
  const word = (): number => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const next = (): number => word() / 4_294_967_296;
  return { next, below: (bound) => Math.floor(next() * bound) };
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
