WITH unanswered AS (
  SELECT start_time, session, end_reason, duration, span_id
  FROM otel.minimal_turns FINAL
  WHERE end_reason != 'answered'
  ORDER BY start_time DESC
  LIMIT 100
)
SELECT start_time AS asked_at, session, end_reason, duration AS waited, message_length, span_id
FROM unanswered
LEFT JOIN (
  SELECT session, span_id, message_length
  FROM otel.minimal_events FINAL
  WHERE session IN (SELECT session FROM unanswered)
    AND event IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product')
) AS question USING (session, span_id)
ORDER BY asked_at DESC
SETTINGS do_not_merge_across_partitions_select_final = 1
