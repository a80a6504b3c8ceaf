SELECT
  trigger_component,
  count() AS sessions,
  sum(up) AS thumbs_up,
  sum(down) AS thumbs_down,
  sum(rated) AS ratings,
  if(ratings > 0, sum(rating_sum) / ratings, NULL) AS average_rating,
  countIf(up + down + rated > 0) / sessions AS feedback_rate
FROM (
  SELECT
    SpanAttributes['shopping_chat.session.id'] AS session,
    argMinIf(a['shopping_chat.trigger.component'], time, name = 'shopping_chat.trigger_clicked') AS trigger_component,
    countIf(name = 'shopping_chat.thumbs_up') AS up,
    countIf(name = 'shopping_chat.thumbs_down') AS down,
    countIf(a['shopping_chat.feedback.rating'] != '') AS rated,
    sum(toInt64OrZero(a['shopping_chat.feedback.rating'])) AS rating_sum
  FROM otel.otel_traces FINAL
  ARRAY JOIN Events.Timestamp AS time, Events.Name AS name, Events.Attributes AS a
  WHERE startsWith(name, 'shopping_chat.')
  GROUP BY session
)
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component
SETTINGS do_not_merge_across_partitions_select_final = 1
