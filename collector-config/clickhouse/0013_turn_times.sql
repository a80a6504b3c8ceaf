-- How long answers take, by day: time to first byte and whole duration of answered turns, in seconds, and how turns ended.
-- Applied after 0012.
CREATE OR REPLACE VIEW otel.chat_turn_times ${ON_CLUSTER:-} AS
SELECT
  toDate(start_time) AS day,
  count() AS turns,
  countIf(end_reason = 'answered') AS answered,
  countIf(end_reason = 'failed') AS failed,
  countIf(end_reason = 'timeout') AS timed_out,
  countIf(end_reason IN ('abandoned', 'superseded')) AS given_up,
  quantileExact(0.5)(time_to_first_byte) AS first_byte_p50,
  quantileExact(0.95)(time_to_first_byte) AS first_byte_p95,
  quantileExact(0.99)(time_to_first_byte) AS first_byte_p99,
  quantileExactIf(0.5)(duration, end_reason = 'answered') AS answer_p50,
  quantileExactIf(0.95)(duration, end_reason = 'answered') AS answer_p95,
  quantileExactIf(0.99)(duration, end_reason = 'answered') AS answer_p99
FROM otel.chat_turns FINAL
WHERE start_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
  AND start_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
GROUP BY day
ORDER BY day
SETTINGS do_not_merge_across_partitions_select_final = 1;
