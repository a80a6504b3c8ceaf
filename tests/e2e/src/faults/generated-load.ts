import { randomBytes } from 'node:crypto';
import { chatTrace } from '@chatspan-tools/native/testing/chat-trace';

/** OTLP requests of one chat session whose every event is known: they are numbered 1 to `events`. */
export interface GeneratedLoad {
  readonly chatSessionId: string;
  readonly traceId: string;
  readonly events: number;
  readonly spans: number;
  /** Bodies of requests, in JSON. */
  readonly batches: readonly string[];
}

/** How a load is cut; the numbers are upper bounds. */
export interface LoadShape {
  readonly events: number;
  readonly eventsPerSpan: number;
  readonly spansPerBatch: number;
}

export function generateLoad({ events, eventsPerSpan, spansPerBatch }: LoadShape): GeneratedLoad {
  const chatSessionId = randomBytes(16).toString('hex');
  const traceId = randomBytes(16).toString('hex');
  const numbers = Array.from({ length: events }, (_, index) => index + 1);
  const spans = inGroups(numbers, eventsPerSpan).map((ofSpan) => ({
    name: 'shopping_chat.activity',
    traceId,
    attributes: { 'shopping_chat.session.id': chatSessionId },
    events: ofSpan.map((seq) => ({
      name: 'shopping_chat.product_select',
      attributes: {
        'shopping_chat.action': 'product_select',
        'shopping_chat.event.seq': seq,
        'shopping_chat.product.id': '431374',
        'shopping_chat.selection.product_ids': ['431374', '531284'],
      },
    })),
  }));
  const batches = inGroups(spans, spansPerBatch).map((ofBatch) => chatTrace(ofBatch));
  return { chatSessionId, traceId, events, spans: spans.length, batches };
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
