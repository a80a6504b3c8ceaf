SELECT asked_at, chat_session_id, end_reason, waited, message_length, span_id
FROM otel.chat_unanswered_questions(from = '2026-09-01', to = '2026-10-01')
LIMIT 100
