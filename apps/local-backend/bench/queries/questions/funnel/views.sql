SELECT * FROM otel.chat_funnel(from = '2026-09-01', to = '2026-10-01')
