import type { StoredSpan } from './stored-span.ts';

/** Spans with every attribute as the text that the ClickHouse exporter makes of it. */
export function asTexts(spans: readonly StoredSpan[]): StoredSpan[] {
  return spans.map((span) => ({
    ...span,
    attributes: texts(span.attributes),
    events: span.events.map((event) => ({ ...event, attributes: texts(event.attributes) })),
  }));
}

function texts(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      Array.isArray(value) ? JSON.stringify(value) : String(value),
    ]),
  );
}
