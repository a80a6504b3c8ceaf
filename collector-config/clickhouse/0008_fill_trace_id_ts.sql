-- Fills otel_traces_trace_id_ts from each insert into otel_traces.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.otel_traces_trace_id_ts_mv ${ON_CLUSTER:-}
TO otel.otel_traces_trace_id_ts${LOCAL:-} AS
SELECT TraceId, min(Timestamp) AS Start, max(Timestamp) AS End
FROM otel.otel_traces${LOCAL:-}
WHERE TraceId != ''
GROUP BY TraceId;
