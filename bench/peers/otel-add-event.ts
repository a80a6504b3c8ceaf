import type { Span } from '@opentelemetry/api';
import { startTracing } from '#otel';
import type { Tracing } from '../otel2/set-up.ts';
import type { Peer } from '../page/peer.ts';

// The plugin's own default, so that both write as many events into a span.
const EVENTS_A_SPAN = 32;

let tracing: Tracing;
let span: Span;
let events = 0;

function next(): void {
  events = 0;
  span = tracing.tracer.startSpan('chat');
}

/** What a shop's engineer writes first: `span.addEvent` on a span that is ended now and then. */
export const peer: Peer = {
  start(sinkUrl) {
    tracing = startTracing(sinkUrl);
    next();
  },
  track(name, attributes) {
    span.addEvent(name, attributes);
    events += 1;
    if (events < EVENTS_A_SPAN) return;
    span.end();
    next();
  },
  flush() {
    span.end();
    next();
    return tracing.flush();
  },
};
