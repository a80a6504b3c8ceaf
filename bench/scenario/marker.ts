import type { VendorPayload } from '@chatspan/semantic-conventions';
import { SESSION } from '@chatspan-tools/scripted-chat/session';

/** Found in whatever a peer sends: `mk`, the run's letters, `n`, the event's number, `k`. */
export const MARKER: RegExp = /mk([a-z0-9]+)n(\d+)k/g;

/** One visit's 60 payloads, each with a marker of its own in the attribute `experiment_id`, which any event may carry. */
export function markedSession(run: string, first = 0): VendorPayload[] {
  return SESSION.map((payload, index) => ({ ...payload, experiment_id: `mk${run}n${first + index}k` }));
}
