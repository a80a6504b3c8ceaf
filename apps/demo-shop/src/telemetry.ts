import { chatRequestUrls, ShoppingChatInstrumentation, trackerSource } from '@chatspan/instrumentation';
import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';

const { VITE_OTLP_URL: otlpUrl = 'http://localhost:4318', VITE_CHAT_URL: chatUrl = 'http://localhost:8090' } =
  import.meta.env;

/** Stores before it sends; `new OTLPTraceExporter({ url })` of OpenTelemetry fits in its place. */
export const exporter = new OutboxTraceExporter({ url: `${otlpUrl}/v1/traces` });

const provider = new WebTracerProvider({
  resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'chatspan-shop' }),
  // What the processor still holds is lost when the browser crashes.
  spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
});
provider.register();

const requests = new FetchInstrumentation({
  propagateTraceHeaderCorsUrls: [new RegExp(`^${chatUrl}/ca/`)],
  // The event panel reads what was recorded: tracing its own reads would loop. The switches are demo controls.
  ignoreUrls: [/\/api\/queries\//, `${chatUrl}/flags`],
});

/** The turn becomes the parent of what the fetch instrumentation records. */
export const chat = new ShoppingChatInstrumentation({
  sources: [trackerSource(() => window.exponea, 'track', { eventType: 'clarity' })],
  requests: chatRequestUrls([`${chatUrl}/ca/`], {
    // The chat backend is of another origin, and allows these headers.
    propagateTraceHeaderCorsUrls: [`${chatUrl}/ca/`],
    // It takes selections and ratings at the same URL: only messages are answered.
    asks: ({ body }) => /"ADD_MESSAGE\.USER\.(TEXT|DIRECT_CALL|GEN_BY_BTN)"/.test(String(body)),
  }),
});

registerInstrumentations({
  tracerProvider: provider,
  instrumentations: [requests, chat],
});
