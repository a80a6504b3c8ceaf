-- How far chat sessions get, by trigger: trigger clicked → chat opened → question asked → answered → product clicked.
-- Steps count in this order, within 24 hours of the trigger. `from` and `to` are rounded down to a quarter of an hour.
CREATE OR REPLACE VIEW otel.chat_funnel ${ON_CLUSTER:-} AS
SELECT
  trigger_component,
  countIf(level >= 1) AS triggered,
  countIf(level >= 2) AS opened,
  countIf(level >= 3) AS asked,
  countIf(level >= 4) AS answered,
  countIf(level >= 5) AS product_clicked
FROM (
  SELECT
    argMinIfMerge(trigger_component) AS trigger_component,
    windowFunnelMerge(86400000000000)(funnel) AS level
  FROM otel.chat_session_quarters
  WHERE quarter >= toStartOfFifteenMinutes(parseDateTime64BestEffort({from:String}, 9, 'UTC'))
    AND quarter < toStartOfFifteenMinutes(parseDateTime64BestEffort({to:String}, 9, 'UTC'))
  GROUP BY session_hash
)
WHERE level >= 1
GROUP BY trigger_component
ORDER BY triggered DESC, trigger_component;
