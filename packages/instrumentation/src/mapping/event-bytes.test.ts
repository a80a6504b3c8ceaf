import { EVENT_RULES } from '@chatspan/semantic-conventions/mapping';
import { expect, it } from 'vitest';
import { resolveSettings } from '../settings/settings.ts';
import type { ChatEvent } from './chat-event.ts';
import { createEventMapper } from './map-event.ts';

const VALUES = { 'string[]': ['431374', '531284'], int: 4, boolean: true, any: '' };
const map = createEventMapper(resolveSettings({ contentCapture: 'all' }), (code, where) => {
  throw new Error(`${code}: ${where}`);
});

// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding, as the SDK writes it.
function otlpValue(value: unknown): unknown {
  if (Array.isArray(value)) return { arrayValue: { values: value.map(otlpValue) } };
  if (typeof value === 'number') return { intValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

it.each(Object.entries(EVENT_RULES))(
  'estimates %s at its size in OTLP JSON, or slightly more',
  (action, rules) => {
    const payload = Object.entries(rules).map(([key, { type, content }]) => [
      key,
      type ? VALUES[type] : content === 'url' ? 'https://shop.example/size-guide' : 'large',
    ]);
    const { name, attributes, bytes } = map({ action, ...Object.fromEntries(payload) }) as ChatEvent;
    const recorded = { ...attributes, 'shopping_chat.event.seq': 100 };
    const event = {
      attributes: Object.entries(recorded).map(([key, value]) => ({ key, value: otlpValue(value) })),
      name,
      timeUnixNano: '1795528622605000000',
      droppedAttributesCount: 0,
    };
    const taken = `${JSON.stringify(event)},`.length;
    expect(bytes).toBeGreaterThanOrEqual(taken);
    expect(bytes).toBeLessThan(taken * 1.1);
  },
);
