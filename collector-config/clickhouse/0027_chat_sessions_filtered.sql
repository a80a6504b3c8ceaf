-- The chat sessions that fit a filter: the one of the explorer's list, overview and live view, so that their numbers agree.
-- Ids are found in the quarters, before these are put together: that is several times as fast.
-- An empty array, an empty text and -1 are no condition, and a column without a condition is not read.
CREATE OR REPLACE VIEW otel.chat_sessions_filtered ${ON_CLUSTER:-} AS
WITH
  ['triggered', 'opened', 'asked', 'answered', 'product_clicked', 'failed', 'unanswered', 'closed',
    'thumbs_up', 'thumbs_down', 'rated_1', 'rated_2', 'rated_3', 'rated_4', 'rated_5'] AS flag_names,
  arraySum(name -> bitShiftLeft(1, indexOf(flag_names, name) - 1), {with:Array(String)}) AS with_mask,
  arraySum(name -> bitShiftLeft(1, indexOf(flag_names, name) - 1), {without:Array(String)}) AS without_mask,
  arraySum(name -> bitShiftLeft(1, indexOf(flag_names, name) - 1), {ratings:Array(String)}) AS rating_mask
SELECT *
FROM otel.chat_session_rows(from = {from:DateTime64(3)}, to = {to:DateTime64(3)})
WHERE start_time >= {from:DateTime64(3)}
  AND start_time < {to:DateTime64(3)}
  AND if(empty({triggers:Array(String)}), true, has({triggers:Array(String)}, trigger_component))
  AND if(empty({ratings:Array(String)}), true, bitAnd(flags, rating_mask) != 0)
  AND if(empty({outcomes:Array(String)}), true, has({outcomes:Array(String)}, outcome))
  AND if(empty({with:Array(String)}), true, bitAnd(flags, with_mask) = with_mask)
  AND if(empty({without:Array(String)}), true, bitAnd(flags, without_mask) = 0)
  AND if(empty({products:Array(String)}), true, hasAny(products, {products:Array(String)}))
  AND if(empty({actions:Array(String)}), true, hasAny(actions, {actions:Array(String)}))
  AND if(empty({tools:Array(String)}), true, hasAny(tools, {tools:Array(String)}))
  AND if(empty({versions:Array(String)}), true, has({versions:Array(String)}, version))
  AND if(empty({environments:Array(String)}), true, has({environments:Array(String)}, environment))
  AND if(empty({devices:Array(String)}), true, has({devices:Array(String)}, device))
  AND if({visit:String} = '', true, session_hash IN (
    SELECT session_hash FROM otel.chat_session_quarters
    WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} + toIntervalDay(1)
      AND has(ids, concat('visit:', {visit:String}))
  ))
  AND if({user:String} = '', true, session_hash IN (
    SELECT session_hash FROM otel.chat_session_quarters
    WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} + toIntervalDay(1)
      AND has(ids, concat('user:', {user:String}))
  ))
  AND if({min_turns:Int64} < 0, true, turns >= {min_turns:Int64})
  AND if({max_turns:Int64} < 0, true, turns <= {max_turns:Int64})
  AND if({min_seconds:Float64} < 0, true, seconds >= {min_seconds:Float64})
  AND if({max_seconds:Float64} < 0, true, seconds <= {max_seconds:Float64})
  AND if({min_answer_seconds:Float64} < 0, true, slowest_answer >= {min_answer_seconds:Float64})
  AND if({text:String} = '', true, session_hash IN (
    SELECT session_hash FROM otel.chat_session_quarters
    WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)}) AND quarter < {to:DateTime64(3)} + toIntervalDay(1)
      AND arrayExists(id -> position(id, concat(':', {text:String})) > 0, ids)
  ));
