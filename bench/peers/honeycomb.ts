import { HoneycombWebSDK } from '@honeycombio/opentelemetry-web';
import { trace } from '@opentelemetry/api';
import type { Peer } from '../page/peer.ts';

let sdk: HoneycombWebSDK;

/** A span for each event, by OpenTelemetry's API, as its documents say: it has no API of its own. */
export const peer: Peer = {
  start(sinkUrl) {
    sdk = new HoneycombWebSDK({
      apiKey: 'bench',
      serviceName: 'shop',
      endpoint: sinkUrl,
      instrumentations: [],
      webVitalsInstrumentationConfig: { enabled: false },
      globalErrorsInstrumentationConfig: { enabled: false },
      disableDefaultMetricExporter: true,
    });
    sdk.start();
  },
  track(name, attributes) {
    trace.getTracer('bench', '1.0.0').startSpan(name, { attributes }).end();
  },
  flush: () => sdk.forceFlush(),
};
