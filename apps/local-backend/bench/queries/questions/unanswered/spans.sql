SELECT
  Timestamp AS asked_at,
  SpanAttributes['shopping_chat.session.id'] AS session,
  SpanAttributes['shopping_chat.turn.end_reason'] AS end_reason,
  greatest(toInt64(Duration), 0) / 1e9 AS waited,
  toInt64OrNull(
    Events.Attributes[
      indexOf(arrayMap(name -> name IN ('shopping_chat.user_respond', 'shopping_chat.user_respond_product'), Events.Name), 1)
    ]['shopping_chat.message.length']
  ) AS message_length,
  SpanId AS span_id
FROM otel.otel_traces FINAL
WHERE SpanName = 'shopping_chat.turn' AND end_reason != 'answered'
ORDER BY asked_at DESC
LIMIT 100
SETTINGS do_not_merge_across_partitions_select_final = 1
