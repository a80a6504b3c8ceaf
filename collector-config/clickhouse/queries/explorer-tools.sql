-- Tools of the chat backend in chat sessions that fit a filter.
SELECT
  tool,
  count() AS calls,
  uniqExact(cityHash64(chat_session_id)) AS sessions,
  countIf(is_failed) AS failed,
  quantileExact(0.5)(duration) AS seconds_p50,
  quantileExact(0.95)(duration) AS seconds_p95
FROM otel.chat_model_calls FINAL
PREWHERE tool != ''
  AND start_time >= {from:DateTime64(3)} AND start_time < {to:DateTime64(3)} + toIntervalDay(1)
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
GROUP BY tool
ORDER BY calls DESC, tool
LIMIT 50
SETTINGS do_not_merge_across_partitions_select_final = 1
