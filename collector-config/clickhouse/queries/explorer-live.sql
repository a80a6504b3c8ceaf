-- The newest 200 chat sessions that fit a filter and had an event or an answer since a time.
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
FROM otel.chat_session_rows(from = {from:DateTime64(3)}, to = {to:DateTime64(3)}) AS row
WHERE session_hash IN (
  SELECT session_hash
  FROM otel.chat_sessions_filtered(
    from = {from:DateTime64(3)}, to = {to:DateTime64(3)},
    triggers = {triggers:Array(String)}, ratings = {ratings:Array(String)}, outcomes = {outcomes:Array(String)},
    with = {with:Array(String)}, without = {without:Array(String)}, products = {products:Array(String)},
    actions = {actions:Array(String)}, tools = {tools:Array(String)}, versions = {versions:Array(String)},
    environments = {environments:Array(String)}, devices = {devices:Array(String)}, visit = {visit:String},
    user = {user:String}, min_turns = {min_turns:Int64}, max_turns = {max_turns:Int64},
    min_seconds = {min_seconds:Float64}, max_seconds = {max_seconds:Float64},
    min_answer_seconds = {min_answer_seconds:Float64}, text = {text:String}
  )
  WHERE end_time >= {since:DateTime64(3)}
  ORDER BY start_time DESC
  LIMIT 200
)
ORDER BY start_time DESC
