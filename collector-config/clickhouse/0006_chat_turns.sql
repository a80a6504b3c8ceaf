-- One row per turn (a question and its answer). Read with FINAL.
CREATE TABLE IF NOT EXISTS otel.chat_turns${LOCAL:-} ${ON_CLUSTER:-} (
  start_time DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  end_time DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  duration Float64 COMMENT 'seconds' CODEC(ZSTD(1)),
  time_to_first_byte Nullable(Float64) COMMENT 'seconds' CODEC(ZSTD(1)),
  end_reason LowCardinality(String) CODEC(ZSTD(1)),
  error_type LowCardinality(String) CODEC(ZSTD(1)),
  input_type LowCardinality(String) CODEC(ZSTD(1)),
  seq UInt32 COMMENT 'shopping_chat.turn.seq: 1, 2, 3 … within a chat session' CODEC(ZSTD(1)),
  request_count UInt32 CODEC(ZSTD(1)),
  gen_ai_response_id String CODEC(ZSTD(1)),
  trace_id String CODEC(ZSTD(1)),
  span_id String CODEC(ZSTD(1)),
  service_name LowCardinality(String) CODEC(ZSTD(1)),
  service_version LowCardinality(String) COMMENT 'service.version of the resource' CODEC(ZSTD(1)),
  chat_session_id String CODEC(ZSTD(1)),
  session_id String CODEC(ZSTD(1)),
  conversation_id String CODEC(ZSTD(1)),
  page_url String CODEC(ZSTD(1)),
  message_text String COMMENT 'the question, if texts are captured' CODEC(ZSTD(1)),
  message_length Nullable(Int64) COMMENT 'length of the question' CODEC(ZSTD(1)),
  product_id String COMMENT 'the product that the question is about' CODEC(ZSTD(1)),
  INDEX idx_chat_session_id chat_session_id TYPE bloom_filter(0.01) GRANULARITY 1
)
-- Identity is (trace_id, span_id). Time comes first: rows of one insert lie together, so FINAL compares few parts.
ENGINE = ${REPLICATED:-}ReplacingMergeTree
PARTITION BY toMonday(start_time)
PRIMARY KEY toStartOfHour(start_time)
ORDER BY (toStartOfHour(start_time), trace_id, span_id)
TTL toDateTime(start_time) + toIntervalDay(${EVENTS_TTL_DAYS:-90})
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000;
