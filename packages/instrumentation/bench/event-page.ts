import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { ShoppingChatInstrumentation, trackerSource } from '../src/index.ts';

/** Milliseconds that each batch of events took. */
export interface VariantTimes {
  /** The calls that report the events. */
  call: number[];
  /** The calls and the export of what they recorded. */
  whole: number[];
}

/** The variants take turns, so that a drift of the machine's speed is in both. */
export interface EventTimes {
  instrumentation: VariantTimes;
  handWritten: VariantTimes;
}

const EVENTS_A_SPAN = 32;

const payloads = [
  {
    action: 'trigger_clicked',
    component: 'PDP_EMBEDDED',
    component_template: 'PDP_EMBEDDED_v1',
    trigger_context_product_ids: ['431374', '531284'],
    suggested_question_text: 'What materials is this product made from?',
    chat_widget_state: 'none',
    conversation_state: 'none',
  },
  {
    action: 'product_select',
    product_id: '431374',
    product_ids: ['431374', '531284'],
    suggestion_buttons_shown: ['Compare', 'Find similar'],
    chat_widget_size: 'large',
    conversation_state: 'conversation',
  },
  {
    action: 'mini_pdp_click',
    product_id: '431374',
    product_category: 'outerwear',
    chat_widget_size: 'large',
    conversation_state: 'conversation',
  },
  {
    action: 'product_menu_click',
    button_content: 'find similar',
    source_type: 'product_card',
    product_id: '431374',
    product_category: 'outerwear',
    chat_widget_size: 'large',
    conversation_state: 'conversation',
  },
];
type Payload = Record<string, string & string[]>;

// What a shop's engineer would write by hand for these four events.
const written: ((
  p: Payload,
  seq: number,
) => [string, Record<string, string | string[] | number | undefined>])[] = [
  (p, seq) => [
    'shopping_chat.trigger_clicked',
    {
      'shopping_chat.action': 'trigger_clicked',
      'shopping_chat.event.seq': seq,
      'shopping_chat.trigger.component': p.component,
      'shopping_chat.trigger.template': p.component_template,
      'shopping_chat.trigger.product_ids': p.trigger_context_product_ids,
      'shopping_chat.trigger.starter.text': p.suggested_question_text,
      'shopping_chat.widget.state': p.chat_widget_state,
      'shopping_chat.conversation.state': p.conversation_state,
    },
  ],
  (p, seq) => [
    'shopping_chat.product_select',
    {
      'shopping_chat.action': 'product_select',
      'shopping_chat.event.seq': seq,
      'shopping_chat.product.id': p.product_id,
      'shopping_chat.selection.product_ids': p.product_ids,
      'shopping_chat.suggestion.labels': p.suggestion_buttons_shown,
      'shopping_chat.widget.size': p.chat_widget_size,
      'shopping_chat.conversation.state': p.conversation_state,
    },
  ],
  (p, seq) => [
    'shopping_chat.mini_pdp_click',
    {
      'shopping_chat.action': 'mini_pdp_click',
      'shopping_chat.event.seq': seq,
      'shopping_chat.product.id': p.product_id,
      'shopping_chat.product.category': p.product_category,
      'shopping_chat.widget.size': p.chat_widget_size,
      'shopping_chat.conversation.state': p.conversation_state,
    },
  ],
  (p, seq) => [
    'shopping_chat.product_menu_click',
    {
      'shopping_chat.action': 'product_menu_click',
      'shopping_chat.event.seq': seq,
      'shopping_chat.menu.item_label': p.button_content,
      'shopping_chat.menu.source': p.source_type,
      'shopping_chat.product.id': p.product_id,
      'shopping_chat.product.category': p.product_category,
      'shopping_chat.widget.size': p.chat_widget_size,
      'shopping_chat.conversation.state': p.conversation_state,
    },
  ],
];

/**
 * Times `batches` batches of `size` events for each variant, in turns, on one SDK. The call alone, and with the export:
 * serialization by the standard exporter and a request that is answered at once.
 */
export async function timeEvents(batches: number, size: number): Promise<EventTimes> {
  globalThis.fetch = async () => new Response('{}', { headers: { 'content-type': 'application/json' } });
  const exporter = new OTLPTraceExporter({ url: `${location.origin}/v1/traces` });
  const provider = new WebTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracker = { track(_type: string, _payload: unknown): void {} };
  const untapped = { track(_type: string, _payload: unknown): void {} };
  const instrumentation = new ShoppingChatInstrumentation({
    sources: [trackerSource(() => tracker, 'track')],
  });
  registerInstrumentations({ tracerProvider: provider, instrumentations: [instrumentation] });
  const tracer = provider.getTracer('hand-written');
  let seq = 0;
  let span = tracer.startSpan('activity');

  const runInstrumentation = (): void => {
    for (let index = 0; index < size; index += 1) tracker.track('clarity', payloads[index % payloads.length]);
  };
  const runHandWritten = (): void => {
    for (let index = 0; index < size; index += 1) {
      const which = index % payloads.length;
      const payload = payloads[which];
      untapped.track('clarity', payload);
      seq += 1;
      const [name, attributes] = (written[which] as (typeof written)[0])(payload as unknown as Payload, seq);
      span.addEvent(name, attributes, Date.now());
      if (seq % EVENTS_A_SPAN === 0) {
        span.end();
        span = tracer.startSpan('activity');
      }
    }
  };
  const times: EventTimes = {
    instrumentation: { call: [], whole: [] },
    handWritten: { call: [], whole: [] },
  };
  const time = async (run: () => void, { call, whole }: VariantTimes): Promise<void> => {
    const start = performance.now();
    run();
    call.push(performance.now() - start);
    // The instrumentation records in a later task, or when it is asked for something.
    if (run === runInstrumentation) instrumentation.getTraceHeaders();
    await provider.forceFlush();
    whole.push(performance.now() - start);
  };

  for (let batch = 0; batch < batches; batch += 1) {
    await time(runInstrumentation, times.instrumentation);
    await time(runHandWritten, times.handWritten);
  }
  instrumentation.disable();
  return times;
}

Object.assign(globalThis, { timeEvents });
