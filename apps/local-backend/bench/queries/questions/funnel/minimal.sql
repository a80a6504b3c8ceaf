SELECT
  trigger_component,
  countIf(level >= 1) AS triggered,
  countIf(level >= 2) AS opened,
  countIf(level >= 3) AS asked,
  countIf(level >= 4) AS answered,
  countIf(level >= 5) AS product_clicked
FROM (
  SELECT
    session,
    argMinIf(component, nanoseconds, step = 1) AS trigger_component,
    windowFunnel(86400000000000)(nanoseconds, step = 1, step = 2, step = 3, step = 4, step = 5) AS level
  FROM (
    SELECT
      session,
      toUInt64(toUnixTimestamp64Nano(time)) AS nanoseconds,
      component,
      multiIf(
        event = 'shopping_chat.trigger_clicked', 1,
        event IN ('shopping_chat.expand_from_trigger', 'shopping_chat.expand_from_bubble',
          'shopping_chat.expand_from_minimized'), 2,
        event IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product'), 3,
        5
      ) AS step
    FROM otel.minimal_events
    PREWHERE is_product_click OR event IN ('shopping_chat.trigger_clicked', 'shopping_chat.expand_from_trigger',
        'shopping_chat.expand_from_bubble', 'shopping_chat.expand_from_minimized', 'shopping_chat.user_respond',
        'shopping_chat.user_respond_product')
    UNION ALL
    SELECT session, toUInt64(toUnixTimestamp64Nano(end_time)) AS nanoseconds, '' AS component, 4 AS step
    FROM otel.minimal_turns
    PREWHERE end_reason = 'answered'
  )
  GROUP BY session
)
WHERE level >= 1
GROUP BY trigger_component
ORDER BY triggered DESC, trigger_component
