-- The latest 200 events of a chat session, latest first, each with the number of all its events.
-- session: the chat session's id (chat_session_id).
SELECT *, toUnixTimestamp64Milli(event_time) AS event_time_ms, count() OVER () AS events_in_session
FROM otel.chat_events FINAL
WHERE chat_session_id = {session:String}
ORDER BY seq DESC, event_time DESC
LIMIT 200
