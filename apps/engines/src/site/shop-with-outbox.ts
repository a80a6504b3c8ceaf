import { OutboxTraceExporter } from '@chatspan/outbox-exporter';
import { startChat } from '../../../../packages/instrumentation/test/pages/site/start-chat.ts';
import { startOpenTelemetry } from '../../../../packages/instrumentation/test/pages/site/start-opentelemetry.ts';

// Each shopper has an outbox of their own, as in browsers of their own.
startOpenTelemetry((url) => new OutboxTraceExporter({ url, name: url }));
startChat();
