import {
  ATTR_SHOPPING_CHAT_ACTION,
  ATTR_SHOPPING_CHAT_FEEDBACK_RATING,
} from '@chatspan/semantic-conventions';
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import type { ChatPayload } from '../public/chat-event-source.ts';
import type { ChatLimits } from '../public/limits.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { Settings } from '../settings/settings.ts';
import { cutToBytes, jsonBytes, toAttributeValue } from './attribute-value.ts';
import type { ChatEvent } from './chat-event.ts';
import { configJson } from './config-json.ts';
import type { ContentCapturer } from './content-capture.ts';
import { contentCapturer } from './content-capture.ts';
import { givenList } from './given-list.ts';
import { isIdentifier } from './identifier.ts';
import type { ActionPlan, KeyRule } from './key-rules.ts';
import { actionPlans, isDocumentedAction } from './key-rules.ts';
import type { OutgoingText } from './outgoing-text.ts';
import { outgoingText } from './outgoing-text.ts';
import { keysOf, readShort } from './read-payload.ts';

const EVENT_OVERHEAD_BYTES = 230;
const ATTRIBUTE_OVERHEAD_BYTES = 38;

/** The documented label of the one menu item that affects the conversation. */
const CLEAR_CHAT = 'Clear Chat';

/**
 * Maps payloads by the registry's table. Never throws: what cannot be read is left out and reported once. Without
 * `isRecording` only what the event means for the spans is read. `undefined` for an action that is not a name.
 */
export type EventMapper = (payload: ChatPayload, isRecording?: boolean) => ChatEvent | undefined;

/** A mapper for these settings. */
export function createEventMapper(settings: Settings, report: ReportProblem): EventMapper {
  const planOf = actionPlans(settings.payloadAttributes, report);
  const outgoing = outgoingText(settings, report);
  const mapping: Mapping = {
    limits: settings.limits,
    untruncated: { ...settings.limits, maxValueLength: Number.POSITIVE_INFINITY },
    report,
    capture: contentCapturer(settings, outgoing),
  };
  return (payload, isRecording = true) => {
    const action = actionOf(payload, outgoing, report);
    if (action === undefined) return undefined;
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

/** The action as it is recorded. One that nobody documents may be anything that a person wrote. */
function actionOf(
  { action }: ChatPayload,
  outgoing: OutgoingText,
  report: ReportProblem,
): string | undefined {
  if (isDocumentedAction(action)) return action;
  if (isIdentifier(action)) return outgoing(action, { attribute: ATTR_SHOPPING_CHAT_ACTION, action });
  report('unknown_action', 'not a name');
  return undefined;
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
      else mapping.report('unknown_attribute', `${action} ${isIdentifier(key) ? key : 'not a name'}`);
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
  let value = toAttributeValue(asGiven(raw, rule), type, untruncated);
  if (value === undefined || !isPlausible(name, value)) {
    report('wrong_type', `${action} ${name}`);
    return;
  }
  if (length) {
    attributes[length] = (value as string).length;
    filling.bytes += length.length + ATTRIBUTE_OVERHEAD_BYTES;
  }
  value = toAttributeValue(capture(value, { rule, action, payload }), type, limits);
  if (value === undefined) return;
  if (content === 'config') filling.config = value as string;
  else store(filling, name, value, limits.maxEventBytes, report);
}

/** The value in the form that its rule expects, where the page plainly means it. */
function asGiven(raw: unknown, { name, type, content }: KeyRule): unknown {
  if (type === 'string[]') return givenList(raw, name.endsWith('_ids'));
  if (content === 'config' && typeof raw === 'object' && raw !== null) return configJson(raw);
  return raw;
}

/** Whether the documented range has this value: a rating is from 1 to 5. */
function isPlausible(name: string, value: AttributeValue): boolean {
  if (name !== ATTR_SHOPPING_CHAT_FEEDBACK_RATING) return true;
  return Number(value) >= 1 && Number(value) <= 5;
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
