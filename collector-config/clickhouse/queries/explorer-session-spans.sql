-- The spans of all traces of a chat session in order, 1,000 from the row `skip` on, up to the 10,000th.
-- session: the chat session's id (shopping_chat.session.id).
WITH
  traces AS (
    SELECT trace_id FROM otel.chat_events WHERE chat_session_id = {session:String} AND trace_id != ''
    UNION DISTINCT
    SELECT trace_id FROM otel.chat_turns WHERE chat_session_id = {session:String} AND trace_id != ''
  ),
  (
    SELECT (min(Start), max(End)) FROM otel.otel_traces_trace_id_ts WHERE TraceId IN traces
  ) AS range
SELECT
  TraceId AS trace_id, SpanId AS span_id, ParentSpanId AS parent_span_id, SpanName AS name, SpanKind AS kind,
  ServiceName AS service_name, ScopeName AS scope_name, StatusCode AS status_code, StatusMessage AS status_message,
  toUnixTimestamp64Micro(Timestamp) / 1000 AS start_ms, greatest(toInt64(Duration), 0) / 1e6 AS duration_ms,
  SpanAttributes AS attributes, ResourceAttributes AS resource_attributes,
  arrayMap((name, time, attributes) -> CAST((name, toUnixTimestamp64Micro(time) / 1000, attributes),
    'Tuple(name String, time_ms Float64, attributes Map(String, String))'),
    Events.Name, Events.Timestamp, Events.Attributes) AS events,
  arrayMap((trace, span, attributes) -> CAST((trace, span, attributes),
    'Tuple(trace_id String, span_id String, attributes Map(String, String))'),
    Links.TraceId, Links.SpanId, Links.Attributes) AS links,
  count() OVER () AS total
FROM otel.otel_traces FINAL
WHERE TraceId IN traces AND Timestamp >= range.1 AND Timestamp < range.2 + toIntervalSecond(1)
ORDER BY Timestamp, SpanId
LIMIT least(1000, greatest(0, 10000 - toInt64({skip:UInt32}))) OFFSET {skip:UInt32}
SETTINGS use_skip_indexes_if_final_exact_mode = 0
