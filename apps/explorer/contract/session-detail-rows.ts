/** An event of a chat session: the columns of `otel.chat_events` and its time as a number. */
export interface EventRow {
  time_ms: number;
  event_name: string;
  action: string;
  seq: number;
  trace_id: string;
  span_id: string;
  /** '' if the event came as a log record. */
  span_name: string;
  page_url: string;
  trigger_component: string;
  trigger_name: string;
  url_full: string;
  link_text: string;
  message_input_type: string;
  message_text: string;
  message_length: number | null;
  product_id: string;
  feedback_rating: number | null;
  feedback_text: string;
  feedback_length: number | null;
  /** The turn that was rated, if known. */
  turn_span_id: string;
  gen_ai_response_id: string;
  /** Attributes without a column. */
  attributes: Record<string, string>;
  [column: string]: unknown;
}

export interface TurnRow {
  start_ms: number;
  seconds: number;
  first_byte_seconds: number | null;
  end_reason: 'answered' | 'failed' | 'abandoned' | 'superseded' | 'timeout' | (string & {});
  error_type: string;
  input_type: string;
  seq: number;
  request_count: number;
  gen_ai_response_id: string;
  trace_id: string;
  span_id: string;
  page_url: string;
  message_text: string;
  message_length: number | null;
  product_id: string;
}

export interface SpanRow {
  trace_id: string;
  span_id: string;
  parent_span_id: string;
  name: string;
  kind: string;
  service_name: string;
  scope_name: string;
  /** 'Unset', 'Ok' or 'Error'. */
  status_code: string;
  status_message: string;
  start_ms: number;
  duration_ms: number;
  attributes: Record<string, string>;
  resource_attributes: Record<string, string>;
  events: { name: string; time_ms: number; attributes: Record<string, string> }[];
  links: { trace_id: string; span_id: string; attributes: Record<string, string> }[];
  /** Spans in all traces of the chat session. */
  total: number;
}

export interface SessionParameters {
  session: string;
}

/** Rows to skip: pages of 1,000, up to 10,000. */
export interface PagedSessionParameters extends SessionParameters {
  skip: number;
}
