import { startTracing } from '#otel';
import type { Tracing } from '../otel2/set-up.ts';
import type { Peer } from '../page/peer.ts';

let tracing: Tracing;

/** A span without a length for each event. */
export const peer: Peer = {
  start(sinkUrl) {
    tracing = startTracing(sinkUrl);
  },
  track(name, attributes) {
    tracing.tracer.startSpan(name, { attributes }).end();
  },
  flush: () => tracing.flush(),
};
