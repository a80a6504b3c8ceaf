SELECT
  toDate(Timestamp) AS day,
  count() AS turns,
  countIf(end_reason = 'answered') AS answered,
  countIf(end_reason = 'failed') AS failed,
  countIf(end_reason = 'timeout') AS timed_out,
  countIf(end_reason IN ('abandoned', 'superseded')) AS given_up,
  quantileExact(0.5)(first_byte) AS first_byte_p50,
  quantileExact(0.95)(first_byte) AS first_byte_p95,
  quantileExact(0.99)(first_byte) AS first_byte_p99,
  quantileExactIf(0.5)(duration, end_reason = 'answered') AS answer_p50,
  quantileExactIf(0.95)(duration, end_reason = 'answered') AS answer_p95,
  quantileExactIf(0.99)(duration, end_reason = 'answered') AS answer_p99
FROM (
  SELECT
    Timestamp,
    SpanAttributes['shopping_chat.turn.end_reason'] AS end_reason,
    toFloat64OrNull(SpanAttributes['shopping_chat.turn.time_to_first_byte']) AS first_byte,
    greatest(toInt64(Duration), 0) / 1e9 AS duration
  FROM otel.otel_traces FINAL
  WHERE SpanName = 'shopping_chat.turn'
)
GROUP BY day
ORDER BY day
SETTINGS do_not_merge_across_partitions_select_final = 1
