import { startChat } from '@chatspan/instrumentation/test/pages/site/start-chat';
import { startOpenTelemetry } from '@chatspan/instrumentation/test/pages/site/start-opentelemetry';
import { OutboxTraceExporter } from '@chatspan/outbox-exporter';

// Each shopper has an outbox of their own, as in browsers of their own.
startOpenTelemetry((url) => new OutboxTraceExporter({ url, name: url }));
startChat();
