-- Who gives feedback, and which, by the trigger that began the chat session ('' when none did).
-- Applied after 0008.
CREATE OR REPLACE VIEW otel.chat_feedback ${ON_CLUSTER:-} AS
SELECT
  trigger_component,
  count() AS sessions,
  sum(up) AS thumbs_up,
  sum(down) AS thumbs_down,
  sum(ratings) AS ratings,
  if(ratings > 0, sum(rating_sum) / ratings, NULL) AS average_rating,
  countIf(up + down + session_ratings > 0) / sessions AS feedback_rate
FROM (
  SELECT
    chat_session_id,
    argMinIf(trigger_component, event_time, event_name = 'shopping_chat.trigger_clicked') AS trigger_component,
    countIf(event_name = 'shopping_chat.thumbs_up') AS up,
    countIf(event_name = 'shopping_chat.thumbs_down') AS down,
    countIf(feedback_rating IS NOT NULL) AS session_ratings,
    session_ratings AS ratings,
    ifNull(sum(feedback_rating), 0) AS rating_sum
  FROM otel.chat_events FINAL
  WHERE event_time >= parseDateTime64BestEffort({from:String}, 9, 'UTC')
    AND event_time < parseDateTime64BestEffort({to:String}, 9, 'UTC')
  GROUP BY chat_session_id
)
GROUP BY trigger_component
ORDER BY sessions DESC, trigger_component
SETTINGS do_not_merge_across_partitions_select_final = 1;
