-- One row per chat session and quarter of an hour: the source of the session list, the funnel, feedback and close rate.
-- Every column aggregates so that a repeated event changes nothing: GROUP BY session_hash, no FINAL needed.
CREATE TABLE IF NOT EXISTS otel.chat_session_quarters${LOCAL:-} ${ON_CLUSTER:-} (
  quarter DateTime('UTC') COMMENT 'start of the quarter of an hour' CODEC(Delta(4), ZSTD(1)),
  session_hash UInt128 COMMENT 'sipHash128 of chat_session_id: half the size, and several times faster to group by' CODEC(ZSTD(1)),
  start_time SimpleAggregateFunction(min, Nullable(DateTime64(9, 'UTC'))) COMMENT 'first event; NULL if there are only turns' CODEC(ZSTD(1)),
  end_time SimpleAggregateFunction(max, Nullable(DateTime64(9, 'UTC'))) COMMENT 'last event, or end of the last turn' CODEC(ZSTD(1)),
  flags SimpleAggregateFunction(groupBitOr, UInt32)
    COMMENT '1 triggered, 2 opened, 4 asked, 8 answered, 16 product clicked, 32 failed turn, 64 unanswered turn, 128 closed, 256 thumbs up, 512 thumbs down, 1024 … 16384 rated 1 … 5' CODEC(ZSTD(1)),
  turns SimpleAggregateFunction(groupUniqArrayArray, Array(UInt64))
    COMMENT 'identity × 4 + how it ended: 1 answered, 2 failed, 3 unanswered' CODEC(ZSTD(1)),
  slowest_answer SimpleAggregateFunction(max, Float32) COMMENT 'seconds; 0 without an answer' CODEC(ZSTD(1)),
  product_clicks SimpleAggregateFunction(groupUniqArrayArray, Array(UInt64)) COMMENT 'identities of the events' CODEC(ZSTD(1)),
  last_rating SimpleAggregateFunction(max, UInt64) COMMENT 'Unix milliseconds × 8 + rating; 0 without one' CODEC(ZSTD(1)),
  seqs AggregateFunction(groupBitmap, UInt32) COMMENT 'numbers of the events; 2147483648 + a hash for those without' CODEC(ZSTD(1)),
  page_url AggregateFunction(argMinIf, String, DateTime64(9, 'UTC'), Bool) COMMENT 'the first one' CODEC(ZSTD(1)),
  version SimpleAggregateFunction(max, LowCardinality(String)) COMMENT 'service.version of the page' CODEC(ZSTD(1)),
  environment SimpleAggregateFunction(max, LowCardinality(String)) CODEC(ZSTD(1)),
  device SimpleAggregateFunction(max, LowCardinality(String)) CODEC(ZSTD(1)),
  visit_hash SimpleAggregateFunction(max, UInt64) COMMENT 'to count visits; 0 if unknown' CODEC(ZSTD(1)),
  user_hash SimpleAggregateFunction(max, UInt64) COMMENT 'to count users; 0 if unknown' CODEC(ZSTD(1)),
  actions SimpleAggregateFunction(groupUniqArrayArray, Array(String)) CODEC(ZSTD(1)),
  products SimpleAggregateFunction(groupUniqArrayArray, Array(String)) COMMENT 'products that were clicked' CODEC(ZSTD(1)),
  tools SimpleAggregateFunction(groupUniqArrayArray, Array(String)) COMMENT 'tools that the chat backend used' CODEC(ZSTD(1)),
  ids SimpleAggregateFunction(groupUniqArrayArray, Array(String))
    COMMENT 'each after its kind: chat:…, visit:…, user:…, conversation:…, trace:…, response:…' CODEC(ZSTD(1)),
  is_closed SimpleAggregateFunction(max, Bool) CODEC(ZSTD(1)),
  has_question SimpleAggregateFunction(max, Bool) CODEC(ZSTD(1)),
  trigger_component AggregateFunction(argMinIf, String, DateTime64(9, 'UTC'), Bool) COMMENT 'from the first trigger_clicked' CODEC(ZSTD(1)),
  funnel AggregateFunction(windowFunnel(86400000000000), UInt64, Bool, Bool, Bool, Bool, Bool) COMMENT 'steps: trigger, open, question, answer, product click; window in nanoseconds' CODEC(ZSTD(1)),
  feedback SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(UInt64, Int8, Nullable(Int64))))
    COMMENT 'identity of the event, thumb (1 up, -1 down, 0 none), rating' CODEC(ZSTD(1)),
  INDEX idx_session_hash session_hash TYPE bloom_filter(0.01) GRANULARITY 1,
  INDEX idx_ids ids TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ${REPLICATED:-}AggregatingMergeTree
PARTITION BY toMonday(quarter)
ORDER BY (quarter, session_hash)
TTL quarter + toIntervalDay(${EVENTS_TTL_DAYS:-90})
-- Fine granules: a list reads all columns of 50 sessions that may lie anywhere.
SETTINGS index_granularity = 1024, ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000, merge_selector_base = 12;
