-- How far chat sessions that fit a filter got, by trigger ('' without one). Each step needs all steps before it.
SELECT
  trigger_component,
  count() AS sessions,
  countIf(bitAnd(flags, 1) = 1) AS triggered,
  countIf(bitAnd(flags, 3) = 3) AS opened,
  countIf(bitAnd(flags, 7) = 7) AS asked,
  countIf(bitAnd(flags, 15) = 15) AS answered,
  countIf(bitAnd(flags, 31) = 31) AS product_clicked
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
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component
