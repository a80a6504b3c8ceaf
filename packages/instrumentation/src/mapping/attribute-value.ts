import type { AttributeRule } from '@chatspan/semantic-conventions/mapping';
import type { AttributeValue } from '@opentelemetry/api';
import type { ChatLimits } from '../public/limits.ts';

/** The type of an attribute; `any` is that of the value that comes. */
export type AttributeType = AttributeRule['type'] | 'any';

/**
 * A payload's value as an attribute's, cut to the limits; `undefined` when it is of another type.
 * Identifiers are often numbers in a page's data, and booleans strings: those are taken for what they mean.
 */
export function toAttributeValue(
  value: unknown,
  type: AttributeType,
  { valueLength, arrayLength }: ChatLimits,
): AttributeValue | undefined {
  if (type === undefined) return toText(value, valueLength);
  if (type === 'any' && !Array.isArray(value))
    return typeof value === 'boolean' || Number.isSafeInteger(value)
      ? (value as number)
      : toText(value, valueLength);
  if (type === 'boolean') {
    const text = toText(value, valueLength);
    return text === 'true' || (text === 'false' ? false : undefined);
  }
  if (type === 'int') {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return Number.isSafeInteger(number) ? (number as number) : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const items: string[] = [];
  for (let index = 0; index < value.length && index < arrayLength; index += 1) {
    const item = toText(value[index], valueLength);
    if (item !== undefined) items.push(item);
  }
  return items;
}

/** An id that the page gives, cut to the limits: a text, but nothing hinders it from giving a number. */
export function toId(id: string | undefined, limits: ChatLimits): string | undefined {
  return toAttributeValue(id, 'any', limits) as string | undefined;
}

// Characters that take one byte in JSON.
const PLAIN = /^[ !#-[\]-~]*$/;
const encoder = new TextEncoder();

/** Up to so many characters a text counts as plain: looking closer would cost more than the few bytes are worth. */
const SHORT_TEXT = 32;

/** Estimated bytes of a value in OTLP JSON; exact for texts longer than {@link SHORT_TEXT}. */
export function jsonBytes(value: AttributeValue): number {
  if (typeof value === 'string') return textBytes(value);
  if (!Array.isArray(value)) return 8;
  let bytes = 16;
  for (const item of value) bytes += 18 + textBytes(String(item));
  return bytes;
}

// A control character is \\u and four digits in JSON.
const LARGEST_CHARACTER = 6;

/** The value cut so that it takes at most `bytes`; `undefined` when nothing is left. */
export function cutToBytes(value: AttributeValue, bytes: number): AttributeValue | undefined {
  if (typeof value === 'string') return cutText(value, Math.floor(bytes / LARGEST_CHARACTER)) || undefined;
  if (!Array.isArray(value)) return undefined;
  const items = [...value] as string[];
  while (items.length > 0 && jsonBytes(items) > bytes) items.pop();
  return items.length > 0 ? items : undefined;
}

function toText(value: unknown, length: number): string | undefined {
  if (typeof value === 'string') return value.length > length ? cutText(value, length) : value;
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : undefined;
}

function cutText(text: string, length: number): string {
  // Half a surrogate pair is no character.
  return text.slice(0, Math.max(0, length)).replace(/[\uD800-\uDBFF]$/, '');
}

function textBytes(text: string): number {
  return text.length <= SHORT_TEXT || PLAIN.test(text)
    ? text.length
    : encoder.encode(JSON.stringify(text)).length;
}
