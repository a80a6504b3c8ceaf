-- One row per chat session and quarter of an hour: the source of the funnel, feedback and close rate.
-- Every column aggregates so that a repeated event changes nothing: GROUP BY session_hash, no FINAL needed.
CREATE TABLE IF NOT EXISTS otel.chat_session_quarters${LOCAL:-} ${ON_CLUSTER:-} (
  quarter DateTime('UTC') COMMENT 'start of the quarter of an hour' CODEC(Delta(4), ZSTD(1)),
  session_hash UInt128 COMMENT 'sipHash128 of chat_session_id: half the size, and several times faster to group by' CODEC(ZSTD(1)),
  start_time SimpleAggregateFunction(min, Nullable(DateTime64(9, 'UTC'))) COMMENT 'first event; NULL if there are only turns' CODEC(ZSTD(1)),
  is_closed SimpleAggregateFunction(max, Bool) CODEC(ZSTD(1)),
  has_question SimpleAggregateFunction(max, Bool) CODEC(ZSTD(1)),
  trigger_component AggregateFunction(argMinIf, String, DateTime64(9, 'UTC'), Bool) COMMENT 'from the first trigger_clicked' CODEC(ZSTD(1)),
  funnel AggregateFunction(windowFunnel(86400000000000), UInt64, Bool, Bool, Bool, Bool, Bool) COMMENT 'steps: trigger, open, question, answer, product click; window in nanoseconds' CODEC(ZSTD(1)),
  feedback SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(UInt64, Int8, Nullable(Int64))))
    COMMENT 'identity of the event, thumb (1 up, -1 down, 0 none), rating' CODEC(ZSTD(1))
)
ENGINE = ${REPLICATED:-}AggregatingMergeTree
PARTITION BY toMonday(quarter)
ORDER BY (quarter, session_hash)
TTL quarter + toIntervalDay(${EVENTS_TTL_DAYS:-90})
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000, merge_selector_base = 12;
