import { createHash } from 'node:crypto';

/** Numbers from 0 (included) to 1 (excluded); the same seed gives the same numbers. */
export type Random = () => number;

export function seededRandom(seed: string): Random {
  let count = 0;
  return () => {
    const digest = createHash('sha256').update(`${seed} ${count++}`).digest();
    return digest.readUInt32BE() / 2 ** 32;
  };
}

/** A value up to 30 % below or above `middle`. */
export function around(middle: number, random: Random): number {
  return Math.round(middle * (0.7 + 0.6 * random()));
}

export function hexId(bytes: number, random: Random): string {
  return Array.from({ length: bytes }, () =>
    Math.floor(random() * 256)
      .toString(16)
      .padStart(2, '0'),
  ).join('');
}

/** A UUID of version 7 (RFC 9562): milliseconds since 1970, then random bits. */
export function uuidV7(timestampMs: number, random: Random): string {
  const time = timestampMs.toString(16).padStart(12, '0');
  const bits = hexId(10, random);
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
}
