import { flushBuffer, newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';
import type { Peer } from '../page/peer.ts';

/** `trackSelfDescribingEvent`. */
export const peer: Peer = {
  start(sinkUrl) {
    newTracker('bench', sinkUrl, { appId: 'shop' });
  },
  track(name, attributes) {
    const schema = 'iglu:com.example/chat_event/jsonschema/1-0-0';
    trackSelfDescribingEvent({ event: { schema, data: { name, ...attributes } } });
  },
  async flush() {
    flushBuffer();
  },
};
