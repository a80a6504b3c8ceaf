-- Answer times in seconds, and how turns ended, by day.
-- Each list of times is collected once for its three quantiles. Days without times give NULL (first byte) and nan (answer).
CREATE OR REPLACE VIEW otel.chat_turn_times ${ON_CLUSTER:-} AS
SELECT
  day,
  turns,
  answered,
  failed,
  timed_out,
  given_up,
  if(begun = 0, NULL, first_byte[1]) AS first_byte_p50,
  if(begun = 0, NULL, first_byte[2]) AS first_byte_p95,
  if(begun = 0, NULL, first_byte[3]) AS first_byte_p99,
  if(answered = 0, nan, answer[1]) AS answer_p50,
  if(answered = 0, nan, answer[2]) AS answer_p95,
  if(answered = 0, nan, answer[3]) AS answer_p99
FROM (
  SELECT
    toDate(start_time) AS day,
    count() AS turns,
    countIf(end_reason = 'answered') AS answered,
    countIf(end_reason = 'failed') AS failed,
    countIf(end_reason = 'timeout') AS timed_out,
    countIf(end_reason IN ('abandoned', 'superseded')) AS given_up,
    count(time_to_first_byte) AS begun,
    quantilesExact(0.5, 0.95, 0.99)(time_to_first_byte) AS first_byte,
    quantilesExactIf(0.5, 0.95, 0.99)(duration, end_reason = 'answered') AS answer
  FROM otel.chat_turns FINAL
  WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
  GROUP BY day
)
ORDER BY day
SETTINGS do_not_merge_across_partitions_select_final = 1;
