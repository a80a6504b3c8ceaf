import type { AttributeRule } from '@chatspan/semantic-conventions/mapping';
import { EVENT_RULES } from '@chatspan/semantic-conventions/mapping';

/** A payload of each documented action, with a value for everything that the conventions know of it. */
export const everyEvent = Object.entries(EVENT_RULES).map(([action, rules]) => ({
  ...Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, valueFor(key, rule)])),
  action,
}));

function valueFor(key: string, { type, content }: AttributeRule): unknown {
  if (type === 'int') return 4;
  if (type === 'boolean') return true;
  if (type === 'string[]') return [`first ${key}`, `second ${key}`];
  return content === 'url' ? `https://shop.example/${key}` : `a ${key}`;
}
