-- One row per step of the chat backend's agent: model calls, tools, the agent itself (gen_ai spans). Read with FINAL.
CREATE TABLE IF NOT EXISTS otel.chat_model_calls${LOCAL:-} ${ON_CLUSTER:-} (
  start_time DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  duration Float64 COMMENT 'seconds' CODEC(ZSTD(1)),
  operation LowCardinality(String) COMMENT 'gen_ai.operation.name: chat, execute_tool, invoke_agent …' CODEC(ZSTD(1)),
  model LowCardinality(String) COMMENT 'the model that answered, or the one that was asked for' CODEC(ZSTD(1)),
  tool LowCardinality(String) CODEC(ZSTD(1)),
  error_type LowCardinality(String) CODEC(ZSTD(1)),
  is_failed Bool CODEC(ZSTD(1)),
  input_tokens UInt64 CODEC(ZSTD(1)),
  output_tokens UInt64 CODEC(ZSTD(1)),
  trace_id String CODEC(ZSTD(1)),
  span_id String CODEC(ZSTD(1)),
  service_name LowCardinality(String) CODEC(ZSTD(1)),
  service_version LowCardinality(String) CODEC(ZSTD(1)),
  chat_session_id String COMMENT 'shopping_chat.session.id if the page sent it, or the trace id: a chat session has the id of its first trace' CODEC(ZSTD(1)),
  conversation_id String CODEC(ZSTD(1)),
  INDEX idx_chat_session_id chat_session_id TYPE bloom_filter(0.01) GRANULARITY 1
)
-- Identity is (trace_id, span_id), sorted like chat_turns.
ENGINE = ${REPLICATED:-}ReplacingMergeTree
PARTITION BY toMonday(start_time)
PRIMARY KEY toStartOfHour(start_time)
ORDER BY (toStartOfHour(start_time), trace_id, span_id)
TTL toDateTime(start_time) + toIntervalDay(${EVENTS_TTL_DAYS:-90})
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000;
