/** Where spans, values and sessions are cut. All are upper bounds; times in milliseconds, sizes in bytes of OTLP JSON. */
export interface ChatLimits {
  /** Span events on one activity span. Far below the SDK's 128, above which it drops the oldest. @default 32 */
  readonly activityEvents: number;
  /**
   * Estimated size of what the page has still to send, open spans included: an activity is cut before it would take
   * more. A page that is left can send 60 KiB in all: this much, while as much is still under way. @default 30000
   */
  readonly activityBytes: number;
  /** An activity without an event for so long has ended with its last event. @default 60000 */
  readonly activityIdleMs: number;
  /** An activity is cut after so long. @default 300000 */
  readonly activityDurationMs: number;
  /** A turn that nobody ended by then ends as `timeout`. @default 60000 */
  readonly turnTimeoutMs: number;
  /** A question reported so soon after its request joins the turn that the request opened. @default 1000 */
  readonly turnJoinMs: number;
  /** How long a turn waits for a follow-up request after a response has ended. @default 300 */
  readonly turnGraceMs: number;
  /** After so long without an event the next one begins a new chat session. @default 1800000 */
  readonly sessionIdleMs: number;
  /** After so long the chat session goes on in a new, linked trace. @default 14400000 */
  readonly sessionAgeMs: number;
  /** After so many spans the chat session goes on in a new, linked trace. @default 1000 */
  readonly sessionSpans: number;
  /** Characters kept of one text. @default 1024 */
  readonly valueLength: number;
  /** Items kept of one array. @default 64 */
  readonly arrayLength: number;
  /** Estimated size of the attributes of one event; what is beyond is cut. @default 4000 */
  readonly eventBytes: number;
}

export const DEFAULT_LIMITS: ChatLimits = {
  activityEvents: 32,
  activityBytes: 30_000,
  activityIdleMs: 60_000,
  activityDurationMs: 300_000,
  turnTimeoutMs: 60_000,
  turnJoinMs: 1_000,
  turnGraceMs: 300,
  sessionIdleMs: 1_800_000,
  sessionAgeMs: 14_400_000,
  sessionSpans: 1_000,
  valueLength: 1_024,
  arrayLength: 64,
  eventBytes: 4_000,
};

/** Limits of a back end that holds less than the defaults need: Dash0 takes 8 events a span. */
export type LimitPreset = 'dash0';

// https://www.dash0.com/documentation/dash0/limits
export const DASH0_LIMITS: Partial<ChatLimits> = { activityEvents: 8 };
