import { init } from '@elastic/apm-rum';
import type { Peer } from '../page/peer.ts';

let apm: ReturnType<typeof init>;

/**
 * A custom transaction with labels. One without a length is discarded, so each is a millisecond long; and so is what
 * is above 80 in a minute by default, which would leave nothing to measure.
 */
export const peer: Peer = {
  start(sinkUrl) {
    apm = init({
      serviceName: 'shop',
      serverUrl: sinkUrl,
      disableInstrumentations: ['page-load', 'history', 'fetch', 'xmlhttprequest', 'click', 'error'],
      eventsLimit: 100_000,
    });
  },
  track(name, attributes) {
    const transaction = apm.startTransaction(name, 'chat');
    transaction?.addLabels(attributes as Record<string, string>);
    transaction?.end(performance.now() + 1);
  },
  // Sends by itself every 500 ms.
  async flush() {},
};
