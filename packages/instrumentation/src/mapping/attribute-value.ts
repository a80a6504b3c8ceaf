import type { AttributeRule } from '@chatspan/semantic-conventions/mapping';
import type { AttributeValue } from '@opentelemetry/api';
import type { ChatLimits } from '../public/limits.ts';
import { quoted } from './json-text.ts';

/** The type of an attribute; `any` keeps the type of the value. */
export type AttributeType = AttributeRule['type'] | 'any';

type ValueLimits = Pick<ChatLimits, 'maxValueLength' | 'maxArrayLength'>;

/**
 * A payload's value as an attribute's, truncated to the limits; `undefined` when it has another type. In a page's data
 * identifiers are often numbers, and booleans strings: these are converted.
 */
export function toAttributeValue(
  value: unknown,
  type: AttributeType,
  limits: ValueLimits,
): AttributeValue | undefined {
  switch (type) {
    case undefined:
      return toText(value, limits.maxValueLength);
    case 'boolean':
      return toBoolean(value);
    case 'int':
      return toInteger(value);
    case 'string[]':
      return toTexts(value, limits);
    case 'any':
      if (Array.isArray(value)) return toTexts(value, limits);
      if (typeof value === 'boolean' || Number.isSafeInteger(value)) return value as boolean | number;
      return toText(value, limits.maxValueLength);
  }
}

/** An id that the page gives, truncated to the limits. Its type is a string, but it may be a number at runtime. */
export function toId(id: string | undefined, limits: ValueLimits): string | undefined {
  return toAttributeValue(id, 'any', limits) as string | undefined;
}

// Characters that take one byte in JSON.
const PLAIN = /^[ !#-[\]-~]*$/;
const encoder = new TextEncoder();

/** Texts up to this length count as plain: looking closer would cost more than the few bytes are worth. */
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
const LARGEST_CHARACTER_BYTES = 6;

/** The value truncated to at most `bytes`; `undefined` when nothing is left. */
export function cutToBytes(value: AttributeValue, bytes: number): AttributeValue | undefined {
  if (typeof value === 'string') {
    const text = cutText(value, Math.floor(bytes / LARGEST_CHARACTER_BYTES));
    return text === '' ? undefined : text;
  }
  if (!Array.isArray(value)) return undefined;
  const items = [...value] as string[];
  while (items.length > 0 && jsonBytes(items) > bytes) items.pop();
  return items.length > 0 ? items : undefined;
}

/** The text truncated to `length` characters, without splitting a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, Math.max(0, length)).replace(/[\uD800-\uDBFF]$/, '');
}

function toText(value: unknown, length: number): string | undefined {
  if (typeof value === 'string') return cutText(value, length);
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : undefined;
}

function toTexts(value: unknown, { maxArrayLength, maxValueLength }: ValueLimits): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: string[] = [];
  // By index: a page may have changed the iterator of arrays.
  for (let index = 0; index < value.length && index < maxArrayLength; index += 1) {
    const item = toText(value[index], maxValueLength);
    if (item !== undefined) items.push(item);
  }
  // A list of which nothing can be read is not an empty one.
  return items.length === 0 && value.length > 0 ? undefined : items;
}

function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === 'true' || text === '1' || text === 1) return true;
  if (text === 'false' || text === '0' || text === 0) return false;
  return undefined;
}

function toInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

function textBytes(text: string): number {
  const isPlain = text.length <= SHORT_TEXT || PLAIN.test(text);
  return isPlain ? text.length : encoder.encode(quoted(text)).length;
}
