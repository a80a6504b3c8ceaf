-- Ratings, and the share of chat sessions that rate, by trigger ('' if no trigger was clicked).
-- `from` and `to` are rounded down to a quarter of an hour.
CREATE OR REPLACE VIEW otel.chat_feedback ${ON_CLUSTER:-} AS
SELECT
  trigger_component,
  count() AS sessions,
  sum(countEqual(given.2, 1)) AS thumbs_up,
  sum(countEqual(given.2, -1)) AS thumbs_down,
  sum(length(rated)) AS ratings,
  if(ratings > 0, sum(arraySum(rated)) / ratings, NULL) AS average_rating,
  countIf(notEmpty(given)) / sessions AS feedback_rate
FROM (
  SELECT
    argMinIfMerge(trigger_component) AS trigger_component,
    arrayDistinct(groupArrayArray(feedback)) AS given,
    arrayMap(rating -> assumeNotNull(rating), arrayFilter(rating -> rating IS NOT NULL, given.3)) AS rated
  FROM otel.chat_session_quarters
  WHERE quarter >= toStartOfFifteenMinutes(parseDateTime64BestEffort({from:String}, 9, 'UTC'))
    AND quarter < toStartOfFifteenMinutes(parseDateTime64BestEffort({to:String}, 9, 'UTC'))
  GROUP BY session_hash
  HAVING min(start_time) IS NOT NULL
)
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component;
