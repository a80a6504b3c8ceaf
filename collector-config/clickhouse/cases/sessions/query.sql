SELECT * FROM otel.chat_sessions ORDER BY chat_session_id
