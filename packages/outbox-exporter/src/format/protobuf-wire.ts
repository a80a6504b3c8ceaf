import type { RequestBody } from '../batches/batch.ts';

/** One field of a message. */
export interface Field {
  number: number;
  /** The whole field, tag and length included. */
  bytes: Uint8Array;
  content: Uint8Array;
}

const LENGTH_DELIMITED = 2;

/**
 * The fields of a message in which every field is length-delimited, as in the upper levels of a trace request.
 * @throws when it is not such a message.
 */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  let position = 0;
  while (position < message.length) {
    const start = position;
    const tag = readVarint(message, position);
    const wireType = tag.value & 7;
    if (wireType !== LENGTH_DELIMITED) {
      throw new Error(`Not an OTLP trace request: wire type ${wireType} at byte ${start}.`);
    }
    const length = readVarint(message, tag.next);
    position = length.next + length.value;
    if (position > message.length) throw new Error(`Not an OTLP trace request: truncated at byte ${start}.`);
    fields.push({
      number: tag.value >> 3,
      bytes: message.subarray(start, position),
      content: message.subarray(length.next, position),
    });
  }
  return fields;
}

/** A length-delimited field. */
export function writeField(number: number, content: Uint8Array): RequestBody {
  return concatenate([
    Uint8Array.from(writeVarint((number << 3) | LENGTH_DELIMITED)),
    Uint8Array.from(writeVarint(content.length)),
    content,
  ]);
}

export function concatenate(parts: Uint8Array[]): RequestBody {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let position = start;
  // A length has at most 5 bytes of 7 bits.
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[position];
    if (byte === undefined) break;
    position += 1;
    // Not `<<`, which makes a negative number of bit 31.
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, next: position };
  }
  throw new Error(`Not an OTLP trace request: no number at byte ${start}.`);
}

function writeVarint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...writeVarint(value >>> 7)];
}
