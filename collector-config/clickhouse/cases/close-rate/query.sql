SELECT * FROM otel.chat_close_rate(from = '2026-11-20', to = '2026-11-21')
