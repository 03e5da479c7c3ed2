// Tails and quantiles of the beta and gamma distributions, for limits that hold in small samples.

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** log Γ(x), x > 0; Lanczos approximation (SIAM J Numer Anal B 1:86–96, 1964), good to about 1e-14. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < 9; i++) sum += LANCZOS[i]! / (shifted + i);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * Regularised incomplete beta I_x(a, b), a, b > 0: the share of a Beta(a, b) below x. Continued fraction of
 * Abramowitz & Stegun 26.5.8 by Lentz's method.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** Regularised lower incomplete gamma P(a, x), a > 0: series below a + 1, continued fraction above (A&S 6.5.29/31). */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MOST_TERMS && term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / nonZero(b);
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / nonZero(term * d + b);
    c = nonZero(b + term / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}

/**
 * Where an increasing function crosses zero: Newton's steps, halving wherever one would leave the bracket, down to
 * neighbouring numbers.
 */
function root(value: (x: number) => number, slope: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  let x = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const y = value(x);
    if (y < 0) low = x;
    else high = x;
    const newton = x - y / slope(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next) || y === 0) return x;
    x = next;
  }
  return x;
}

/** The x below which a Beta(a, b) lies with probability p in (0, 1). */
export function betaQuantile(p: number, a: number, b: number): number {
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const density = (x: number): number => Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
  return root((x) => betaBelow(x, a, b) - p, density, 0, 1);
}

/** The x below which a gamma variable of shape a and scale 1 lies with probability p in (0, 1). */
export function gammaQuantile(p: number, a: number): number {
  const scale = logGamma(a);
  let high = a + 1;
  while (gammaBelow(a, high) < p) high *= 2;
  const density = (x: number): number => Math.exp((a - 1) * Math.log(x) - x - scale);
  return root((x) => gammaBelow(a, x) - p, density, 0, high);
}
