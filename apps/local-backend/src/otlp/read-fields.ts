import { MalformedRequestError } from './malformed-request.ts';

/** A repeated field: a list of objects, or absent. */
export function listOf<T extends object>(value: unknown, where: string): T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new MalformedRequestError(`${where} is not an array.`);
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'object' || item === null) {
      throw new MalformedRequestError(`${where}[${index}] is not an object.`);
    }
  }
  return value as T[];
}

/** A field that is an object, or absent. */
export function objectOf<T extends object>(value: T | null | undefined, where: string): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new MalformedRequestError(`${where} is not an object.`);
  }
  return value;
}

/** A string field; absent means ''. Half a surrogate pair (a text cut in an emoji) becomes U+FFFD. */
export function textOf(value: unknown, where: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new MalformedRequestError(`${where} is not a string.`);
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** An id in hexadecimal, lower case; absent, empty or all zeros means ''. */
export function idOf(value: unknown, bytes: number, where: string): string {
  const id = textOf(value, where).toLowerCase();
  if (/^0*$/.test(id)) return '';
  if (id.length !== bytes * 2 || !/^[0-9a-f]+$/.test(id)) {
    throw new MalformedRequestError(`${where} is not an id of ${bytes * 2} hexadecimal digits.`);
  }
  return id;
}

export function signedInteger(value: unknown, where: string): bigint {
  const integer = integerOf(value, where);
  if (BigInt.asIntN(64, integer) !== integer) throw new MalformedRequestError(`${where} is beyond 64 bits.`);
  return integer;
}

/** An integer as a UInt8, its lowest byte as in Go; absent means 0. */
export function unsignedByte(value: unknown, where: string): number {
  return value === undefined || value === null ? 0 : Number(BigInt.asUintN(8, integerOf(value, where)));
}

/** Nanoseconds since 1970; absent means 0. Later than the year 2262 does not fit a DateTime64(9). */
export function nanoseconds(value: unknown, where: string): bigint {
  const time = value === undefined || value === null ? 0n : integerOf(value, where);
  if (time < 0n || BigInt.asIntN(64, time) !== time) {
    throw new MalformedRequestError(`${where} is not a time between 1970 and 2262 in nanoseconds.`);
  }
  return time;
}

function integerOf(value: unknown, where: string): bigint {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d{1,20}$/.test(text)) {
    throw new MalformedRequestError(`${where} is not an integer.`);
  }
  return BigInt(text);
}
