import { datadogRum } from '@datadog/browser-rum';
import { compress } from '../page/compress.ts';
import type { Peer } from '../page/peer.ts';

/** `addAction`. At most 3,000 in a minute, fixed in the package; it has no API to send at once. */
export const peer: Peer = {
  start(sinkUrl) {
    datadogRum.init({
      applicationId: '00000000-0000-4000-8000-000000000000',
      clientToken: 'bench',
      site: 'datadoghq.com',
      proxy: `${sinkUrl}/datadog`,
      service: 'shop',
      sessionSampleRate: 100,
      sessionReplaySampleRate: 0,
      telemetrySampleRate: 0,
      trackResources: false,
      trackLongTasks: false,
      trackUserInteractions: false,
      compressIntakeRequests: compress,
    });
  },
  track(name, attributes) {
    datadogRum.addAction(name, attributes);
  },
  async flush() {},
};
