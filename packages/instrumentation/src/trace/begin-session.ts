import {
  ATTR_SHOPPING_CHAT_ACTION,
  ATTR_SHOPPING_CHAT_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ROLLOVER_REASON,
  ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT,
  ATTR_SHOPPING_CHAT_TRIGGER_NAME,
  SPAN_SHOPPING_CHAT_SESSION,
} from '@chatspan/semantic-conventions';
import type { MappedEvent } from '../mapping/event-mapping.ts';
import type { ChatSession, TraceStart } from '../session/chat-session.ts';
import type { Recorder } from './recorder.ts';

/** What begins a trace. */
export interface TraceBegin {
  readonly now: number;
  readonly start: TraceStart;
  readonly event: MappedEvent | undefined;
}

/** Begins a trace by a root span that ends at once. `false` as long as the page has no tracer provider. */
export function beginSession(
  session: ChatSession,
  recorder: Recorder,
  { now, start, event }: TraceBegin,
): boolean {
  const before = session.state();
  const span = recorder.startSpan({
    name: SPAN_SHOPPING_CHAT_SESSION,
    time: now,
    attributes: {
      ...session.attributes(),
      [ATTR_SHOPPING_CHAT_SESSION_ID]: before && start !== 'idle' ? before.id : undefined,
      [ATTR_SHOPPING_CHAT_ACTION]: event?.action,
      [ATTR_SHOPPING_CHAT_TRIGGER_NAME]: event?.attributes[ATTR_SHOPPING_CHAT_TRIGGER_NAME],
      [ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT]: event?.attributes[ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT],
      [ATTR_SHOPPING_CHAT_SESSION_ROLLOVER_REASON]: before && start,
    },
    links: before && [{ context: before.root }],
  });
  if (!span) return false;
  const { id } = session.enterTrace(span.spanContext(), now, start);
  // Jaeger warns of a trace whose root has no length.
  recorder.endSpan(span, { [ATTR_SHOPPING_CHAT_SESSION_ID]: id }, now + 1);
  // A processor or exporter may have disabled the instrumentation when the span ended.
  return session.state() !== undefined;
}
