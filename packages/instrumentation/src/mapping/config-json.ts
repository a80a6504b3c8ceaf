import type { Json } from './json-text.ts';
import { writeJson } from './json-text.ts';

// Far above what a widget's configuration has.
const MAX_VALUES = 1_000;
const MAX_DEPTH = 16;

/**
 * A widget's configuration as JSON, not written by the page's `JSON`. `undefined` for an object that is no configuration:
 * too large, too deep, or a cycle.
 */
export function configJson(raw: object): string | undefined {
  let left = MAX_VALUES;
  const copy = (value: unknown, depth: number): Json | undefined => {
    left -= 1;
    if (left < 0 || depth > MAX_DEPTH) throw new RangeError('The configuration is too large.');
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1) ?? null);
    if (typeof value !== 'object') return undefined;
    const properties = Object.entries(value).map(([key, property]) => [key, copy(property, depth + 1)]);
    return Object.fromEntries(properties);
  };
  try {
    return writeJson(copy(raw, 0) as Json);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
