-- On a cluster, queries and inserts use this name. Each trace is stored on one shard, in otel_traces_trace_id_ts_local.
CREATE TABLE IF NOT EXISTS otel.otel_traces_trace_id_ts ${ON_CLUSTER} AS otel.otel_traces_trace_id_ts_local
ENGINE = Distributed('${CLUSTER}', otel, otel_traces_trace_id_ts_local, cityHash64(TraceId));
