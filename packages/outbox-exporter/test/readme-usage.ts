import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

const exporter = new OutboxTraceExporter({
  url: 'https://collector.example.com/v1/traces',
  headers: async () => ({ authorization: `Bearer ${await freshToken()}` }),
  onDrop: ({ reason, spans, detail }) => console.warn('spans dropped', reason, spans, detail),
});

const provider = new WebTracerProvider({
  // Short, because a browser crash loses what the processor still holds.
  spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 500 })],
});
provider.register();

// When the visitor withdraws consent:
export const forgetEverything = (): Promise<void> => exporter.clear();

async function freshToken(): Promise<string> {
  return (await fetch('/telemetry-token')).text();
}
