import { init, sendEvent } from '@dash0/sdk-web';
import { compress } from '../page/compress.ts';
import type { Peer } from '../page/peer.ts';

/** `sendEvent`. Sends by itself every second; at most 128 events in 10 s, fixed in the package. */
export const peer: Peer = {
  start(sinkUrl) {
    init({
      serviceName: 'shop',
      endpoint: { url: sinkUrl, authToken: 'bench' },
      enabledInstrumentations: [],
      enableTransportCompression: compress,
    });
  },
  track(name, attributes) {
    sendEvent(name, { attributes });
  },
  async flush() {},
};
