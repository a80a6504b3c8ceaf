-- One row per visit (`session.id`) with a chat in a time range, with its chat sessions in order.
-- Chat sessions without a `session.id` are left out. `from` and `to` are as in chat_sessions_between.
CREATE OR REPLACE VIEW otel.chat_visits ${ON_CLUSTER:-} AS
SELECT
  session_id,
  min(start_time) AS start_time,
  max(end_time) AS end_time,
  count() AS chat_sessions,
  arrayMap(chat -> chat.2, arraySort(groupArray((sessions.start_time, chat_session_id)))) AS chat_session_ids,
  sum(questions) AS questions,
  sum(answered_turns) AS answered_turns,
  sum(failed_turns) AS failed_turns,
  sum(product_clicks) AS product_clicks,
  sum(thumbs_up) AS thumbs_up,
  sum(thumbs_down) AS thumbs_down
FROM otel.chat_sessions_between(from = {from:String}, to = {to:String}) AS sessions
WHERE session_id != ''
GROUP BY session_id
ORDER BY start_time DESC;
