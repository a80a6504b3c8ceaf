-- The time range of each trace: a query for one trace id reads only the daily partitions in that range.
-- A trace arrives in several inserts, and its rows become one in a merge: take min(Start) and max(End).
CREATE TABLE IF NOT EXISTS otel.otel_traces_trace_id_ts${LOCAL:-} ${ON_CLUSTER:-} (
  TraceId String CODEC(ZSTD(1)),
  Start SimpleAggregateFunction(min, DateTime) CODEC(Delta(4), ZSTD(1)),
  End SimpleAggregateFunction(max, DateTime) CODEC(Delta(4), ZSTD(1)),
  INDEX idx_trace_id TraceId TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ${REPLICATED:-}AggregatingMergeTree
PARTITION BY toMonday(Start)
ORDER BY TraceId
TTL toDateTime(Start) + toIntervalDay(${TRACES_TTL_DAYS:-90})
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000, merge_selector_base = 12;
