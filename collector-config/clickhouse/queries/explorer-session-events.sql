-- The events of a chat session in order, 1,000 from the row `skip` on.
-- session: the chat session's id (shopping_chat.session.id).
SELECT *, toUnixTimestamp64Micro(event_time) / 1000 AS time_ms
FROM otel.chat_events FINAL
WHERE chat_session_id = {session:String}
ORDER BY event_time, seq, span_id
LIMIT 1000 OFFSET {skip:UInt32}
