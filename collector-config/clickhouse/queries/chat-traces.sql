-- The ids of the traces of a chat session, the first one first. Most sessions have one.
-- session: the chat session's id (shopping_chat.session.id).
SELECT TraceId AS trace_id
FROM otel.otel_traces
WHERE startsWith(SpanName, 'shopping_chat.') AND SpanAttributes['shopping_chat.session.id'] = {session:String}
GROUP BY TraceId
ORDER BY min(Timestamp)
