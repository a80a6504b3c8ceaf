-- Questions without an answer, newest first, with the reason and the captured text.
-- PREWHERE filters before FINAL merges: every copy of a span has the same end reason.
CREATE OR REPLACE VIEW otel.chat_unanswered_questions ${ON_CLUSTER:-} AS
SELECT
  start_time AS asked_at,
  chat_session_id,
  end_reason,
  error_type,
  duration AS waited,
  input_type,
  message_text,
  message_length,
  product_id,
  trace_id,
  span_id
FROM otel.chat_turns FINAL
PREWHERE end_reason != 'answered'
  AND start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
  AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
ORDER BY asked_at DESC
SETTINGS do_not_merge_across_partitions_select_final = 1;
