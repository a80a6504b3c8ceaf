import type { Faro } from '@grafana/faro-web-sdk';
import { initializeFaro, SessionInstrumentation } from '@grafana/faro-web-sdk';
import type { Peer } from '../page/peer.ts';

let faro: Faro;

/** `pushEvent`. Its attributes are texts: https://github.com/grafana/faro-web-sdk/issues/369 */
export const peer: Peer = {
  start(sinkUrl) {
    faro = initializeFaro({
      url: `${sinkUrl}/collect`,
      app: { name: 'shop', version: '1.0.0' },
      instrumentations: [new SessionInstrumentation()],
    });
  },
  track(name, attributes) {
    faro.api.pushEvent(name, attributes as Record<string, string>);
  },
  // Sends by itself every 250 ms.
  async flush() {},
};
