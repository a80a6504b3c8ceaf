-- Fills chat_session_quarters from each insert into chat_events.
-- On a cluster each shard aggregates its own chat sessions.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_event_quarters_mv ${ON_CLUSTER:-}
TO otel.chat_session_quarters${LOCAL:-} AS
WITH
  event_name = 'shopping_chat.trigger_clicked' AS is_trigger,
  event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product') AS is_question,
  multiIf(event_name = 'shopping_chat.thumbs_up', 1, event_name = 'shopping_chat.thumbs_down', -1, 0) AS thumb
SELECT
  toStartOfFifteenMinutes(event_time) AS quarter,
  reinterpretAsUInt128(sipHash128(chat_session_id)) AS session_hash,
  min(toNullable(event_time)) AS start_time,
  max(event_name IN ('shopping_chat.chat_closed', 'shopping_chat.close_bubble',
    'shopping_chat.close_chat_from_minimized', 'shopping_chat.close_chat_from_open_on_mobile')) AS is_closed,
  max(is_question) AS has_question,
  argMinIfState(toString(trigger_component), event_time, is_trigger::Bool) AS trigger_component,
  windowFunnelState(86400000000000)(
    toUInt64(toUnixTimestamp64Nano(event_time)),
    is_trigger::Bool,
    (event_name IN ('shopping_chat.expand_from_trigger', 'shopping_chat.expand_from_bubble',
      'shopping_chat.expand_from_minimized'))::Bool,
    is_question::Bool,
    false,
    (event_name = 'shopping_chat.mini_pdp_click'
      OR (event_name = 'shopping_chat.url_click' AND (link_type != 'text_url' OR product_id != '')))::Bool
  ) AS funnel,
  groupUniqArrayIf(
    (cityHash64(trace_id, span_id, seq, event_time, event_name), toInt8(thumb), feedback_rating),
    thumb != 0 OR feedback_rating IS NOT NULL
  ) AS feedback
FROM otel.chat_events${LOCAL:-}
GROUP BY quarter, session_hash;
