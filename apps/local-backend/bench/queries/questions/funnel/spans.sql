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
    argMinIf(component, time, step = 1) AS trigger_component,
    windowFunnel(86400000000000)(time, step = 1, step = 2, step = 3, step = 4, step = 5) AS level
  FROM (
    SELECT
      SpanAttributes['shopping_chat.session.id'] AS session,
      toUInt64(toUnixTimestamp64Nano(event_time)) AS time,
      a['shopping_chat.trigger.component'] AS component,
      multiIf(
        name = 'shopping_chat.trigger_clicked', 1,
        name IN ('shopping_chat.expand_from_trigger', 'shopping_chat.expand_from_bubble',
          'shopping_chat.expand_from_minimized'), 2,
        name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product'), 3,
        5
      ) AS step
    FROM otel.otel_traces
    ARRAY JOIN Events.Timestamp AS event_time, Events.Name AS name, Events.Attributes AS a
    WHERE name IN ('shopping_chat.trigger_clicked', 'shopping_chat.expand_from_trigger',
        'shopping_chat.expand_from_bubble', 'shopping_chat.expand_from_minimized', 'shopping_chat.user_respond',
        'shopping_chat.user_respond_product', 'shopping_chat.mini_pdp_click')
      OR (name = 'shopping_chat.url_click'
        AND (a['shopping_chat.link.type'] != 'text_url' OR a['shopping_chat.product.id'] != ''))
    UNION ALL
    SELECT
      SpanAttributes['shopping_chat.session.id'] AS session,
      toUInt64(toUnixTimestamp64Nano(Timestamp) + Duration) AS time,
      '' AS component,
      4 AS step
    FROM otel.otel_traces
    WHERE SpanName = 'shopping_chat.turn' AND SpanAttributes['shopping_chat.turn.end_reason'] = 'answered'
  )
  GROUP BY session
)
WHERE level >= 1
GROUP BY trigger_component
ORDER BY triggered DESC, trigger_component
