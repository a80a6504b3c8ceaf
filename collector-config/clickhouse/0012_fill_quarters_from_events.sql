-- Fills chat_session_quarters from each insert into chat_events.
-- On a cluster each shard aggregates its own chat sessions.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_event_quarters_mv ${ON_CLUSTER:-}
TO otel.chat_session_quarters${LOCAL:-} AS
WITH
  event_name = 'shopping_chat.trigger_clicked' AS is_trigger,
  event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product') AS is_question,
  multiIf(event_name = 'shopping_chat.thumbs_up', 1, event_name = 'shopping_chat.thumbs_down', -1, 0) AS thumb,
  event_name IN ('shopping_chat.expand_from_trigger', 'shopping_chat.expand_from_bubble',
    'shopping_chat.expand_from_minimized') AS is_opening,
  event_name IN ('shopping_chat.chat_closed', 'shopping_chat.close_bubble',
    'shopping_chat.close_chat_from_minimized', 'shopping_chat.close_chat_from_open_on_mobile') AS is_closing,
  event_name = 'shopping_chat.mini_pdp_click'
    OR (event_name = 'shopping_chat.url_click' AND (link_type != 'text_url' OR product_id != '')) AS is_product_click,
  cityHash64(trace_id, span_id, seq, event_time, event_name) AS identity,
  if(feedback_rating BETWEEN 1 AND 5, toUInt8(assumeNotNull(feedback_rating)), 0) AS rating
SELECT
  toStartOfFifteenMinutes(event_time) AS quarter,
  reinterpretAsUInt128(sipHash128(chat_session_id)) AS session_hash,
  min(toNullable(event_time)) AS start_time,
  max(toNullable(event_time)) AS end_time,
  groupBitOr(toUInt32(
    is_trigger + 2 * is_opening + 4 * is_question + 16 * is_product_click + 128 * is_closing
      + 256 * (thumb = 1) + 512 * (thumb = -1) + if(rating > 0, bitShiftLeft(512, rating), 0)
  )) AS flags,
  groupUniqArrayIf(identity, is_product_click) AS product_clicks,
  max(if(rating > 0, toUInt64(toUnixTimestamp64Milli(event_time)) * 8 + rating, 0)) AS last_rating,
  groupBitmapState(if(seq > 0, seq, toUInt32(2147483648 + identity % 2147483648))) AS seqs,
  argMinIfState(event.page_url, event_time, (event.page_url != '')::Bool) AS page_url,
  max(service_version) AS version,
  max(event.environment) AS environment,
  max(event.device) AS device,
  max(if(session_id = '', 0, cityHash64(session_id))) AS visit_hash,
  max(if(user_id = '', 0, cityHash64(user_id))) AS user_hash,
  groupUniqArrayIf(toString(action), action != '') AS actions,
  groupUniqArrayIf(product_id, is_product_click AND product_id != '') AS products,
  groupUniqArrayArray(arrayFilter(id -> NOT endsWith(id, ':'), [
    concat('chat:', chat_session_id), concat('visit:', session_id), concat('user:', user_id),
    concat('conversation:', conversation_id), concat('trace:', trace_id), concat('response:', gen_ai_response_id)
  ])) AS ids,
  max(is_closing) AS is_closed,
  max(is_question) AS has_question,
  argMinIfState(toString(event.trigger_component), event_time, is_trigger::Bool) AS trigger_component,
  windowFunnelState(86400000000000)(
    toUInt64(toUnixTimestamp64Nano(event_time)),
    is_trigger::Bool,
    is_opening::Bool,
    is_question::Bool,
    false,
    is_product_click::Bool
  ) AS funnel,
  groupUniqArrayIf(
    (identity, toInt8(thumb), feedback_rating),
    thumb != 0 OR feedback_rating IS NOT NULL
  ) AS feedback
FROM otel.chat_events${LOCAL:-} AS event
GROUP BY quarter, session_hash;
