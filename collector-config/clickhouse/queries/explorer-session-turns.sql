-- The turns of a chat session in order, at most 1,000.
-- session: the chat session's id (shopping_chat.session.id).
SELECT
  toUnixTimestamp64Micro(start_time) / 1000 AS start_ms, duration AS seconds, time_to_first_byte AS first_byte_seconds,
  end_reason, error_type, input_type, seq, request_count, gen_ai_response_id, trace_id, span_id, page_url, message_text,
  message_length, product_id
FROM otel.chat_turns FINAL
WHERE chat_session_id = {session:String}
ORDER BY start_time, span_id
LIMIT 1000
SETTINGS use_skip_indexes_if_final_exact_mode = 0
