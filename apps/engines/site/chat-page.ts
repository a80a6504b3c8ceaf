import { manualSource, ShoppingChatInstrumentation } from '@chatspan/instrumentation';
import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';

// A chat whose one button reports an event, through the plugin and the outbox.
const exporter = new OutboxTraceExporter(
  JSON.parse(new URLSearchParams(location.search).get('options') ?? '{}'),
);
new WebTracerProvider({
  spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 500 })],
}).register();
const source = manualSource();
registerInstrumentations({ instrumentations: [new ShoppingChatInstrumentation({ sources: [source] })] });

const button = document.body.appendChild(document.createElement('button'));
button.id = 'ask';
button.textContent = 'Ask';
button.addEventListener('click', () => source.emit({ action: 'user_respond' }));
const link = document.body.appendChild(document.createElement('a'));
link.id = 'next';
link.href = `/next${location.search}`;
link.textContent = 'Next';
