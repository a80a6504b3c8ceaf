-- How many chat sessions fit a filter.
SELECT count() AS sessions
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
