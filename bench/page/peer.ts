import type { EventAttributes } from '../scenario/written/attributes.ts';

/** What is measured in one row: a way to get a chat widget's events off a page. */
export interface Peer {
  /**
   * Sets it up as its documents say, sampling everything, sending to `sinkUrl` (an origin, no path). Capture of other
   * things than custom events is off where it can be: it would cost the peer time and bytes that are not the chat's.
   */
  start(sinkUrl: string): void | Promise<void>;
  /** Records one event by the API for custom events. Absent: the peer sees the widget's own call. */
  track?(name: string, attributes: EventAttributes): void;
  /** Does at once what it left to a later task of the page, and sends nothing. Absent: it leaves nothing. */
  catchUp?(): void;
  /** Sends what waits, as far as the peer has an API for that. */
  flush(): Promise<void>;
}
