SELECT * FROM otel.chat_turn_times(from = '2026-11-20', to = '2026-11-22')
