import { ATTR_SHOPPING_CHAT_ACTION } from '@chatspan/semantic-conventions';
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import type { ChatPayload } from '../public/chat-event-source.ts';
import type { ChatLimits } from '../public/limits.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import { cutText, cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';
import type { ChatEvent } from './chat-event.ts';
import type { ContentCapturer } from './content-capture.ts';
import { contentCapturer } from './content-capture.ts';
import type { ActionPlan, KeyRule } from './key-rules.ts';
import { actionPlans } from './key-rules.ts';
import { keysOf, readShort } from './read-payload.ts';

const MAX_ACTION_LENGTH = 128;
const EVENT_OVERHEAD_BYTES = 230;
const ATTRIBUTE_OVERHEAD_BYTES = 38;

/** The documented label of the one menu item that affects the conversation. */
const CLEAR_CHAT = 'Clear Chat';

/**
 * Maps payloads by the registry's table. Never throws: what cannot be read is left out and reported once. Without
 * `isRecording` only what the event means for the spans is read.
 */
export type EventMapper = (payload: ChatPayload, isRecording?: boolean) => ChatEvent;

/** A mapper for these settings. */
export function createEventMapper(settings: Settings, report: ReportProblem): EventMapper {
  const planOf = actionPlans(settings.payloadAttributes, report);
  const mapping: Mapping = {
    limits: settings.limits,
    untruncated: { ...settings.limits, maxValueLength: Number.POSITIVE_INFINITY },
    report,
    capture: contentCapturer(settings, report),
  };
  return (payload, isRecording = true) => {
    const action = cutText(payload.action, MAX_ACTION_LENGTH);
    const plan = planOf(action);
    const { name } = plan;
    const effect = effectOf(plan, payload);
    const rated =
      plan.effect === 'rates'
        ? { messageId: readShort(payload, 'message_id'), responseId: readShort(payload, 'response_id') }
        : undefined;
    const filling: Filling = {
      action,
      payload,
      attributes: { [ATTR_SHOPPING_CHAT_ACTION]: action },
      bytes: EVENT_OVERHEAD_BYTES + 2 * action.length,
      config: undefined,
    };
    // A question opens a span, which may be sampled differently.
    if (isRecording || effect === 'asks') fill(filling, plan, mapping);
    const { attributes, bytes, config } = filling;
    return { name, action, effect, attributes, bytes, config, rated };
  };
}

interface Mapping {
  readonly limits: ChatLimits;
  readonly untruncated: ChatLimits;
  readonly report: ReportProblem;
  readonly capture: ContentCapturer;
}

/** An event whose attributes are being filled in. */
interface Filling {
  readonly action: string;
  readonly payload: ChatPayload;
  readonly attributes: Attributes;
  bytes: number;
  config: string | undefined;
}

function effectOf({ effect }: ActionPlan, payload: ChatPayload): ChatEvent['effect'] {
  return effect === 'clears' && readShort(payload, 'button_content') !== CLEAR_CHAT ? undefined : effect;
}

function fill(filling: Filling, { rules }: ActionPlan, mapping: Mapping): void {
  const { action, payload } = filling;
  for (const key of keysOf(payload, rules)) {
    const rule = rules[key];
    if (rule === null) continue;
    try {
      const raw = (payload as Record<string, unknown>)[key];
      if (raw === undefined || raw === null) continue;
      if (rule) put(filling, rule, raw, mapping);
      else mapping.report('unknown_attribute', `${action} ${key}`);
    } catch {
      mapping.report('unreadable_attribute', `${action} ${key}`);
    }
  }
}

function put(filling: Filling, rule: KeyRule, raw: unknown, mapping: Mapping): void {
  const { limits, untruncated, report, capture } = mapping;
  const { attributes, action, payload } = filling;
  const { name, type, content, length } = rule;
  // Redact before truncating: a truncated URL or e-mail address no longer matches.
  let value = toAttributeValue(raw, type, content ? untruncated : limits);
  if (value === undefined) {
    report('wrong_type', `${action} ${name}`);
    return;
  }
  if (length) {
    attributes[length] = (value as string).length;
    filling.bytes += length.length + ATTRIBUTE_OVERHEAD_BYTES;
  }
  if (content) {
    value = toAttributeValue(capture(value, { rule, action, payload }), type, limits);
    if (value === undefined) return;
  }
  if (content === 'config') filling.config = value as string;
  else store(filling, name, value, limits.maxEventBytes, report);
}

function store(
  filling: Filling,
  name: string,
  value: AttributeValue,
  maxBytes: number,
  report: ReportProblem,
): void {
  const bytes = filling.bytes + name.length + ATTRIBUTE_OVERHEAD_BYTES;
  let size = jsonBytes(value);
  let stored: AttributeValue | undefined = value;
  if (bytes + size > maxBytes) {
    report('event_too_large', `${filling.action} ${name}`);
    stored = cutToBytes(value, maxBytes - bytes);
    if (stored === undefined) return;
    size = jsonBytes(stored);
  }
  filling.attributes[name] = stored;
  filling.bytes = bytes + size;
}
