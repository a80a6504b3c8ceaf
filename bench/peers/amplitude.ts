import { flush, init, track } from '@amplitude/analytics-browser';
import { compress } from '../page/compress.ts';
import type { Peer } from '../page/peer.ts';

/** `track`. */
export const peer: Peer = {
  async start(sinkUrl) {
    await init('bench', {
      serverUrl: `${sinkUrl}/2/httpapi`,
      autocapture: false,
      fetchRemoteConfig: false,
      enableRequestBodyCompression: compress,
    }).promise;
  },
  track(name, attributes) {
    track(name, attributes);
  },
  async flush() {
    await flush().promise;
  },
};
