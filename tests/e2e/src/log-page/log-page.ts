import type { EventSink } from '@chatspan/instrumentation';
import { manualSource, ShoppingChatInstrumentation } from '@chatspan/instrumentation';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { everyEvent } from './every-event.ts';

/** What a test does with the page. */
export interface LogPage {
  /** Reports every documented event, twice, in two conversations, and resolves when all of it is sent. */
  play(): Promise<void>;
}

declare global {
  interface Window {
    logPage: LogPage;
  }
}

const settings = new URL(location.href).searchParams;
const otlpUrl = settings.get('otlp');
const resource = resourceFromAttributes({ 'service.name': 'shop' });
const tracerProvider = new WebTracerProvider({
  resource,
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${otlpUrl}/v1/traces` }))],
});
const exporter = new OTLPLogExporter({ url: `${otlpUrl}/v1/logs` });
const loggerProvider = new LoggerProvider({
  resource,
  processors: [new BatchLogRecordProcessor({ exporter })],
});

const widget = manualSource();
const chat = new ShoppingChatInstrumentation({
  sources: [widget],
  eventSink: settings.get('sink') as EventSink,
  contentCapture: 'all',
  captureConfig: true,
  sessionProvider: { getSessionId: () => 'visit' },
});
registerInstrumentations({ tracerProvider, loggerProvider, instrumentations: [chat] });

window.logPage = {
  async play() {
    for (const conversation of ['first', 'second']) {
      chat.setConversationId(conversation);
      for (const payload of everyEvent) widget.emit(payload);
    }
    chat.disable();
    await Promise.all([tracerProvider.forceFlush(), loggerProvider.forceFlush()]);
  },
};
