import { startInactiveSpan } from '@sentry/browser';
import type { Peer } from '../page/peer.ts';
import { flushSentry, startSentry } from './sentry-set-up.ts';

/** A span without a length for each event. */
export const peer: Peer = {
  start: (sinkUrl) => startSentry(sinkUrl, false),
  track(name, attributes) {
    startInactiveSpan({ name, op: 'chat', attributes }).end();
  },
  flush: flushSentry,
};
