import type { RecordedSpan } from './recorded-span.ts';

/**
 * Finished spans as lines of text: one trace after the other in the order of their start, children below their
 * parent, each with its reason and its events as `action#seq`.
 */
export function spanTree(spans: readonly RecordedSpan[]): string[] {
  const byStart = spans.toSorted((a, b) => a.startMs - b.startMs);
  const traceIds = [...new Set(byStart.map(({ traceId }) => traceId))];
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const traceNumber = (traceId: string) => traceIds.indexOf(traceId) + 1 || '?';

  const lines = (span: RecordedSpan, indent: string): string[] => [
    indent + describe(span, traceNumber),
    ...byStart
      .filter(({ parentSpanId }) => parentSpanId === span.spanId)
      .flatMap((child) => lines(child, `${indent.replace(/\S.*/, '')}  `)),
  ];
  return traceIds.flatMap((traceId) =>
    byStart
      .filter((span) => span.traceId === traceId && !(span.parentSpanId && ids.has(span.parentSpanId)))
      .flatMap((top) => {
        const orphan = top.parentSpanId ? 'parent missing: ' : '';
        return lines(top, `trace ${traceNumber(traceId)}: ${orphan}`);
      }),
  );
}

function describe(span: RecordedSpan, traceNumber: (traceId: string) => number | string): string {
  const { name, attributes, events, links } = span;
  const reason =
    attributes['shopping_chat.activity.end_reason'] ??
    attributes['shopping_chat.turn.end_reason'] ??
    attributes['shopping_chat.session.rollover_reason'];
  const error = attributes['error.type'];
  return [
    name,
    ...(reason === undefined ? [] : [` ${reason}`]),
    ...(error === undefined ? [] : [` (${error})`]),
    ...(events.length > 0 ? [`: ${events.map(eventLabel).join(' ')}`] : []),
    ...links.map(({ traceId }) => ` -> trace ${traceNumber(traceId)}`),
  ].join('');
}

/** `action#seq`; the event's own name when it is no interaction. */
export function eventLabel({ name, attributes }: Pick<RecordedSpan, 'name' | 'attributes'>): string {
  const action = attributes['shopping_chat.action'];
  return action === undefined ? name : `${action}#${attributes['shopping_chat.event.seq']}`;
}
