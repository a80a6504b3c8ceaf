-- The spans of a trace: its root and the latest, 300 in all, each with the number of all its spans.
-- trace: the trace's id, 32 hexadecimal digits.
SELECT TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName, ScopeName, StatusCode, StatusMessage,
  toUnixTimestamp64Micro(Timestamp) AS start_us, greatest(toInt64(Duration), 0) / 1e6 AS duration_ms,
  SpanAttributes, Events.Name AS event_names, Events.Attributes AS event_attributes,
  arrayMap(time -> toUnixTimestamp64Micro(time), Events.Timestamp) AS event_times_us,
  Links.TraceId AS link_traces, Links.SpanId AS link_spans, Links.Attributes AS link_attributes,
  count() OVER () AS spans_in_trace
FROM otel.otel_traces FINAL
WHERE TraceId = {trace:String}
ORDER BY ParentSpanId = '' DESC, Timestamp DESC
LIMIT 300
