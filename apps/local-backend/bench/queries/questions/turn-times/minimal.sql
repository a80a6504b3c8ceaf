SELECT
  toDate(start_time) AS day,
  count() AS turns,
  countIf(end_reason = 'answered') AS answered,
  countIf(end_reason = 'failed') AS failed,
  countIf(end_reason = 'timeout') AS timed_out,
  countIf(end_reason IN ('abandoned', 'superseded')) AS given_up,
  quantilesExact(0.5, 0.95, 0.99)(first_byte)[1] AS first_byte_p50,
  quantilesExact(0.5, 0.95, 0.99)(first_byte)[2] AS first_byte_p95,
  quantilesExact(0.5, 0.95, 0.99)(first_byte)[3] AS first_byte_p99,
  quantilesExactIf(0.5, 0.95, 0.99)(duration, end_reason = 'answered')[1] AS answer_p50,
  quantilesExactIf(0.5, 0.95, 0.99)(duration, end_reason = 'answered')[2] AS answer_p95,
  quantilesExactIf(0.5, 0.95, 0.99)(duration, end_reason = 'answered')[3] AS answer_p99
FROM otel.minimal_turns FINAL
GROUP BY day
ORDER BY day
SETTINGS do_not_merge_across_partitions_select_final = 1
