-- How often shoppers close the chat, by the day on which the chat session began. Minimizing is not closing.
-- `from` and `to` are rounded down to a quarter of an hour.
CREATE OR REPLACE VIEW otel.chat_close_rate ${ON_CLUSTER:-} AS
SELECT
  toDate(began) AS day,
  count() AS sessions,
  sum(closed_once) AS closed,
  countIf(closed_once AND NOT asked_once) AS closed_without_question,
  closed / sessions AS close_rate
FROM (
  SELECT
    min(start_time) AS began,
    max(is_closed) AS closed_once,
    max(has_question) AS asked_once
  FROM otel.chat_session_quarters
  WHERE quarter >= toStartOfFifteenMinutes(parseDateTime64BestEffort({from:String}, 9, 'UTC'))
    AND quarter < toStartOfFifteenMinutes(parseDateTime64BestEffort({to:String}, 9, 'UTC'))
  GROUP BY session_hash
  HAVING began IS NOT NULL
)
GROUP BY day
ORDER BY day;
