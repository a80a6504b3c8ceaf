SELECT * FROM otel.chat_visits(from = '2026-11-20', to = '2026-11-21')
