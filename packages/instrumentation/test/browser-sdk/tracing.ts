import { context, propagation, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { startBrowserSdk } from '@opentelemetry/browser-sdk';
import { collect } from '../collected.ts';
import type { ExportedEvents, Tracing, TracingOptions } from '../tracing.ts';

/** Starts OpenTelemetry's SDK for browsers. It samples everything. */
export function startTracing({ onSpan }: TracingOptions = {}): Tracing {
  const { collected, spanProcessor, logProcessor } = collect(onSpan);
  const sdk = startBrowserSdk({
    serviceName: 'shop',
    // Its logger would replace that of a test.
    logLevel: 'NONE',
    traces: { processors: [spanProcessor as never] },
    logs: { processors: [logProcessor as never] },
  });
  return Object.assign(collected, {
    stop() {
      void sdk.shutdown();
      for (const api of [trace, context, propagation, logs]) api.disable();
    },
  });
}

/** No test exports with this SDK, whose exporter is that of the 2.x line. */
export function startExport(): ExportedEvents {
  throw new Error('Run this test on the 2.x line.');
}
