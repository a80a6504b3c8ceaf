SELECT
  toDate(start_time) AS day,
  count() AS sessions,
  sum(is_closed) AS closed,
  countIf(is_closed AND NOT has_question) AS closed_without_question,
  closed / sessions AS close_rate
FROM (
  SELECT
    SpanAttributes['shopping_chat.session.id'] AS session,
    min(time) AS start_time,
    max(name IN ('shopping_chat.chat_closed', 'shopping_chat.close_bubble', 'shopping_chat.close_chat_from_minimized',
      'shopping_chat.close_chat_from_open_on_mobile')) AS is_closed,
    max(name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product')) AS has_question
  FROM otel.otel_traces
  ARRAY JOIN Events.Timestamp AS time, Events.Name AS name
  WHERE startsWith(name, 'shopping_chat.')
  GROUP BY session
)
GROUP BY day
ORDER BY day
