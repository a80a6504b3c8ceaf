import type { VendorAction } from '@chatspan/semantic-conventions';
import {
  ATTR_SHOPPING_CHAT_ACTION,
  ATTR_SHOPPING_CHAT_CONFIG,
  ATTR_SHOPPING_CHAT_EVENT_SEQ,
} from '@chatspan/semantic-conventions';
import type { AttributeRule, EventRules } from '@chatspan/semantic-conventions/mapping';
import {
  DEFAULT_ATTRIBUTE_RULES,
  EVENT_NAMESPACE,
  EVENT_RULES,
  UNKNOWN_ACTION_EVENT,
} from '@chatspan/semantic-conventions/mapping';
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import { attempt } from './attempt.ts';
import { cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';
import { capture } from './content-capture.ts';
import type { EventEffect } from './event-effect.ts';
import { effectOf } from './event-effect.ts';
import type { ReportProblem } from './report-once.ts';
import type { Settings } from './settings.ts';
import type { ChatPayload } from './sources/chat-event-source.ts';

// Far above what any documented event has; a bound on the work that one event can cause.
const MOST_KEYS = 64;
const ACTION_LENGTH = 128;
const EVENT_OVERHEAD_BYTES = 160;
const ATTRIBUTE_OVERHEAD_BYTES = 48;

/** An interaction event under its OpenTelemetry names. */
export interface MappedEvent {
  readonly name: string;
  readonly action: string;
  readonly effect: EventEffect | undefined;
  /** Begins with `shopping_chat.action` and a place for `shopping_chat.event.seq`: some back ends cut the tail. */
  readonly attributes: Attributes;
  /** The widget's configuration, when it may be recorded. */
  config: string | undefined;
  /** Estimated size in OTLP JSON. */
  bytes: number;
  /** Which message a rating is of, as far as the page says. */
  readonly rated: { readonly messageId: unknown; readonly responseId: unknown } | undefined;
}

/**
 * Maps payloads by the registry's table. Never throws: what cannot be read is left out and reported once. Without
 * `isRecording` only what the event means for the spans is read.
 */
export type EventMapper = (payload: ChatPayload, isRecording?: boolean) => MappedEvent;

/** A mapper for these settings. */
export function createEventMapper(settings: Settings, report: ReportProblem): EventMapper {
  const { limits, defaultAttributes } = settings;
  const whole = { ...limits, valueLength: Number.POSITIVE_INFINITY };
  // What a key of any payload stands for; `null` for keys that are read elsewhere.
  const anyEvent = new Map<string, AttributeRule | null>([
    ...Object.entries(defaultAttributes).map(
      ([key, name]) => [key, { name, type: 'any' as never }] as [string, AttributeRule],
    ),
    ...Object.entries(DEFAULT_ATTRIBUTE_RULES),
    // Not documented by the vendor: a page adds ids so that a rating finds its turn.
    ['action', null],
    ['message_id', null],
    ['response_id', null],
  ]);

  const put = (event: MappedEvent, rule: AttributeRule, raw: unknown, payload: ChatPayload): void => {
    const { name, content, length } = rule;
    const { attributes, action } = event;
    const type = (rule.type as string) === 'any' ? naturalType(raw) : rule.type;
    // What is to be looked at must be whole: half of an address is not told from other text.
    const value = toAttributeValue(raw, type, content ? whole : limits);
    if (value === undefined) {
      report('wrong_type', `${action} ${name}`);
      return;
    }
    if (length !== undefined) {
      attributes[length] = String(raw).length;
      event.bytes += length.length + ATTRIBUTE_OVERHEAD_BYTES;
    }
    const captured = content
      ? toAttributeValue(
          capture(value, rule, action, (payload as { type?: unknown }).type, settings, report),
          type,
          limits,
        )
      : value;
    if (captured === undefined) return;
    if (name === ATTR_SHOPPING_CHAT_CONFIG) {
      event.config = captured as string;
      return;
    }
    const bytes = event.bytes + name.length + ATTRIBUTE_OVERHEAD_BYTES;
    let fitting: AttributeValue | undefined = captured;
    let size = jsonBytes(captured);
    if (bytes + size > limits.eventBytes) {
      report('event_too_large', `${action} ${name}`);
      fitting = cutToBytes(captured, limits.eventBytes - bytes);
      if (fitting === undefined) return;
      size = jsonBytes(fitting);
    }
    attributes[name] = fitting;
    event.bytes = bytes + size;
  };

  return (payload, isRecording = true) => {
    const action = payload.action.slice(0, ACTION_LENGTH);
    const effect = effectOf(action);
    const known = Object.hasOwn(EVENT_RULES, action);
    const rules: EventRules = known ? EVENT_RULES[action as VendorAction] : {};
    if (!known) report('unknown_action', action);
    const event: MappedEvent = {
      name: known ? EVENT_NAMESPACE + action : UNKNOWN_ACTION_EVENT,
      action,
      effect: action === 'menu_click' && read(payload, 'button_content') === CLEAR_CHAT ? 'clears' : effect,
      attributes: { [ATTR_SHOPPING_CHAT_ACTION]: action, [ATTR_SHOPPING_CHAT_EVENT_SEQ]: 0 },
      config: undefined,
      bytes: EVENT_OVERHEAD_BYTES + action.length,
      rated:
        effect === 'rates'
          ? { messageId: read(payload, 'message_id'), responseId: read(payload, 'response_id') }
          : undefined,
    };
    // A question opens a span of its own, of which the sampler may think otherwise.
    if (!isRecording && effect !== 'asks') return event;
    const keys = keysOf(payload, rules, anyEvent);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      const rule = Object.hasOwn(rules, key) ? rules[key] : anyEvent.get(key);
      if (rule === null) continue;
      try {
        const raw = (payload as Record<string, unknown>)[key];
        if (raw === undefined || raw === null) continue;
        if (rule) put(event, rule, raw, payload);
        else report('unknown_attribute', `${action} ${key}`);
      } catch {
        report('unreadable_attribute', `${action} ${key}`);
      }
    }
    return event;
  };
}

/** The documented label of the one menu item that does something to the conversation. */
const CLEAR_CHAT = 'Clear Chat';

/** The payload's keys. Of very many, or of some that it does not tell, first those that are documented. */
function keysOf(
  payload: object,
  rules: EventRules,
  anyEvent: ReadonlyMap<string, unknown>,
): readonly string[] {
  const keys = attempt(() => Object.keys(payload)) ?? [];
  if (keys.length > 0 && keys.length <= MOST_KEYS) return keys;
  return [...new Set([...Object.keys(rules), ...anyEvent.keys(), ...keys])].slice(0, 2 * MOST_KEYS);
}

function naturalType(value: unknown): AttributeRule['type'] {
  if (Array.isArray(value)) return 'string[]';
  return typeof value === 'boolean' ? 'boolean' : Number.isSafeInteger(value) ? 'int' : undefined;
}

function read(payload: object, key: string): unknown {
  return attempt(() => (payload as Record<string, unknown>)[key]);
}
