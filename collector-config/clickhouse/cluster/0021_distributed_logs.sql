-- The name that queries and the Collector use, as a Distributed table over the `_local` ones of each shard.
-- Applied on a cluster only, after 0019.
CREATE TABLE IF NOT EXISTS otel.otel_logs ${ON_CLUSTER} AS otel.otel_logs_local
ENGINE = Distributed('${CLUSTER}', otel, otel_logs_local, cityHash64(TraceId));
