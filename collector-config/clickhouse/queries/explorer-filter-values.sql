-- Values that chat sessions of a time range have, at most 100 of each field, most sessions first.
SELECT field, value, count() AS sessions
FROM (
  SELECT arrayJoin(arrayConcat(
    [('trigger', trigger_component), ('version', version), ('environment', environment), ('device', device)],
    arrayMap(product -> ('product', product), products),
    arrayMap(action -> ('action', action), actions),
    arrayMap(tool -> ('tool', tool), tools)
  )) AS pair, pair.1 AS field, pair.2 AS value
  FROM otel.chat_session_rows(from = {from:DateTime64(3)}, to = {to:DateTime64(3)})
  WHERE start_time >= {from:DateTime64(3)} AND start_time < {to:DateTime64(3)}
)
WHERE value != '' OR field = 'trigger'
GROUP BY field, value
ORDER BY field, sessions DESC, value
LIMIT 100 BY field
