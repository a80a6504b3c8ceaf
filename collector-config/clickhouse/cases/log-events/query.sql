SELECT chat_session_id, seq, event_time, event_name, action, trace_id, span_id, service_name, session_id,
  trigger_component, selection_product_ids, attributes
FROM otel.chat_events FINAL
ORDER BY event_time
