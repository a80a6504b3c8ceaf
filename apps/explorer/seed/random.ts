/** Random numbers that are the same for the same seed: sfc32, http://pracrand.sourceforge.net/RNG_engines.txt. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** True this often. */
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(min: number, max: number): number;
  /** One of them, by weight. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
  /** Around `median`, now and then several times as much, as waiting times are. */
  around(median: number, spread: number): number;
  /** Hexadecimal digits. */
  hex(bytes: number): string;
}

export function createRandom(...seeds: readonly number[]): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  for (const seed of seeds) {
    a ^= seed | 0;
    c ^= Math.floor(seed / 2 ** 32) | 0;
    for (let round = 0; round < 12; round += 1) step();
  }

  function step(): number {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  }

  const next = (): number => step() / 2 ** 32;
  return {
    next,
    chance: (share) => next() < share,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick(weighted) {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return (weighted[0] as readonly [never, number])[0];
    },
    around(median, spread) {
      // Box and Muller: a normal distribution from two uniform ones.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
    hex(bytes) {
      let text = '';
      while (text.length < bytes * 2) text += step().toString(16).padStart(8, '0');
      return text.slice(0, bytes * 2);
    },
  };
}
