import type { Span } from '../span.ts';

/** A span of the chat with everything that a test does not say left empty. Without an end it ends when it starts. */
export function spanOf(values: Partial<Span> & Pick<Span, 'spanId'>): Span {
  const start = values.start ?? 0;
  return {
    traceId: 'aa',
    parentSpanId: '',
    name: 'POST',
    kind: 'Internal',
    service: 'chatspan-shop',
    scope: '',
    failed: false,
    statusMessage: '',
    attributes: new Map(),
    events: [],
    links: [],
    end: start,
    ...values,
    start,
  };
}

export function eventAt(time: number, name = 'shopping_chat.menu_click') {
  return { name, time, attributes: new Map<string, string>() };
}
