import { logger } from '@sentry/browser';
import type { Peer } from '../page/peer.ts';
import { flushSentry, startSentry } from './sentry-set-up.ts';

/** A structured log for each event, with the offline transport. */
export const peer: Peer = {
  start: (sinkUrl) => startSentry(sinkUrl, true),
  track(name, attributes) {
    logger.info(name, attributes);
  },
  flush: flushSentry,
};
