import type { Context } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { startLogging, startTracing } from '#otel';
import type { EventLogging } from '../otel2/set-up.ts';
import type { Peer } from '../page/peer.ts';

let logging: EventLogging;
let context: Context = ROOT_CONTEXT;

/** A log-based event for each event, in the context of one span: what OpenTelemetry plans to put in place of span events. */
export const peer: Peer = {
  start(sinkUrl) {
    logging = startLogging(sinkUrl);
    const span = startTracing(sinkUrl).tracer.startSpan('chat');
    span.end();
    context = trace.setSpan(ROOT_CONTEXT, span);
  },
  track(name, attributes) {
    logging.emit(name, attributes, context);
  },
  flush: () => logging.flush(),
};
