-- What chat sessions that fit a filter came to.
SELECT
  count() AS sessions,
  countIf(bitTest(flags, 0)) AS triggered,
  countIf(bitTest(flags, 1)) AS opened,
  countIf(bitTest(flags, 2)) AS engaged,
  countIf(bitTest(flags, 3)) AS answered,
  countIf(bitTest(flags, 4)) AS product_clicked,
  countIf(bitTest(flags, 7)) AS closed,
  countIf(bitTest(flags, 5)) AS failed,
  countIf(bitTest(flags, 6)) AS unanswered,
  -- Thumbs and ratings: bits 8 to 14.
  countIf(bitAnd(flags, 32512) != 0) AS rated,
  sum(sessions.turns) AS turns,
  sum(sessions.failed_turns) AS failed_turns,
  sum(sessions.unanswered_turns) AS unanswered_turns,
  uniqExactIf(visit_hash, visit_hash != 0) AS visits,
  uniqExactIf(user_hash, user_hash != 0) AS users
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
