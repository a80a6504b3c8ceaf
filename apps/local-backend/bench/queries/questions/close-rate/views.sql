SELECT * FROM otel.chat_close_rate(from = '2026-09-01', to = '2026-10-01')
