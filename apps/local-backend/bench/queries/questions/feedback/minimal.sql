SELECT
  trigger_component,
  count() AS sessions,
  sum(up) AS thumbs_up,
  sum(down) AS thumbs_down,
  sum(length(rated)) AS ratings,
  if(ratings > 0, sum(arraySum(rated.3)) / ratings, NULL) AS average_rating,
  countIf(up + down + length(rated) > 0) / sessions AS feedback_rate
FROM (
  SELECT
    session,
    argMinIf(component, time, event = 'shopping_chat.trigger_clicked') AS trigger_component,
    uniqExactIf(seq, event = 'shopping_chat.thumbs_up') AS up,
    uniqExactIf(seq, event = 'shopping_chat.thumbs_down') AS down,
    groupUniqArrayIf((span_id, seq, assumeNotNull(rating)), rating IS NOT NULL) AS rated
  FROM otel.minimal_events
  GROUP BY session
)
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component
