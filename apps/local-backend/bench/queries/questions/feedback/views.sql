SELECT * FROM otel.chat_feedback(from = '2026-09-01', to = '2026-10-01')
