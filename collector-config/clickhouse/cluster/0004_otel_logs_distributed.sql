-- On a cluster, queries and inserts use this name. Each trace is stored on one shard, in otel_logs_local.
CREATE TABLE IF NOT EXISTS otel.otel_logs ${ON_CLUSTER} AS otel.otel_logs_local
ENGINE = Distributed('${CLUSTER}', otel, otel_logs_local, cityHash64(TraceId));
