import { attempt } from '../guard/guard.ts';
import type { ChatPayload } from '../public/chat-event-source.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeyRules } from './key-rules.ts';

// Far above what any documented event has: bounds the work that one event can cause.
const MAX_KEYS = 64;
// Longer ids are ignored.
const MAX_ID_LENGTH = 256;

/**
 * A copy of a plain object with its lists; `undefined` for any other object, whose attributes may come from its class,
 * or from a proxy that hides its keys, and for one with a configuration to record, which may be deep.
 */
export function copyPayload(
  payload: ChatPayload,
  { captureConfig, limits }: Pick<Settings, 'captureConfig' | 'limits'>,
): ChatPayload | undefined {
  return attempt(() => {
    if (Object.getPrototypeOf(payload) !== Object.prototype) return undefined;
    const copy: Record<string, unknown> & ChatPayload = { ...payload };
    for (const key in copy) {
      const value = copy[key];
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) copy[key] = value.slice(0, limits.maxArrayLength).map(copyItem);
      else if (captureConfig) return undefined;
    }
    return copy.action ? copy : undefined;
  });
}

/** Of a product, its id is read. */
function copyItem(item: unknown): unknown {
  return typeof item === 'object' && item !== null ? { ...item } : item;
}

/** The payload's keys. When there are very many, or when it hides them, the documented keys come first. */
export function keysOf(payload: object, rules: KeyRules): readonly string[] {
  const keys = attempt(() => Object.keys(payload)) ?? [];
  if (keys.length > 0 && keys.length <= MAX_KEYS) return keys;
  const all = new Set<string>();
  for (const key in rules) all.add(key);
  for (const key of keys) all.add(key);
  return [...all].slice(0, 2 * MAX_KEYS);
}

/** Reads an id or a label; `undefined` when it is too long for one. */
export function readShort(payload: object, key: string): unknown {
  const value = attempt(() => (payload as Record<string, unknown>)[key]);
  return typeof value === 'string' && value.length > MAX_ID_LENGTH ? undefined : value;
}
