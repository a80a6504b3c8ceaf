-- Times of answers in seconds, and how turns ended, over time, in chat sessions that fit a filter.
SELECT
  bucket_ms, turns, answered, failed, turns - answered - failed AS unanswered,
  if(begun = 0, NULL, first_byte[1]) AS first_byte_p50,
  if(begun = 0, NULL, first_byte[2]) AS first_byte_p95,
  if(answered = 0, NULL, answer[1]) AS answer_p50,
  if(answered = 0, NULL, answer[2]) AS answer_p95,
  if(answered = 0, NULL, answer[3]) AS answer_p99
FROM (
  SELECT
    toUnixTimestamp64Milli(start_time) - toUnixTimestamp64Milli(start_time) % ({bucket_seconds:UInt32} * 1000) AS bucket_ms,
    count() AS turns,
    countIf(end_reason = 'answered') AS answered,
    countIf(end_reason = 'failed') AS failed,
    count(time_to_first_byte) AS begun,
    quantilesExact(0.5, 0.95)(time_to_first_byte) AS first_byte,
    quantilesExactIf(0.5, 0.95, 0.99)(duration, end_reason = 'answered') AS answer
  FROM otel.chat_turns FINAL
  PREWHERE start_time >= {from:DateTime64(3)} AND start_time < {to:DateTime64(3)} + toIntervalDay(1)
  WHERE if(
    -- Without a condition: those of the time range.
    empty(arrayConcat(
      {triggers:Array(String)}, {ratings:Array(String)}, {outcomes:Array(String)}, {with:Array(String)},
      {without:Array(String)}, {products:Array(String)}, {actions:Array(String)}, {tools:Array(String)},
      {versions:Array(String)}, {environments:Array(String)}, {devices:Array(String)}
    )) AND concat({visit:String}, {user:String}, {text:String}) = ''
      AND greatest({min_turns:Int64}, {max_turns:Int64}, -1) < 0
      AND greatest({min_seconds:Float64}, {max_seconds:Float64}, {min_answer_seconds:Float64}, -1) < 0,
    start_time < {to:DateTime64(3)},
    reinterpretAsUInt128(sipHash128(chat_session_id)) IN (
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
    )
  )
  GROUP BY bucket_ms
)
ORDER BY bucket_ms
SETTINGS do_not_merge_across_partitions_select_final = 1
