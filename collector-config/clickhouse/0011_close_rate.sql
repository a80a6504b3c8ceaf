-- How often shoppers close the chat, by the day that a chat session began: minimizing is not closing.
-- Applied after 0010. Without FINAL: nothing but the presence of events is counted.
CREATE OR REPLACE VIEW otel.chat_close_rate ${ON_CLUSTER:-} AS
SELECT
  toDate(start_time) AS day,
  count() AS sessions,
  sum(is_closed) AS closed,
  countIf(is_closed AND NOT has_question) AS closed_without_question,
  closed / sessions AS close_rate
FROM (
  SELECT
    chat_session_id,
    min(event_time) AS start_time,
    max(event_name IN ('shopping_chat.chat_closed', 'shopping_chat.close_bubble',
      'shopping_chat.close_chat_from_minimized', 'shopping_chat.close_chat_from_open_on_mobile')) AS is_closed,
    max(event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product')) AS has_question
  FROM otel.chat_events
  WHERE event_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND event_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
  GROUP BY chat_session_id
)
GROUP BY day
ORDER BY day;
