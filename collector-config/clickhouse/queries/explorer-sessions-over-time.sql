-- Chat sessions that fit a filter, by the time at which they began.
SELECT
  toUnixTimestamp64Milli(start_time) - toUnixTimestamp64Milli(start_time) % ({bucket_seconds:UInt32} * 1000) AS bucket_ms,
  count() AS sessions,
  countIf(bitTest(flags, 1)) AS opened,
  countIf(bitTest(flags, 2)) AS engaged,
  countIf(bitTest(flags, 7)) AS closed,
  countIf(bitTest(flags, 5)) AS failed
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
GROUP BY bucket_ms
ORDER BY bucket_ms
