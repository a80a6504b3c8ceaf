-- Chat sessions with events or turns in a time range. `from` and `to` (exclusive) are UTC times as text:
-- '2026-11-01' or '2026-11-01T08:00:00Z'.
CREATE OR REPLACE VIEW otel.chat_sessions_between ${ON_CLUSTER:-} AS
SELECT
  chat_session_id,
  argMaxIf(session_id, time, session_id != '') AS session_id,
  argMaxIf(conversation_id, time, conversation_id != '') AS conversation_id,
  anyIf(service_name, service_name != '') AS service_name,
  min(time) AS start_time,
  max(time) AS end_time,
  dateDiff('millisecond', start_time, end_time) / 1000 AS duration,
  countIf(event_name != '') AS events,
  -- Numbers missing from 1, 2, 3 …: events that were lost, or that happened before `from`.
  toInt64(max(seq)) - toInt64(uniqExactIf(seq, seq > 0)) AS missing_events,
  argMinIf(trigger_component, time, trigger_component != '') AS trigger_component,
  argMinIf(trigger_name, time, trigger_name != '') AS trigger_name,
  countIf(startsWith(event_name, 'shopping_chat.expand_from_')) AS openings,
  countIf(event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product')) AS questions,
  countIf(end_reason != '') AS turns,
  countIf(end_reason = 'answered') AS answered_turns,
  countIf(end_reason = 'failed') AS failed_turns,
  countIf(is_product_click) AS product_clicks,
  countIf(event_name = 'shopping_chat.thumbs_up') AS thumbs_up,
  countIf(event_name = 'shopping_chat.thumbs_down') AS thumbs_down,
  argMaxIf(feedback_rating, time, feedback_rating IS NOT NULL) AS feedback_rating,
  multiIf(
    product_clicks > 0, 'product_clicked',
    answered_turns > 0, 'answered',
    failed_turns > 0, 'failed',
    questions > 0, 'unanswered',
    openings > 0, 'opened',
    'not_opened'
  ) AS outcome
FROM (
  SELECT
    chat_session_id, session_id, conversation_id, service_name, event_time AS time, seq, event_name,
    trigger_component, trigger_name, feedback_rating, '' AS end_reason,
    event_name = 'shopping_chat.mini_pdp_click'
      OR (event_name = 'shopping_chat.url_click' AND (link_type != 'text_url' OR product_id != '')) AS is_product_click
  FROM otel.chat_events FINAL
  WHERE event_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND event_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
  UNION ALL
  SELECT
    chat_session_id, session_id, conversation_id, service_name, end_time AS time, 0 AS seq, '' AS event_name,
    '' AS trigger_component, '' AS trigger_name, NULL AS feedback_rating, end_reason, false AS is_product_click
  FROM otel.chat_turns FINAL
  WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
)
GROUP BY chat_session_id
SETTINGS do_not_merge_across_partitions_select_final = 1;
