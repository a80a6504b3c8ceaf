import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { startProvider } from '../otel2/start-provider.ts';

startProvider(new OTLPTraceExporter({ url: '/v1/traces' }), 1_000);
trace.getTracer('page').startSpan('loaded').end();
