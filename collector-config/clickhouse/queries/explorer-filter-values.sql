-- Values that chat sessions of a time range have, at most 100 of each field, most sessions first. Numbers are estimates.
SELECT field, value, sessions
FROM (
  SELECT 'trigger' AS field, finalizeAggregation(trigger_component) AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'version' AS field, toString(version) AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'environment' AS field, toString(environment) AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'device' AS field, toString(device) AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'product' AS field, product AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters ARRAY JOIN products AS product WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'action' AS field, action AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters ARRAY JOIN actions AS action WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
  UNION ALL
  SELECT 'tool' AS field, tool AS value, uniqCombined(17)(session_hash) AS sessions
  FROM otel.chat_session_quarters ARRAY JOIN tools AS tool WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} GROUP BY value
)
WHERE value != ''
ORDER BY field, sessions DESC, value
LIMIT 100 BY field
