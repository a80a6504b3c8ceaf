-- Fills chat_turns from the `shopping_chat.turn` spans in each insert into otel_traces.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_turns_mv ${ON_CLUSTER:-} TO otel.chat_turns AS
-- A span that ends before it starts, or after the year 2262, counts as ending when it starts. Otherwise the insert would
-- fail, and the Collector would retry its batch forever. Duration is unsigned, so a negative one arrives as a huge one; a
-- sum of Int64 that overflows is smaller than its parts.
-- The question is the first one among the turn's events. Without one, index 0 gives an empty map.
WITH
  toUnixTimestamp64Nano(Timestamp) AS start,
  greatest(toInt64(Duration), 0) AS length,
  if(start + length < start, 0, length) AS nanoseconds,
  Events.Attributes[arrayFirstIndex(
    name -> name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product'), Events.Name
  )] AS question
SELECT
  Timestamp AS start_time,
  Timestamp + toIntervalNanosecond(nanoseconds) AS end_time,
  nanoseconds / 1e9 AS duration,
  toFloat64OrNull(SpanAttributes['shopping_chat.turn.time_to_first_byte']) AS time_to_first_byte,
  SpanAttributes['shopping_chat.turn.end_reason'] AS end_reason,
  SpanAttributes['error.type'] AS error_type,
  SpanAttributes['shopping_chat.message.input_type'] AS input_type,
  toUInt32OrZero(SpanAttributes['shopping_chat.turn.seq']) AS seq,
  toUInt32OrZero(SpanAttributes['shopping_chat.turn.request_count']) AS request_count,
  SpanAttributes['gen_ai.response.id'] AS gen_ai_response_id,
  TraceId AS trace_id,
  SpanId AS span_id,
  ServiceName AS service_name,
  ResourceAttributes['service.version'] AS service_version,
  SpanAttributes['shopping_chat.session.id'] AS chat_session_id,
  SpanAttributes['session.id'] AS session_id,
  SpanAttributes['gen_ai.conversation.id'] AS conversation_id,
  SpanAttributes['browser.document.url.full'] AS page_url,
  question['shopping_chat.message.text'] AS message_text,
  toInt64OrNull(question['shopping_chat.message.length']) AS message_length,
  question['shopping_chat.product.id'] AS product_id
FROM otel.otel_traces${LOCAL:-}
WHERE SpanName = 'shopping_chat.turn';
