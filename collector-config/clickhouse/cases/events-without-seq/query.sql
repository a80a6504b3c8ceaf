SELECT event_time, event_name, action, seq FROM otel.chat_events FINAL ORDER BY event_time
