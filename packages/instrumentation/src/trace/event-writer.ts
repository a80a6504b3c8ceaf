import {
  ATTR_SHOPPING_CHAT_ACTION,
  ATTR_SHOPPING_CHAT_CONFIG,
  ATTR_SHOPPING_CHAT_EVENT_SEQ,
} from '@chatspan/semantic-conventions';
import type { Attributes, AttributeValue } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import { jsonBytes } from '../mapping/attribute-value.ts';
import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { ChatIdentity } from '../session/chat-identity.ts';
import type { ChatSession } from '../session/chat-session.ts';
import { ratingAttributes } from '../session/rated-turn.ts';
import { definedValues } from '../settings/defined-values.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import { attributeBytes, customize } from './custom-attributes.ts';
import type { OpenSpan } from './open-span.ts';
import type { Recorder } from './recorder.ts';

/** What events are written with. */
export interface EventWriterParts {
  readonly settings: CurrentSettings;
  readonly session: ChatSession;
  readonly identity: ChatIdentity;
  readonly recorder: Recorder;
  readonly report: ReportProblem;
}

/** Writes an event into a span, with its number in the chat session; of an unsampled one, only its time is kept. */
export type WriteEvent = (open: OpenSpan, event: ChatEvent, now: number) => void;

export function createEventWriter(parts: EventWriterParts): WriteEvent {
  const { settings, session, identity, recorder, report } = parts;
  /** What a log-based event carries besides, since it is read without its span. */
  const logAttributesOf = (open: OpenSpan, { config }: ChatEvent): Attributes => {
    if (settings().eventSink === 'span_events') return {};
    const isFirstConfig = open.config === undefined;
    const attributes: Attributes = definedValues({
      ...identity.attributes(),
      [ATTR_SHOPPING_CHAT_CONFIG]: isFirstConfig ? config : undefined,
    });
    for (const key of Object.keys(attributes))
      open.bytes += attributeBytes(key, attributes[key] as AttributeValue);
    return attributes;
  };
  /** The widget's configuration: once on the span, and on an event that differs from it. */
  const configAttributes = (open: OpenSpan, { config }: ChatEvent): Attributes => {
    if (config === undefined || config === open.config) return {};
    open.bytes += jsonBytes(config);
    if (open.config !== undefined) return { [ATTR_SHOPPING_CHAT_CONFIG]: config };
    open.config = config;
    recorder.setAttributes(open.span, { [ATTR_SHOPPING_CHAT_CONFIG]: config });
    return {};
  };
  const attributesOf = (open: OpenSpan, event: ChatEvent): Attributes => ({
    // First, since some backends drop the tail.
    [ATTR_SHOPPING_CHAT_ACTION]: event.action,
    [ATTR_SHOPPING_CHAT_EVENT_SEQ]: session.nextSeq(),
    ...event.attributes,
    ...(event.rated && ratingAttributes(event.rated, session.state()?.ratable ?? [])),
    ...configAttributes(open, event),
  });

  return (open, event, now) => {
    session.touch(now);
    if (!open.span.isRecording()) return;
    const { name, action } = event;
    const { applyCustomAttributesOnEvent, evaluation, limits } = settings();
    const logAttributes = logAttributesOf(open, event);
    let attributes = attributesOf(open, event);
    open.bytes += event.bytes;
    if (applyCustomAttributesOnEvent) {
      const bytesLeft = limits.maxEventBytes - event.bytes;
      const own = customize({ name, action, attributes }, applyCustomAttributesOnEvent, bytesLeft, report);
      attributes = own.attributes;
      open.bytes += own.bytes;
    }
    if (now > open.lastAt) open.lastAt = now;
    const time = open.lastAt;
    recorder.addEvent(open.span, { name, time, attributes, logAttributes });
    open.events += 1;
    const extra = evaluation && callHook(report, 'evaluation', () => evaluation({ action, attributes }));
    if (extra) recorder.addEvent(open.span, { ...extra, time, logAttributes });
  };
}
