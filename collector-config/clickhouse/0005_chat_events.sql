-- One row per interaction event, with a typed column per attribute. Read with FINAL.
-- Column names: the attribute without `shopping_chat.`, dots replaced by underscores.
CREATE TABLE IF NOT EXISTS otel.chat_events${LOCAL:-} ${ON_CLUSTER:-} (
  event_time DateTime64(9, 'UTC') CODEC(Delta(8), ZSTD(1)),
  event_name LowCardinality(String) CODEC(ZSTD(1)),
  action LowCardinality(String) CODEC(ZSTD(1)),
  seq UInt32 COMMENT 'shopping_chat.event.seq; 0 if the event has none' CODEC(ZSTD(1)),
  trace_id String CODEC(ZSTD(1)),
  span_id String CODEC(ZSTD(1)),
  span_name LowCardinality(String) CODEC(ZSTD(1)),
  service_name LowCardinality(String) CODEC(ZSTD(1)),
  chat_session_id String COMMENT 'shopping_chat.session.id of the event, or of its span if the event has none' CODEC(ZSTD(1)),
  session_id String COMMENT 'session.id of the event, or of its span if the event has none' CODEC(ZSTD(1)),
  conversation_id String COMMENT 'gen_ai.conversation.id of the event, or of its span if the event has none' CODEC(ZSTD(1)),
  page_url String COMMENT 'browser.document.url.full of the event, or of its span if the event has none' CODEC(ZSTD(1)),
  trigger_component LowCardinality(String) CODEC(ZSTD(1)),
  trigger_template LowCardinality(String) CODEC(ZSTD(1)),
  trigger_product_ids Array(String) CODEC(ZSTD(1)),
  trigger_starter_texts Array(String) CODEC(ZSTD(1)),
  trigger_starter_text String CODEC(ZSTD(1)),
  trigger_starter_clicked_is_generated Nullable(Bool) CODEC(ZSTD(1)),
  trigger_starter_set_is_generated Nullable(Bool) CODEC(ZSTD(1)),
  trigger_name LowCardinality(String) CODEC(ZSTD(1)),
  widget_state LowCardinality(String) CODEC(ZSTD(1)),
  widget_previous_state LowCardinality(String) CODEC(ZSTD(1)),
  widget_size LowCardinality(String) CODEC(ZSTD(1)),
  widget_previous_size LowCardinality(String) CODEC(ZSTD(1)),
  conversation_state LowCardinality(String) CODEC(ZSTD(1)),
  config String COMMENT 'shopping_chat.config of the event, or of its span if the event has none' CODEC(ZSTD(1)),
  menu_item_label String CODEC(ZSTD(1)),
  menu_source LowCardinality(String) CODEC(ZSTD(1)),
  url_full String CODEC(ZSTD(1)),
  link_type LowCardinality(String) CODEC(ZSTD(1)),
  link_text String CODEC(ZSTD(1)),
  message_input_type LowCardinality(String) CODEC(ZSTD(1)),
  message_text String CODEC(ZSTD(1)),
  message_length Nullable(Int64) CODEC(ZSTD(1)),
  message_target String CODEC(ZSTD(1)),
  selection_product_ids Array(String) CODEC(ZSTD(1)),
  product_id String CODEC(ZSTD(1)),
  product_category LowCardinality(String) CODEC(ZSTD(1)),
  suggestion_labels Array(String) CODEC(ZSTD(1)),
  feedback_rating Nullable(Int64) CODEC(ZSTD(1)),
  feedback_text String CODEC(ZSTD(1)),
  feedback_length Nullable(Int64) CODEC(ZSTD(1)),
  feedback_target_text String CODEC(ZSTD(1)),
  feedback_target_length Nullable(Int64) CODEC(ZSTD(1)),
  feedback_target_product_ids Array(String) CODEC(ZSTD(1)),
  turn_span_id String CODEC(ZSTD(1)),
  gen_ai_response_id String CODEC(ZSTD(1)),
  experiment_id LowCardinality(String) CODEC(ZSTD(1)),
  experiment_source LowCardinality(String) CODEC(ZSTD(1)),
  experiment_rank String CODEC(ZSTD(1)),
  experiment_throttle_rank String CODEC(ZSTD(1)),
  experiment_variant_id LowCardinality(String) CODEC(ZSTD(1)),
  experiment_variant_name LowCardinality(String) CODEC(ZSTD(1)),
  attributes Map(LowCardinality(String), String) COMMENT 'attributes without a column of their own' CODEC(ZSTD(1)),
  INDEX idx_session_id session_id TYPE bloom_filter(0.01) GRANULARITY 1
)
-- Identity is (trace_id, span_id, seq). Time and name only tell events without a seq apart.
-- The chat session comes first: its events lie together on disk, and their repeated ids compress well (README.md).
ENGINE = ${REPLICATED:-}ReplacingMergeTree
PARTITION BY toMonday(event_time)
PRIMARY KEY (chat_session_id, trace_id)
ORDER BY (chat_session_id, trace_id, span_id, seq, event_time, event_name)
TTL toDateTime(event_time) + toIntervalDay(${EVENTS_TTL_DAYS:-90})
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000, merge_selector_base = 12;
