-- How far behind the tables are, and events that were lost in chat sessions of a time range.
SELECT
  (SELECT toUnixTimestamp64Milli(maxOrNull(end_time)) FROM otel.chat_session_quarters
    WHERE quarter >= (SELECT max(quarter) FROM otel.chat_session_quarters) - toIntervalHour(1)) AS last_event_ms,
  (SELECT toUnixTimestamp64Milli(maxOrNull(start_time)) FROM otel.chat_turns) AS last_turn_ms,
  (SELECT toUnixTimestamp64Milli(maxOrNull(start_time)) FROM otel.chat_model_calls) AS last_model_call_ms,
  toUnixTimestamp64Milli(now64(3)) AS now_ms,
  countIf(sessions.missing_events > 0) AS sessions_with_missing_events,
  sum(sessions.missing_events) AS missing_events
FROM otel.chat_session_rows(from = {from:DateTime64(3)}, to = {to:DateTime64(3)}) AS sessions
WHERE start_time >= {from:DateTime64(3)} AND start_time < {to:DateTime64(3)}
