-- The materialized views that fill chat_events and chat_turns from every insert into otel_traces.
-- Applied after the tables (and, on a cluster, after cluster/0005, which makes chat_events and chat_turns distributed).
-- Who and where stand on the span, or on the event itself, which then counts.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_events_mv ${ON_CLUSTER:-} TO otel.chat_events AS
SELECT
  time AS event_time,
  name AS event_name,
  a['shopping_chat.action'] AS action,
  toUInt32OrZero(a['shopping_chat.event.seq']) AS seq,
  TraceId AS trace_id,
  SpanId AS span_id,
  SpanName AS span_name,
  ServiceName AS service_name,
  if(a['shopping_chat.session.id'] != '', a['shopping_chat.session.id'], SpanAttributes['shopping_chat.session.id']) AS chat_session_id,
  if(a['session.id'] != '', a['session.id'], SpanAttributes['session.id']) AS session_id,
  if(a['gen_ai.conversation.id'] != '', a['gen_ai.conversation.id'], SpanAttributes['gen_ai.conversation.id']) AS conversation_id,
  if(a['browser.document.url.full'] != '', a['browser.document.url.full'], SpanAttributes['browser.document.url.full']) AS page_url,
  a['shopping_chat.trigger.component'] AS trigger_component,
  a['shopping_chat.trigger.template'] AS trigger_template,
  JSONExtract(a['shopping_chat.trigger.product_ids'], 'Array(String)') AS trigger_product_ids,
  JSONExtract(a['shopping_chat.trigger.starter.texts'], 'Array(String)') AS trigger_starter_texts,
  a['shopping_chat.trigger.starter.text'] AS trigger_starter_text,
  transform(a['shopping_chat.trigger.starter.clicked_is_generated'], ['true', 'false'], [true, false], NULL)
    AS trigger_starter_clicked_is_generated,
  transform(a['shopping_chat.trigger.starter.set_is_generated'], ['true', 'false'], [true, false], NULL)
    AS trigger_starter_set_is_generated,
  a['shopping_chat.trigger.name'] AS trigger_name,
  a['shopping_chat.widget.state'] AS widget_state,
  a['shopping_chat.widget.previous_state'] AS widget_previous_state,
  a['shopping_chat.widget.size'] AS widget_size,
  a['shopping_chat.widget.previous_size'] AS widget_previous_size,
  a['shopping_chat.conversation.state'] AS conversation_state,
  if(a['shopping_chat.config'] != '', a['shopping_chat.config'], SpanAttributes['shopping_chat.config']) AS config,
  a['shopping_chat.menu.item_label'] AS menu_item_label,
  a['shopping_chat.menu.source'] AS menu_source,
  a['url.full'] AS url_full,
  a['shopping_chat.link.type'] AS link_type,
  a['shopping_chat.link.text'] AS link_text,
  a['shopping_chat.message.input_type'] AS message_input_type,
  a['shopping_chat.message.text'] AS message_text,
  toInt64OrNull(a['shopping_chat.message.length']) AS message_length,
  a['shopping_chat.message.target'] AS message_target,
  JSONExtract(a['shopping_chat.selection.product_ids'], 'Array(String)') AS selection_product_ids,
  a['shopping_chat.product.id'] AS product_id,
  a['shopping_chat.product.category'] AS product_category,
  JSONExtract(a['shopping_chat.suggestion.labels'], 'Array(String)') AS suggestion_labels,
  toInt64OrNull(a['shopping_chat.feedback.rating']) AS feedback_rating,
  a['shopping_chat.feedback.text'] AS feedback_text,
  toInt64OrNull(a['shopping_chat.feedback.length']) AS feedback_length,
  a['shopping_chat.feedback.target.text'] AS feedback_target_text,
  toInt64OrNull(a['shopping_chat.feedback.target.length']) AS feedback_target_length,
  JSONExtract(a['shopping_chat.feedback.target.product_ids'], 'Array(String)') AS feedback_target_product_ids,
  a['shopping_chat.turn.span_id'] AS turn_span_id,
  a['gen_ai.response.id'] AS gen_ai_response_id,
  a['shopping_chat.experiment.id'] AS experiment_id,
  a['shopping_chat.experiment.source'] AS experiment_source,
  a['shopping_chat.experiment.rank'] AS experiment_rank,
  a['shopping_chat.experiment.throttle_rank'] AS experiment_throttle_rank,
  a['shopping_chat.experiment.variant.id'] AS experiment_variant_id,
  a['shopping_chat.experiment.variant.name'] AS experiment_variant_name,
  mapFilter((k, v) -> k NOT IN (
    'shopping_chat.action', 'shopping_chat.event.seq',
    'shopping_chat.trigger.component', 'shopping_chat.trigger.template', 'shopping_chat.trigger.product_ids',
    'shopping_chat.trigger.starter.texts', 'shopping_chat.trigger.starter.text',
    'shopping_chat.trigger.starter.clicked_is_generated', 'shopping_chat.trigger.starter.set_is_generated',
    'shopping_chat.trigger.name', 'shopping_chat.widget.state', 'shopping_chat.widget.previous_state',
    'shopping_chat.widget.size', 'shopping_chat.widget.previous_size', 'shopping_chat.conversation.state',
    'shopping_chat.config', 'shopping_chat.menu.item_label', 'shopping_chat.menu.source', 'url.full',
    'shopping_chat.link.type', 'shopping_chat.link.text', 'shopping_chat.message.input_type',
    'shopping_chat.message.text', 'shopping_chat.message.length', 'shopping_chat.message.target',
    'shopping_chat.selection.product_ids', 'shopping_chat.product.id', 'shopping_chat.product.category',
    'shopping_chat.suggestion.labels', 'shopping_chat.feedback.rating', 'shopping_chat.feedback.text',
    'shopping_chat.feedback.length', 'shopping_chat.feedback.target.text', 'shopping_chat.feedback.target.length',
    'shopping_chat.feedback.target.product_ids', 'shopping_chat.turn.span_id', 'gen_ai.response.id',
    'shopping_chat.experiment.id', 'shopping_chat.experiment.source', 'shopping_chat.experiment.rank',
    'shopping_chat.experiment.throttle_rank', 'shopping_chat.experiment.variant.id',
    'shopping_chat.experiment.variant.name', 'shopping_chat.session.id', 'session.id', 'gen_ai.conversation.id',
    'browser.document.url.full'
  ), a) AS attributes
FROM otel.otel_traces${LOCAL:-}
ARRAY JOIN Events.Timestamp AS time, Events.Name AS name, Events.Attributes AS a
WHERE startsWith(name, 'shopping_chat.');

-- Duration is unsigned: the exporter lets an end before the start wrap around.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_turns_mv ${ON_CLUSTER:-} TO otel.chat_turns AS
-- Of a turn's events the first question counts; without one, index 0 gives an empty map.
WITH
  greatest(toInt64(Duration), 0) AS nanoseconds,
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
  SpanAttributes['shopping_chat.session.id'] AS chat_session_id,
  SpanAttributes['session.id'] AS session_id,
  SpanAttributes['gen_ai.conversation.id'] AS conversation_id,
  SpanAttributes['browser.document.url.full'] AS page_url,
  question['shopping_chat.message.text'] AS message_text,
  toInt64OrNull(question['shopping_chat.message.length']) AS message_length,
  question['shopping_chat.product.id'] AS product_id
FROM otel.otel_traces${LOCAL:-}
WHERE SpanName = 'shopping_chat.turn';
