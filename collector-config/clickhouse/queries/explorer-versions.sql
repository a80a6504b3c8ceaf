-- Chat sessions that fit a filter by service.version of the page ('' if unknown), latest first: finds a bad deploy.
SELECT
  sessions.version AS version,
  toUnixTimestamp64Milli(min(start_time)) AS first_ms,
  count() AS sessions,
  sum(sessions.turns) AS turns,
  sum(sessions.failed_turns) AS failed_turns,
  sum(sessions.unanswered_turns) AS unanswered_turns,
  countIf(bitTest(flags, 5)) AS failed_sessions
FROM otel.chat_sessions_filtered(
  from = {from:DateTime64(3)}, to = {to:DateTime64(3)},
  triggers = {triggers:Array(String)}, ratings = {ratings:Array(String)}, outcomes = {outcomes:Array(String)},
  with = {with:Array(String)}, without = {without:Array(String)}, products = {products:Array(String)},
  actions = {actions:Array(String)}, tools = {tools:Array(String)}, versions = {versions:Array(String)},
  environments = {environments:Array(String)}, devices = {devices:Array(String)}, visit = {visit:String},
  user = {user:String}, min_turns = {min_turns:Int64}, max_turns = {max_turns:Int64},
  min_seconds = {min_seconds:Float64}, max_seconds = {max_seconds:Float64},
  min_answer_seconds = {min_answer_seconds:Float64}, text = {text:String}
) AS sessions
GROUP BY version
ORDER BY first_ms DESC, version
LIMIT 50
