-- A page of the chat sessions that fit a filter, in any order. Sorts only the columns in use, then reads the rest of these rows.
-- sort: start, seconds, turns, failed_turns, slowest_answer, product_clicks, rating, trigger, page, outcome or version.
-- after_number, after_text, after_session: sort_number, sort_text and chat_session_id of the last row before; 0, '', '' at first.
WITH
  page AS (
    SELECT session_hash,
    if({sort:String} = 'start', toFloat64(toUnixTimestamp64Milli(start_time)),
    if({sort:String} = 'seconds', seconds,
    if({sort:String} = 'turns', toFloat64(turns),
    if({sort:String} = 'failed_turns', toFloat64(failed_turns),
    if({sort:String} = 'slowest_answer', toFloat64(slowest_answer),
    if({sort:String} = 'product_clicks', toFloat64(product_clicks),
    if({sort:String} = 'rating', toFloat64(rating), toFloat64(0)))))))) AS sort_number,
    if({sort:String} = 'trigger', trigger_component,
    if({sort:String} = 'page', page_url,
    if({sort:String} = 'outcome', outcome,
    if({sort:String} = 'version', version, '')))) AS sort_text
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
    WHERE if({after_session:String} = '', true,
      if({direction:String} = 'asc',
        (sort_number, sort_text, session_hash)
          > ({after_number:Float64}, {after_text:String}, reinterpretAsUInt128(sipHash128({after_session:String}))),
        (sort_number, sort_text, session_hash)
          < ({after_number:Float64}, {after_text:String}, reinterpretAsUInt128(sipHash128({after_session:String})))
      ))
    ORDER BY
      if({direction:String} = 'asc', sort_number, -sort_number),
      if({direction:String} = 'asc', sort_text, '') ASC,
      if({direction:String} = 'asc', '', sort_text) DESC,
      if({direction:String} = 'asc', session_hash, bitNot(session_hash))
    LIMIT least({limit:UInt32}, 500)
  )
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
  actions,
  if({sort:String} = 'start', toFloat64(toUnixTimestamp64Milli(start_time)),
  if({sort:String} = 'seconds', seconds,
  if({sort:String} = 'turns', toFloat64(turns),
  if({sort:String} = 'failed_turns', toFloat64(failed_turns),
  if({sort:String} = 'slowest_answer', toFloat64(row.slowest_answer),
  if({sort:String} = 'product_clicks', toFloat64(product_clicks),
  if({sort:String} = 'rating', toFloat64(row.rating), toFloat64(0)))))))) AS sort_number,
  if({sort:String} = 'trigger', trigger_component,
  if({sort:String} = 'page', page_url,
  if({sort:String} = 'outcome', outcome,
  if({sort:String} = 'version', version, '')))) AS sort_text
FROM otel.chat_session_rows(from = {from:DateTime64(3)}, to = {to:DateTime64(3)}) AS row
WHERE session_hash IN (SELECT session_hash FROM page)
ORDER BY
  if({direction:String} = 'asc', sort_number, -sort_number),
  if({direction:String} = 'asc', sort_text, '') ASC,
  if({direction:String} = 'asc', '', sort_text) DESC,
  if({direction:String} = 'asc', session_hash, bitNot(session_hash))
