import type { Peer } from '../page/peer.ts';

/** The page and the scenario alone: what is measured here is no peer's cost, and is taken off the others'. */
export const peer: Peer = {
  start() {},
  track() {},
  async flush() {},
};
