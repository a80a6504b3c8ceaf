import { chatEventsOf } from './chat-events.ts';
import type { StoredSpan } from './stored-span.ts';

/**
 * A trace as indented text: service, span, what it ended with, and below it its chat events (•) and its children, each
 * in order of their number and time. A span whose parent is not there stands at the margin.
 */
export function traceTree(spans: readonly StoredSpan[]): string {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const lines = (parents: readonly StoredSpan[], depth: number): string[] =>
    parents.flatMap((span) => {
      const children = spans.filter(({ parentSpanId }) => parentSpanId === span.spanId);
      return [
        line(span.service.replace('chatspan-', ''), depth, `${span.name}${details(span)}`),
        ...chatEventsOf(span).map(({ name }) =>
          line('', depth + 1, `• ${name.replace('shopping_chat.', '')}`),
        ),
        ...lines(inOrder(children), depth + 1),
      ];
    });
  const tops = spans.filter(({ parentSpanId }) => !ids.has(parentSpanId));
  return lines(inOrder(tops), 0).join('\n');
}

function line(service: string, depth: number, text: string): string {
  return `${service.padEnd(14)}${'  '.repeat(depth)}${text}`;
}

/** Siblings in order of their start. Of those that start in the same millisecond the one that ends first comes first. */
function inOrder(siblings: readonly StoredSpan[]): StoredSpan[] {
  return siblings.toSorted((a, b) => Number(a.start - b.start) || Number(a.end - b.end));
}

const shown = [
  'shopping_chat.message.input_type',
  'shopping_chat.activity.end_reason',
  'shopping_chat.turn.end_reason',
  'gen_ai.response.finish_reasons',
  'error.type',
];

function details({ attributes, status }: StoredSpan): string {
  const values = shown.flatMap((name) => attributes[name] ?? []).map(plain);
  const all = status === 'Error' ? [...values, 'ERROR'] : values;
  return all.length === 0 ? '' : ` (${all.join(' ')})`;
}

/** ClickHouse holds an array as its JSON text. */
function plain(value: unknown): string {
  return String(typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value);
}
