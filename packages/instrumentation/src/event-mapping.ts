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
import type { Attributes } from '@opentelemetry/api';
import { cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';
import { capture } from './content-capture.ts';
import type { Settings } from './settings.ts';
import type { ChatPayload, ReportProblem } from './sources/chat-event-source.ts';

// Far above what any documented event has; a bound on the work that one event can cause.
const MOST_KEYS = 64;
const ACTION_LENGTH = 128;
// Not documented by the vendor: a page adds them so that a rating finds its turn.
const RATED_KEYS = ['message_id', 'response_id'];
const EVENT_OVERHEAD_BYTES = 160;
const ATTRIBUTE_OVERHEAD_BYTES = 48;

/** An interaction event under its OpenTelemetry names. */
export interface MappedEvent {
  readonly name: string;
  readonly action: string;
  /** Begins with `shopping_chat.action` and a place for `shopping_chat.event.seq`: some back ends cut the tail. */
  readonly attributes: Attributes;
  /** The widget's configuration, when it may be recorded. */
  readonly config: string | undefined;
  /** Estimated size in OTLP JSON. */
  readonly bytes: number;
  /** Whether it clears the conversation: the one documented menu item that does something to it. */
  readonly clears: boolean;
  /** What a rating says of the message it rates. */
  readonly rated: { readonly messageId: unknown; readonly responseId: unknown };
}

/** Maps a payload by the registry's table. Never throws: what cannot be read is left out and reported once. */
export function mapEvent(payload: ChatPayload, settings: Settings, report: ReportProblem): MappedEvent {
  const action = payload.action.slice(0, ACTION_LENGTH);
  const rules: EventRules | undefined = ownValue(EVENT_RULES, action);
  const attributes: Attributes = { [ATTR_SHOPPING_CHAT_ACTION]: action, [ATTR_SHOPPING_CHAT_EVENT_SEQ]: 0 };
  let bytes = EVENT_OVERHEAD_BYTES + action.length;
  let config: string | undefined;

  const put = (rule: AttributeRule, raw: unknown): void => {
    const { name, type, content, length } = rule;
    const value = toAttributeValue(raw, type, settings.limits);
    if (value === undefined) {
      report(`type:${name}`, `${action}: ${name} is not of type ${type} and is left out`);
      return;
    }
    if (length !== undefined) {
      attributes[length] = typeof raw === 'string' ? raw.length : String(value).length;
      bytes += length.length + ATTRIBUTE_OVERHEAD_BYTES;
    }
    const captured =
      content === undefined ? value : capture(value, rule, action, read(payload, 'type'), settings, report);
    if (captured === undefined) return;
    if (name === ATTR_SHOPPING_CHAT_CONFIG) {
      config = captured as string;
      return;
    }
    const overhead = name.length + ATTRIBUTE_OVERHEAD_BYTES;
    const free = settings.limits.eventBytes - bytes - overhead;
    const size = jsonBytes(captured);
    const fitting = size > free ? cutToBytes(captured, free) : captured;
    if (fitting !== captured) report('event_bytes', `${action}: larger than eventBytes, ${name} is cut`);
    if (fitting === undefined) return;
    attributes[name] = fitting;
    bytes += overhead + (fitting === captured ? size : jsonBytes(fitting));
  };

  if (!rules) report('unknown_action', `unknown action ${action}: recorded as ${UNKNOWN_ACTION_EVENT}`);
  const keys = readKeys(payload);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (key === 'action') continue;
    const rule =
      index < MOST_KEYS
        ? ((rules && ownValue(rules, key)) ?? ownValue(DEFAULT_ATTRIBUTE_RULES, key))
        : undefined;
    const custom = rule ? undefined : ownValue(settings.defaultAttributes, key);
    try {
      const raw = (payload as Record<string, unknown>)[key];
      if (raw === undefined || raw === null || RATED_KEYS.includes(key)) continue;
      if (rule) put(rule, raw);
      else if (custom !== undefined) put({ name: custom, type: naturalType(raw) }, raw);
      else
        report(`key:${key.slice(0, 64)}`, `${action}: ${key.slice(0, 64)} has no attribute and is left out`);
    } catch {
      report(`read:${key.slice(0, 64)}`, `${action}: ${key.slice(0, 64)} cannot be read and is left out`);
    }
  }
  return {
    name: rules ? EVENT_NAMESPACE + action : UNKNOWN_ACTION_EVENT,
    action,
    attributes,
    config,
    bytes,
    clears: action === 'menu_click' && read(payload, 'button_content') === 'Clear Chat',
    rated: { messageId: read(payload, 'message_id'), responseId: read(payload, 'response_id') },
  };
}

function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function naturalType(value: unknown): AttributeRule['type'] {
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'string[]';
  return Number.isSafeInteger(value) ? 'int' : 'string';
}

function readKeys(payload: object): readonly string[] {
  try {
    return Object.keys(payload);
  } catch {
    return [];
  }
}

/** A property of the page's object, whose getter may throw. */
export function read(payload: object, key: string): unknown {
  try {
    return (payload as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}
