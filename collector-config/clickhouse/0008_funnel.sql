-- How far chat sessions get: trigger clicked → chat opened → question asked → answered → product clicked, by trigger.
-- Applied after 0007. Steps count in this order only, within 24 hours of the trigger.
-- Without FINAL: an event that stands there twice takes a chat session no further.
CREATE OR REPLACE VIEW otel.chat_funnel ${ON_CLUSTER:-} AS
SELECT
  trigger_component,
  countIf(level >= 1) AS triggered,
  countIf(level >= 2) AS opened,
  countIf(level >= 3) AS asked,
  countIf(level >= 4) AS answered,
  countIf(level >= 5) AS product_clicked
FROM (
  SELECT
    chat_session_id,
    argMinIf(trigger_component, time, step = 1) AS trigger_component,
    windowFunnel(86400000000000)(time, step = 1, step = 2, step = 3, step = 4, step = 5) AS level
  FROM (
    SELECT
      chat_session_id,
      -- windowFunnel takes no DateTime64.
      toUInt64(toUnixTimestamp64Nano(event_time)) AS time,
      trigger_component,
      multiIf(
        event_name = 'shopping_chat.trigger_clicked', 1,
        event_name IN ('shopping_chat.expand_from_trigger', 'shopping_chat.expand_from_bubble',
          'shopping_chat.expand_from_minimized'), 2,
        event_name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product'), 3,
        5
      ) AS step
    FROM otel.chat_events
    WHERE event_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
      AND event_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
      AND (
        event_name IN ('shopping_chat.trigger_clicked', 'shopping_chat.expand_from_trigger',
          'shopping_chat.expand_from_bubble', 'shopping_chat.expand_from_minimized',
          'shopping_chat.user_respond', 'shopping_chat.user_respond_product', 'shopping_chat.mini_pdp_click')
        OR (event_name = 'shopping_chat.url_click' AND (link_type != 'text_url' OR product_id != ''))
      )
    UNION ALL
    SELECT
      chat_session_id,
      toUInt64(toUnixTimestamp64Nano(end_time)) AS time,
      '' AS trigger_component,
      4 AS step
    FROM otel.chat_turns
    WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
      AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
      AND end_reason = 'answered'
  )
  GROUP BY chat_session_id
)
WHERE level >= 1
GROUP BY trigger_component
ORDER BY triggered DESC, trigger_component;
