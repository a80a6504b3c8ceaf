import { attempt } from '../guard/guard.ts';
import { readJson } from './json-text.ts';

// As shops name the identifier of a product in an object.
const ID_KEYS = ['id', 'product_id', 'productId'] as const;

/**
 * A list as the page plainly means it: an array, its JSON, identifiers separated by commas, or one item by itself. An
 * object in a list of identifiers stands for its identifier. Any other value is returned unchanged.
 *
 * @param isIds whether the items are identifiers, which hold no comma
 */
export function givenList(value: unknown, isIds: boolean): unknown {
  const list = typeof value === 'string' ? listInText(value, isIds) : value;
  if (!isIds) return list;
  if (typeof list === 'number') return [list];
  return Array.isArray(list) ? Array.from(list, idOf) : list;
}

function listInText(text: string, isIds: boolean): unknown {
  const trimmed = text.trim();
  // A blank says nothing, not "none".
  if (trimmed === '') return undefined;
  const parsed: unknown = trimmed.startsWith('[') ? attempt(() => readJson(trimmed)) : undefined;
  // A number that is too long for JSON would be another product.
  if (Array.isArray(parsed)) return parsed.map((item) => (isInexact(item) ? undefined : item));
  if (!isIds) return [text];
  return trimmed
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function idOf(item: unknown): unknown {
  if (item === null || typeof item !== 'object') return item;
  return attempt(() => ID_KEYS.map((key) => (item as Record<string, unknown>)[key]).find(isId));
}

function isInexact(item: unknown): boolean {
  return Number.isInteger(item) && !Number.isSafeInteger(item);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
