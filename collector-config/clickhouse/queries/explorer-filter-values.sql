-- Values that chat sessions of a time range have, at most 100 of each field, most sessions first. Numbers are estimates.
SELECT pair.1 AS field, pair.2 AS value, uniqCombined(17)(session_hash) AS sessions
FROM otel.chat_session_quarters
ARRAY JOIN arrayConcat(
  [
    ('trigger', finalizeAggregation(trigger_component)), ('version', toString(version)),
    ('environment', toString(environment)), ('device', toString(device))
  ],
  arrayMap(product -> ('product', product), products),
  arrayMap(action -> ('action', action), actions),
  arrayMap(tool -> ('tool', tool), tools)
) AS pair
WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} AND value != ''
GROUP BY field, value
ORDER BY field, sessions DESC, value
LIMIT 100 BY field
