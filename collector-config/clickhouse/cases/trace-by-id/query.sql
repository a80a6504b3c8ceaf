SELECT SpanName, Timestamp, Duration, length(Events.Name) AS events
FROM otel.otel_traces FINAL
WHERE TraceId = '73310000000000000000000000000000'
  AND Timestamp BETWEEN (SELECT min(Start) FROM otel.otel_traces_trace_id_ts WHERE TraceId = '73310000000000000000000000000000')
    AND (SELECT max(End) + 1 FROM otel.otel_traces_trace_id_ts WHERE TraceId = '73310000000000000000000000000000')
ORDER BY Timestamp, SpanName
