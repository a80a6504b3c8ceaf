import type { VendorPayload } from '@chatspan/semantic-conventions';
import { eventName, writtenAttributes } from '../scenario/written-event.ts';
import type { Peer } from './peer.ts';

/** What the widget does for one event, and the page's own code where the peer needs some. */
export type ReportEvent = (payload: VendorPayload) => void;

/** The same work for every peer: the widget's call, then, for all that cannot see it, attributes and the peer's API. */
export function reportTo(peer: Peer, tracker: Window['exponea']): ReportEvent {
  let seq = 0;
  return (payload) => {
    tracker.track('clarity', payload);
    if (!peer.track) return;
    seq += 1;
    peer.track(eventName(payload), writtenAttributes(payload, seq));
  };
}
