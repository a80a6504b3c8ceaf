-- Fills chat_session_quarters from each insert into chat_model_calls: the tools of a chat session.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_model_call_quarters_mv ${ON_CLUSTER:-}
TO otel.chat_session_quarters${LOCAL:-} AS
SELECT
  toStartOfFifteenMinutes(start_time) AS quarter,
  reinterpretAsUInt128(sipHash128(chat_session_id)) AS session_hash,
  groupUniqArray(toString(tool)) AS tools
FROM otel.chat_model_calls${LOCAL:-}
WHERE tool != ''
GROUP BY quarter, session_hash;
