-- Fills chat_session_quarters from each insert into chat_turns: the answers, for the funnel.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_turn_quarters_mv ${ON_CLUSTER:-}
TO otel.chat_session_quarters${LOCAL:-} AS
SELECT
  toStartOfFifteenMinutes(start_time) AS quarter,
  reinterpretAsUInt128(sipHash128(chat_session_id)) AS session_hash,
  windowFunnelState(86400000000000)(
    toUInt64(toUnixTimestamp64Nano(end_time)), false, false, false, true, false
  ) AS funnel
FROM otel.chat_turns${LOCAL:-}
WHERE end_reason = 'answered'
GROUP BY quarter, session_hash;
