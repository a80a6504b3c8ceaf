-- Questions that got no answer, newest first: the turn that ended otherwise, and what was asked, as far as it was captured.
-- Applied after 0014.
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
WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
  AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
  AND end_reason != 'answered'
ORDER BY asked_at DESC
SETTINGS do_not_merge_across_partitions_select_final = 1;
