import {
  ATTR_SHOPPING_CHAT_ACTION,
  ATTR_SHOPPING_CHAT_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ROLLOVER_REASON,
  ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT,
  ATTR_SHOPPING_CHAT_TRIGGER_NAME,
} from '@chatspan/semantic-conventions';
import type { ChatEvent } from '../mapping/chat-event.ts';
import type { ChatSession, TraceStart } from '../session/chat-session.ts';
import type { ChatSpans } from './chat-spans.ts';

/** What begins a trace. */
export interface TraceBegin {
  readonly now: number;
  readonly start: TraceStart;
  /** The first event; `undefined` when a request comes first. */
  readonly event: ChatEvent | undefined;
}

/** Begins a trace by a root span that ends at once. `false` as long as the page has no tracer provider. */
export function beginTrace(
  session: ChatSession,
  spans: ChatSpans,
  { now, start, event }: TraceBegin,
): boolean {
  const before = session.state();
  const span = spans.start({
    kind: 'session',
    now,
    attributes: {
      // Of a new chat session the id is known once the span has started.
      [ATTR_SHOPPING_CHAT_SESSION_ID]: start === 'idle' ? undefined : before?.id,
      [ATTR_SHOPPING_CHAT_ACTION]: event?.action,
      [ATTR_SHOPPING_CHAT_TRIGGER_NAME]: event?.attributes[ATTR_SHOPPING_CHAT_TRIGGER_NAME],
      [ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT]: event?.attributes[ATTR_SHOPPING_CHAT_TRIGGER_COMPONENT],
      [ATTR_SHOPPING_CHAT_SESSION_ROLLOVER_REASON]: start === 'first' ? undefined : start,
    },
    links: before && [{ context: before.root }],
  });
  if (!span) return false;
  const { id } = session.enterTrace(span.spanContext(), now, start);
  // Jaeger warns of a trace whose root has no length.
  spans.end(span, 'session', { time: now + 1, attributes: { [ATTR_SHOPPING_CHAT_SESSION_ID]: id } });
  // A processor or exporter may have disabled the instrumentation when the span ended.
  return session.state() !== undefined;
}
