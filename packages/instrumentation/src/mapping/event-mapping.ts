import type { VendorAction } from '@chatspan/semantic-conventions';
import { ATTR_SHOPPING_CHAT_ACTION, ATTR_SHOPPING_CHAT_EVENT_SEQ } from '@chatspan/semantic-conventions';
import {
  DEFAULT_ATTRIBUTE_RULES,
  EVENT_NAMESPACE,
  EVENT_RULES,
  UNKNOWN_ACTION_EVENT,
} from '@chatspan/semantic-conventions/mapping';
import type { Attributes } from '@opentelemetry/api';
import { attempt } from '../guard/guard.ts';
import type { ChatPayload } from '../public/chat-event-source.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import { cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';
import { capture } from './content-capture.ts';
import type { EventEffect } from './event-effect.ts';
import { EFFECTS } from './event-effect.ts';
import type { KeyRule } from './key-rule.ts';

// Far above what any documented event has; a bound on the work that one event can cause.
const MOST_KEYS = 64;
const ACTION_LENGTH = 128;
// An id that is longer names nothing.
const ID_LENGTH = 256;
const EVENT_OVERHEAD_BYTES = 230;
const ATTRIBUTE_OVERHEAD_BYTES = 38;

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

/** What a key of a payload stands for; `null` for keys that are read elsewhere. Has no prototype of ours. */
type KeyRules = Record<string, KeyRule | null>;

interface ActionPlan {
  readonly name: string;
  readonly effect: EventEffect | undefined;
  readonly rules: KeyRules;
}

/** Whether the vendor documents this action. */
export function isDocumentedAction(action: string): boolean {
  return Object.hasOwn(EVENT_RULES, action);
}

/** A mapper for these settings. */
export function createEventMapper(settings: Settings, report: ReportProblem): EventMapper {
  const { limits } = settings;
  const whole = { ...limits, valueLength: Number.POSITIVE_INFINITY };
  // Without the prototype of objects, from which a payload's key might be taken: `constructor`.
  const anyEvent: KeyRules = Object.create(null);
  for (const [key, name] of Object.entries(settings.defaultAttributes)) anyEvent[key] = { name, type: 'any' };
  Object.assign(anyEvent, DEFAULT_ATTRIBUTE_RULES, READ_ELSEWHERE);

  // Each made when its first event comes: one look-up by action, and one for each key.
  const plans = new Map<string, ActionPlan>();
  const planFor = (action: string): ActionPlan => {
    if (!Object.hasOwn(EVENT_RULES, action)) {
      report('unknown_action', action);
      return { name: UNKNOWN_ACTION_EVENT, effect: undefined, rules: anyEvent };
    }
    const plan = {
      name: EVENT_NAMESPACE + action,
      effect: EFFECTS[action as VendorAction],
      rules: Object.assign(Object.create(anyEvent), EVENT_RULES[action as VendorAction]),
    };
    plans.set(action, plan);
    return plan;
  };

  const put = (event: MappedEvent, rule: KeyRule, raw: unknown, payload: ChatPayload): void => {
    const { name, type, content, length } = rule;
    const { attributes, action } = event;
    // What is to be looked at must be whole: half of an address is not told from other text.
    let value = toAttributeValue(raw, type, content ? whole : limits);
    if (value === undefined) {
      report('wrong_type', `${action} ${name}`);
      return;
    }
    if (length) {
      attributes[length] = (value as string).length;
      event.bytes += length.length + ATTRIBUTE_OVERHEAD_BYTES;
    }
    if (content) {
      value = toAttributeValue(capture(value, rule, action, payload, settings, report), type, limits);
      if (value === undefined) return;
      if (content === 'config') {
        event.config = value as string;
        return;
      }
    }
    const bytes = event.bytes + name.length + ATTRIBUTE_OVERHEAD_BYTES;
    let size = jsonBytes(value);
    if (bytes + size > limits.eventBytes) {
      report('event_too_large', `${action} ${name}`);
      value = cutToBytes(value, limits.eventBytes - bytes);
      if (value === undefined) return;
      size = jsonBytes(value);
    }
    attributes[name] = value;
    event.bytes = bytes + size;
  };

  return (payload, isRecording = true) => {
    const action = payload.action.slice(0, ACTION_LENGTH);
    const { name, effect, rules } = plans.get(action) ?? planFor(action);
    const event: MappedEvent = {
      name,
      action,
      effect: effect === 'clears' && read(payload, 'button_content') !== CLEAR_CHAT ? undefined : effect,
      attributes: { [ATTR_SHOPPING_CHAT_ACTION]: action, [ATTR_SHOPPING_CHAT_EVENT_SEQ]: 0 },
      config: undefined,
      bytes: EVENT_OVERHEAD_BYTES + 2 * action.length,
      rated:
        effect === 'rates'
          ? { messageId: read(payload, 'message_id'), responseId: read(payload, 'response_id') }
          : undefined,
    };
    // A question opens a span of its own, of which the sampler may think otherwise.
    if (!isRecording && effect !== 'asks') return event;
    const keys = keysOf(payload, rules);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      const rule = rules[key];
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

// The ids are not documented by the vendor: a page adds them so that a rating finds its turn.
const READ_ELSEWHERE = { action: null, message_id: null, response_id: null };

/** The documented label of the one menu item that does something to the conversation. */
const CLEAR_CHAT = 'Clear Chat';

/** The payload's keys. Of very many, or of some that it does not tell, first those that are documented. */
function keysOf(payload: object, rules: KeyRules): readonly string[] {
  const keys = attempt(() => Object.keys(payload)) ?? [];
  if (keys.length > 0 && keys.length <= MOST_KEYS) return keys;
  const all = new Set<string>();
  for (const key in rules) all.add(key);
  for (const key of keys) all.add(key);
  return [...all].slice(0, 2 * MOST_KEYS);
}

/** An id, or a label that is looked for: neither is long. */
function read(payload: object, key: string): unknown {
  const value = attempt(() => (payload as Record<string, unknown>)[key]);
  return typeof value === 'string' && value.length > ID_LENGTH ? undefined : value;
}
