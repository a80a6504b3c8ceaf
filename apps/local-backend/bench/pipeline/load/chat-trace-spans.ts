import { randomBytes } from 'node:crypto';
import type { Attributes, Context, HrTime, Span } from '@opentelemetry/api';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { ACTIVITY_EVENTS, QUESTION } from './chat-events.ts';

/** One chat session: its root, two activities of 15 events, and in each a turn with its question: 32 events. */
export const SPANS_PER_TRACE = 5;
export const EVENTS_PER_TRACE = 2 * (ACTIVITY_EVENTS.length + 1);

/** A trace, and the text that is its trace id and stands for its chat session, too. */
export interface ChatTrace {
  readonly traceId: string;
  readonly spans: ReadableSpan[];
}

/** Makes the spans of one chat session by the SDK, as a shop's page would, all within two minutes from `start`. */
export function chatTrace(start: Date): ChatTrace {
  const traceId = randomBytes(16).toString('hex');
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'shop', 'service.version': '4.2.0' }),
    spanProcessors: [new SimpleSpanProcessor(exporter)],
    idGenerator: {
      generateTraceId: () => traceId,
      generateSpanId: () => randomBytes(8).toString('hex'),
    },
  });
  const tracer = provider.getTracer('@chatspan/instrumentation', '0.1.0');
  const common: Attributes = {
    'shopping_chat.session.id': traceId,
    'session.id': `visit-${traceId}`,
    'gen_ai.conversation.id': `conversation-${traceId}`,
    'browser.document.url.full': 'https://shop.example/products/431374',
  };
  let sequence = 0;
  function open(name: string, second: number, attributes: Attributes, parent: Context): [Span, Context] {
    const span = tracer.startSpan(
      name,
      { startTime: at(start, second), attributes: { ...common, ...attributes } },
      parent,
    );
    return [span, trace.setSpan(parent, span)];
  }
  function add(span: Span, name: string, second: number, attributes: Attributes): void {
    sequence += 1;
    span.addEvent(
      `shopping_chat.${name}`,
      { 'shopping_chat.action': name, 'shopping_chat.event.seq': sequence, ...attributes },
      at(start, second),
    );
  }

  const [root, inSession] = open('shopping_chat.session', 0, {}, context.active());
  root.end(at(start, 0));
  for (const [index, from] of [0, 60].entries()) {
    const [activity, inActivity] = open('shopping_chat.activity', from, {}, inSession);
    for (const [place, [name, attributes]] of ACTIVITY_EVENTS.entries()) {
      add(activity, name, from + place, attributes);
    }
    const turnAttributes = { 'shopping_chat.turn.seq': index + 1, 'shopping_chat.turn.request_count': 1 };
    const [turn] = open('shopping_chat.turn', from + 20, turnAttributes, inActivity);
    add(turn, QUESTION[0], from + 20, QUESTION[1]);
    turn.setAttributes({
      'shopping_chat.turn.time_to_first_byte': 0.4 + index / 8,
      'shopping_chat.turn.end_reason': index === 0 ? 'answered' : 'failed',
    });
    if (index === 1) turn.setStatus({ code: SpanStatusCode.ERROR });
    turn.end(at(start, from + 23));
    activity.setAttribute('shopping_chat.activity.end_reason', 'idle');
    activity.end(at(start, from + 30));
  }
  return { traceId, spans: exporter.getFinishedSpans() };
}

function at(start: Date, second: number): HrTime {
  const milliseconds = start.getTime() + second * 1000;
  return [Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1_000_000];
}
