SELECT event_time, event_name, seq, trace_id, span_id, span_name, service_name, session_id, conversation_id, page_url,
  trigger_component, trigger_product_ids, trigger_starter_texts, trigger_starter_text,
  trigger_starter_clicked_is_generated, trigger_starter_set_is_generated, widget_state, experiment_rank, config,
  feedback_rating, feedback_text, feedback_length, feedback_target_product_ids, gen_ai_response_id, turn_span_id,
  url_full, link_text, product_id, attributes
FROM otel.chat_events FINAL
ORDER BY seq
