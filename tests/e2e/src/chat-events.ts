import type { StoredEvent, StoredSpan } from './stored-span.ts';

/** An interaction event with where it was recorded. */
export interface ChatEvent {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly seq: number;
  readonly chatSessionId: string;
  readonly traceId: string;
}

/** The interaction events of a span in the order of their numbers, which is that of their recording. */
export function chatEventsOf(span: StoredSpan): StoredEvent[] {
  return span.events
    .filter(({ name }) => name.startsWith('shopping_chat.'))
    .sort((a, b) => seqOf(a) - seqOf(b));
}

/** The interaction events on these spans by chat session, in the order of their numbers. */
export function chatEventsBySession(spans: readonly StoredSpan[]): ChatEvent[][] {
  const events = spans.flatMap((span) =>
    chatEventsOf(span).map((event) => ({
      name: event.name,
      attributes: event.attributes,
      seq: seqOf(event),
      chatSessionId: String(span.attributes['shopping_chat.session.id']),
      traceId: span.traceId,
    })),
  );
  const sessions = Map.groupBy(events, ({ chatSessionId }) => chatSessionId);
  return [...sessions.values()].map((ofSession) => ofSession.toSorted((a, b) => a.seq - b.seq));
}

function seqOf({ attributes }: StoredEvent): number {
  return Number(attributes['shopping_chat.event.seq']);
}
