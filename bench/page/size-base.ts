import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { startTracing } from '#otel';

// A page that has OpenTelemetry already: provider, batch processor, standard exporter, one instrumentation.
const { provider } = startTracing('https://telemetry.example.com');
registerInstrumentations({ tracerProvider: provider, instrumentations: [new FetchInstrumentation()] });
