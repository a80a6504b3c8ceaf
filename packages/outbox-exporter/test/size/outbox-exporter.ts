import { trace } from '@opentelemetry/api';
import { OutboxTraceExporter } from '../../src/index.ts';
import { startProvider } from '../otel2/start-provider.ts';

startProvider(new OutboxTraceExporter({ url: '/v1/traces' }), 1_000);
trace.getTracer('page').startSpan('loaded').end();
