import { MalformedRequestError } from './malformed-request.ts';
import type { AnyValue, KeyValue } from './otlp-request.ts';
import { listOf, objectOf, signedInteger, textOf } from './read-fields.ts';

/** Attributes as the Collector's clickhouseexporter stores them: every value as text (pdata v1.67 Value.AsString). */
export function attributeTexts(attributes: unknown, where: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [index, attribute] of listOf<KeyValue>(attributes, where).entries()) {
    const key = textOf(attribute.key, `${where}[${index}].key`);
    // A plain assignment would set the prototype instead.
    Object.defineProperty(texts, key, {
      value: attributeText(attribute.value, `${where}[${index}].value`),
      enumerable: true,
      configurable: true,
    });
  }
  return texts;
}

/** Lists in lists and maps in maps. A deeper value is a mistake, and would overflow the stack. */
const MAX_NESTING = 64;

/** A value as text, which is '' for an absent one. */
export function attributeText(given: AnyValue | null | undefined, where: string): string {
  const value = objectOf(given, where);
  if (value?.arrayValue !== undefined || value?.kvlistValue !== undefined) return jsonText(value, where, 0);
  if (value?.doubleValue !== undefined) return String(double(value.doubleValue, where));
  if (value?.intValue !== undefined) return signedInteger(value.intValue, where).toString();
  if (value?.boolValue !== undefined) return String(boolean(value.boolValue, where));
  if (value?.bytesValue !== undefined) return textOf(value.bytesValue, where);
  return textOf(value?.stringValue, where);
}

/** JSON as Go's encoder writes it: keys sorted, U+2028 and U+2029 escaped, no other HTML escapes. */
function jsonText(value: AnyValue | null | undefined, where: string, nesting: number): string {
  if (nesting > MAX_NESTING) {
    // The place would be as long as the value is deep.
    throw new MalformedRequestError(`${where.slice(0, 100)}… is nested more than ${MAX_NESTING} deep.`);
  }
  if (value === undefined || value === null) return 'null';
  if (value.arrayValue !== undefined) {
    const list = objectOf(value.arrayValue, `${where}.arrayValue`);
    const items = listOf<AnyValue>(list?.values, `${where}.arrayValue.values`);
    return `[${items.map((item, index) => jsonText(item, `${where}.arrayValue.values[${index}]`, nesting + 1)).join(',')}]`;
  }
  if (value.kvlistValue !== undefined) {
    const list = objectOf(value.kvlistValue, `${where}.kvlistValue`);
    const items = listOf<KeyValue>(list?.values, `${where}.kvlistValue.values`);
    const members = items.map(
      (item) => [textOf(item.key, where), jsonText(item.value, where, nesting + 1)] as const,
    );
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, text]) => `${quoted(key)}:${text}`).join(',')}}`;
  }
  if (value.stringValue !== undefined) return quoted(textOf(value.stringValue, where));
  if (value.bytesValue !== undefined) return quoted(textOf(value.bytesValue, where));
  return attributeText(value, where) || 'null';
}

function quoted(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function boolean(value: unknown, where: string): boolean {
  if (value === null) return false;
  if (typeof value !== 'boolean') throw new MalformedRequestError(`${where}.boolValue is not true or false.`);
  return value;
}

function double(value: unknown, where: string): number {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || (Number.isNaN(number) && value !== 'NaN')) {
    throw new MalformedRequestError(`${where}.doubleValue is not a number.`);
  }
  return number;
}
