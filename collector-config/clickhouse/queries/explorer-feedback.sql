-- Thumbs and ratings in chat sessions that fit a filter, by trigger ('' without one).
SELECT
  trigger_component,
  count() AS sessions,
  sum(countEqual(feedback.2, 1)) AS thumbs_up,
  sum(countEqual(feedback.2, -1)) AS thumbs_down,
  sum(length(rated)) AS ratings,
  if(ratings > 0, sum(arraySum(rated)) / ratings, NULL) AS average_rating,
  countIf(notEmpty(feedback)) / sessions AS feedback_rate
FROM (
  SELECT
    trigger_component, feedback,
    arrayMap(rating -> assumeNotNull(rating), arrayFilter(rating -> isNotNull(rating), feedback.3)) AS rated
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
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component
