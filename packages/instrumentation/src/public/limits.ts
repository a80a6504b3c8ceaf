/**
 * Where spans, values and sessions are cut. `max…` and `…Bytes` are upper bounds; `…Millis` are milliseconds; sizes are
 * estimated bytes of OTLP JSON.
 */
export interface ChatLimits {
  /** Span events on one activity span. Far below the SDK's 128, above which it drops the oldest. @default 32 */
  readonly maxActivityEvents: number;
  /**
   * Size of what the page still has to send, open spans included: an activity ends before it would exceed this. A page
   * that is left can send 60 KiB in all: this much, while as much is still in flight. @default 30000
   */
  readonly maxActivityBytes: number;
  /** An activity without an event for this long has ended with its last event. @default 60000 */
  readonly activityIdleMillis: number;
  /** Longest duration of an activity. @default 300000 */
  readonly maxActivityMillis: number;
  /** A turn that is still open after this long ends as `timeout`. @default 60000 */
  readonly turnTimeoutMillis: number;
  /** A question reported this soon after its request joins the turn that the request opened. @default 1000 */
  readonly turnJoinMillis: number;
  /** How long a turn waits for a follow-up request after a response has ended. @default 300 */
  readonly turnGraceMillis: number;
  /** After this long without an event the next event begins a new chat session. @default 1800000 */
  readonly sessionIdleMillis: number;
  /** After this long the chat session continues in a new, linked trace. @default 14400000 */
  readonly maxTraceAgeMillis: number;
  /** After this many spans the chat session continues in a new, linked trace. @default 1000 */
  readonly maxTraceSpans: number;
  /** Characters of one text; longer texts are truncated. @default 1024 */
  readonly maxValueLength: number;
  /** Items of one array; further items are dropped. @default 64 */
  readonly maxArrayLength: number;
  /** Size of one event's attributes; what exceeds it is truncated or dropped. @default 4000 */
  readonly maxEventBytes: number;
}

export const DEFAULT_LIMITS: ChatLimits = {
  maxActivityEvents: 32,
  maxActivityBytes: 30_000,
  activityIdleMillis: 60_000,
  maxActivityMillis: 300_000,
  turnTimeoutMillis: 60_000,
  turnJoinMillis: 1_000,
  turnGraceMillis: 300,
  sessionIdleMillis: 1_800_000,
  maxTraceAgeMillis: 14_400_000,
  maxTraceSpans: 1_000,
  maxValueLength: 1_024,
  maxArrayLength: 64,
  maxEventBytes: 4_000,
};

/**
 * Limits for Dash0, which accepts 8 events per span: `limits: DASH0_LIMITS`, or `{ ...DASH0_LIMITS, … }`.
 * Source: https://www.dash0.com/documentation/dash0/limits
 */
export const DASH0_LIMITS: Partial<ChatLimits> = { maxActivityEvents: 8 };
