import { ShoppingChatInstrumentation, trackerSource } from '@chatspan/instrumentation';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import type { Tracing } from '../otel2/set-up.ts';
import type { Peer } from '../page/peer.ts';

/** The plugin on a tracing set-up. It sees the widget's own calls. */
export function pluginOn(startTracing: (sinkUrl: string) => Tracing): Peer {
  let tracing: Tracing;
  let chat: ShoppingChatInstrumentation;
  return {
    start(sinkUrl) {
      tracing = startTracing(sinkUrl);
      chat = new ShoppingChatInstrumentation({
        sources: [trackerSource(() => window.exponea, 'track', { eventType: 'clarity' })],
      });
      registerInstrumentations({ tracerProvider: tracing.provider, instrumentations: [chat] });
    },
    catchUp() {
      chat.getTraceHeaders();
    },
    flush() {
      chat.endTurn();
      chat.flush();
      return tracing.flush();
    },
  };
}
