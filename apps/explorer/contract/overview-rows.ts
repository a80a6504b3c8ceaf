import type { SessionFilter } from './session-filter.ts';

/** For the period before, ask again with its `from` and `to`. */
export interface SummaryRow {
  sessions: number;
  triggered: number;
  opened: number;
  /** Asked at least once. */
  engaged: number;
  answered: number;
  product_clicked: number;
  closed: number;
  failed: number;
  unanswered: number;
  /** Gave a thumb or a rating. */
  rated: number;
  turns: number;
  failed_turns: number;
  unanswered_turns: number;
  /** Visits (`session.id`) and users, as far as known. */
  visits: number;
  users: number;
}

/** Session counts by trigger ('' without one). Each step includes only sessions that took all steps before. */
export interface FunnelRow {
  trigger_component: string;
  sessions: number;
  triggered: number;
  opened: number;
  asked: number;
  answered: number;
  product_clicked: number;
}

export interface BucketParameters extends SessionFilter {
  /** Width of a point of the chart, such as 3600. */
  bucket_seconds: number;
}

export interface SessionsOverTimeRow {
  bucket_ms: number;
  sessions: number;
  opened: number;
  engaged: number;
  closed: number;
  failed: number;
}

/** Times in seconds; null without a time. */
export interface TurnTimesRow {
  bucket_ms: number;
  turns: number;
  answered: number;
  failed: number;
  unanswered: number;
  first_byte_p50: number | null;
  first_byte_p95: number | null;
  answer_p50: number | null;
  answer_p95: number | null;
  answer_p99: number | null;
}

export interface FeedbackRow {
  trigger_component: string;
  sessions: number;
  thumbs_up: number;
  thumbs_down: number;
  ratings: number;
  average_rating: number | null;
  /** Share of the sessions that gave a thumb or a rating. */
  feedback_rate: number;
}

export interface ProductRow {
  product_id: string;
  clicks: number;
  sessions: number;
}

export interface VersionRow {
  version: string;
  first_ms: number;
  sessions: number;
  turns: number;
  failed_turns: number;
  unanswered_turns: number;
  failed_sessions: number;
}

export interface ErrorRow {
  end_reason: string;
  error_type: string;
  turns: number;
  sessions: number;
}

/** Model calls of the chat backend. */
export interface ModelRow {
  model: string;
  calls: number;
  conversations: number;
  failed: number;
  input_tokens: number;
  output_tokens: number;
  tokens_per_conversation: number;
  seconds_per_conversation: number;
  seconds_p50: number;
  seconds_p95: number;
}

export interface ToolRow {
  tool: string;
  calls: number;
  sessions: number;
  failed: number;
  seconds_p50: number;
  seconds_p95: number;
}

/** Actions and values that the conventions do not have. */
export interface DriftRow {
  /** The attribute, such as `shopping_chat.action`. */
  attribute: string;
  value: string;
  events: number;
  first_ms: number;
  last_ms: number;
  example_session: string;
}

export interface FreshnessRow {
  /** null if the table is empty. */
  last_event_ms: number | null;
  last_turn_ms: number | null;
  last_model_call_ms: number | null;
  now_ms: number;
  /** Of the chat sessions in the time range. */
  sessions_with_missing_events: number;
  missing_events: number;
}

export interface RangeParameters {
  from: string;
  to: string;
}
