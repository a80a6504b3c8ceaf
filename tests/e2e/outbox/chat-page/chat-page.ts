import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

/** What a test does with the page. */
export interface ChatPage {
  /** Records that many events, each on a span of its own. */
  record(count: number): void;
  /** Resolves when the exporter has sent what it can, or given it up. */
  flush(): Promise<void>;
}

declare global {
  interface Window {
    chatPage: ChatPage;
  }
}

const address = new URL(location.href);
const setting = (name: string): string => {
  const value = address.searchParams.get(name);
  if (value === null) throw new Error(`The page's address has no "${name}".`);
  return value;
};
const [url, session] = [setting('url'), setting('session')];
let seq = Number(setting('next'));

// Both as they come: what is compared is what a shop gets that sets nothing.
const exporter =
  setting('exporter') === 'outbox' ? new OutboxTraceExporter({ url }) : new OTLPTraceExporter({ url });
const provider = new WebTracerProvider({
  // The test knows every id beforehand: the trace is the session, and a span has the number of its event.
  idGenerator: {
    generateTraceId: () => session,
    generateSpanId: () => seq.toString(16).padStart(16, '0'),
  },
  spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 500 })],
});
const tracer = provider.getTracer('e2e-outbox');

function record(): void {
  const span = tracer.startSpan('shopping_chat.activity', {
    attributes: { 'shopping_chat.session.id': session, 'browser.document.url.full': location.origin },
  });
  span.addEvent('shopping_chat.product_select', {
    'shopping_chat.action': 'product_select',
    'shopping_chat.event.seq': seq,
    'shopping_chat.product.id': '431374',
    'shopping_chat.selection.product_ids': ['431374', '531284'],
    'shopping_chat.widget.size': 'large',
  });
  span.end();
  seq += 1;
}

document.querySelector('#ask')?.addEventListener('click', record);
document.querySelector('#leave')?.addEventListener('click', ({ currentTarget }) => {
  record();
  address.searchParams.set('next', String(seq));
  (currentTarget as HTMLAnchorElement).href = address.href;
});

window.chatPage = {
  record(count) {
    for (let index = 0; index < count; index += 1) record();
  },
  flush: () => provider.forceFlush(),
};
