-- On a cluster, queries and inserts use this name. Each trace is stored on one shard, in otel_traces_local.
CREATE TABLE IF NOT EXISTS otel.otel_traces ${ON_CLUSTER} AS otel.otel_traces_local
ENGINE = Distributed('${CLUSTER}', otel, otel_traces_local, cityHash64(TraceId));
