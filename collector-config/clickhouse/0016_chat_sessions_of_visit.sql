-- The chat sessions of one visit. A visit is one `session.id`, which is the page's session and not the chat's.
-- The filter on chat_session_id reaches the primary key of chat_events.
CREATE OR REPLACE VIEW otel.chat_sessions_of_visit ${ON_CLUSTER:-} AS
SELECT *
FROM otel.chat_sessions
WHERE chat_session_id GLOBAL IN (
  SELECT chat_session_id FROM otel.chat_events WHERE session_id = {visit:String} AND session_id != ''
)
ORDER BY start_time;
