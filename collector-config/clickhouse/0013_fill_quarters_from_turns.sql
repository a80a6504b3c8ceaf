-- Fills chat_session_quarters from each insert into chat_turns.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_turn_quarters_mv ${ON_CLUSTER:-}
TO otel.chat_session_quarters${LOCAL:-} AS
WITH
  multiIf(end_reason = 'answered', 1, end_reason = 'failed', 2, 3) AS ending
SELECT
  toStartOfFifteenMinutes(turn.start_time) AS quarter,
  reinterpretAsUInt128(sipHash128(chat_session_id)) AS session_hash,
  max(toNullable(turn.end_time)) AS end_time,
  groupBitOr(toUInt32(transform(ending, [1, 2, 3], [8, 32, 64]))) AS flags,
  groupUniqArray(toUInt64(bitOr(bitAnd(cityHash64(trace_id, span_id), bitNot(toUInt64(3))), ending))) AS turns,
  max(if(ending = 1, toFloat32(duration), 0)) AS slowest_answer,
  groupUniqArrayIf(concat('response:', gen_ai_response_id), gen_ai_response_id != '') AS ids,
  windowFunnelState(86400000000000)(
    toUInt64(toUnixTimestamp64Nano(turn.end_time)), false, false, false, (ending = 1)::Bool, false
  ) AS funnel
FROM otel.chat_turns${LOCAL:-} AS turn
GROUP BY quarter, session_hash;
