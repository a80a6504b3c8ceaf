-- One chat session as a row of the list. No row: it is unknown.
-- session: the chat session's id (shopping_chat.session.id).
SELECT
  substring(arrayFirst(id -> startsWith(id, 'chat:'), ids), 6) AS chat_session_id,
  toUnixTimestamp64Milli(start_time) AS start_ms,
  seconds,
  turns,
  failed_turns,
  unanswered_turns,
  if(bitTest(flags, 3), row.slowest_answer, NULL) AS slowest_answer,
  product_clicks,
  events,
  missing_events,
  countEqual(feedback.2, 1) AS thumbs_up,
  countEqual(feedback.2, -1) AS thumbs_down,
  nullIf(row.rating, 0) AS rating,
  trigger_component,
  page_url,
  outcome,
  version,
  environment,
  device,
  substring(arrayFirst(id -> startsWith(id, 'visit:'), ids), 7) AS visit_id,
  substring(arrayFirst(id -> startsWith(id, 'user:'), ids), 6) AS user_id,
  substring(arrayFirst(id -> startsWith(id, 'conversation:'), ids), 14) AS conversation_id,
  tools,
  products,
  actions
FROM otel.chat_session_rows(from = '1970-01-03 00:00:00', to = '2105-12-31 00:00:00') AS row
WHERE session_hash = reinterpretAsUInt128(sipHash128({session:String}))
