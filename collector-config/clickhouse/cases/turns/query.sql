SELECT * FROM otel.chat_turns FINAL ORDER BY start_time
