-- Fills chat_model_calls from the gen_ai spans in each insert into otel_traces.
CREATE MATERIALIZED VIEW IF NOT EXISTS otel.chat_model_calls_mv ${ON_CLUSTER:-} TO otel.chat_model_calls AS
WITH
  SpanAttributes AS a
SELECT
  Timestamp AS start_time,
  greatest(toInt64(Duration), 0) / 1e9 AS duration,
  a['gen_ai.operation.name'] AS operation,
  if(a['gen_ai.response.model'] != '', a['gen_ai.response.model'], a['gen_ai.request.model']) AS model,
  a['gen_ai.tool.name'] AS tool,
  a['error.type'] AS error_type,
  StatusCode = 'Error' AS is_failed,
  toUInt64OrZero(a['gen_ai.usage.input_tokens']) AS input_tokens,
  toUInt64OrZero(a['gen_ai.usage.output_tokens']) AS output_tokens,
  TraceId AS trace_id,
  SpanId AS span_id,
  ServiceName AS service_name,
  ResourceAttributes['service.version'] AS service_version,
  if(a['shopping_chat.session.id'] != '', a['shopping_chat.session.id'], TraceId) AS chat_session_id,
  a['gen_ai.conversation.id'] AS conversation_id
FROM otel.otel_traces${LOCAL:-}
WHERE a['gen_ai.operation.name'] != '';
