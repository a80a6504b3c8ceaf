SELECT * EXCEPT (trace_id, span_id) FROM otel.chat_unanswered_questions(from = '2026-11-20', to = '2026-11-21')
