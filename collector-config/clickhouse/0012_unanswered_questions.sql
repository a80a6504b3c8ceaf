-- Questions that got no answer, newest first: the turn that ended otherwise, and what was asked, as far as it was captured.
-- Applied after 0011.
CREATE OR REPLACE VIEW otel.chat_unanswered_questions ${ON_CLUSTER:-} AS
SELECT
  turn.start_time AS asked_at,
  turn.chat_session_id AS chat_session_id,
  turn.end_reason AS end_reason,
  turn.error_type AS error_type,
  turn.duration AS waited,
  turn.input_type AS input_type,
  question.message_text AS message_text,
  question.message_length AS message_length,
  question.product_id AS product_id,
  turn.trace_id AS trace_id,
  turn.span_id AS span_id
FROM (
  SELECT *
  FROM otel.chat_turns FINAL
  WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
    AND end_reason != 'answered'
) AS turn
LEFT JOIN (
  SELECT trace_id, span_id, message_text, message_length, product_id
  FROM otel.chat_events FINAL
  -- A question stands on its turn's span; an hour more, for a message that came before the turn was known.
  WHERE event_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC') - toIntervalHour(1)
    AND event_time < parseDateTime64BestEffort({to:String}, 9, 'UTC') + toIntervalHour(1)
    AND event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product')
) AS question ON question.trace_id = turn.trace_id AND question.span_id = turn.span_id
ORDER BY asked_at DESC
SETTINGS do_not_merge_across_partitions_select_final = 1;
