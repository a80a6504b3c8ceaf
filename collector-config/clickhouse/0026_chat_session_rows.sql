-- One row per chat session with an event around a time range, for lists. Reads only the columns that a query uses.
-- Sessions that began up to a day before `from` are there, too, and turns up to a day after `to`: filter on start_time.
CREATE OR REPLACE VIEW otel.chat_session_rows ${ON_CLUSTER:-} AS
SELECT
  session_hash,
  assumeNotNull(min(quarters.start_time)) AS start_time,
  max(quarters.end_time) AS end_time,
  greatest(dateDiff('millisecond', start_time, assumeNotNull(end_time)), 0) / 1000 AS seconds,
  groupBitOr(quarters.flags) AS flags,
  groupUniqArrayArray(quarters.turns) AS all_turns,
  length(all_turns) AS turns,
  countEqual(arrayMap(turn -> bitAnd(turn, 3), all_turns), 2) AS failed_turns,
  countEqual(arrayMap(turn -> bitAnd(turn, 3), all_turns), 3) AS unanswered_turns,
  max(quarters.slowest_answer) AS slowest_answer,
  length(groupUniqArrayArray(quarters.product_clicks)) AS product_clicks,
  bitAnd(max(quarters.last_rating), 7) AS rating,
  groupBitmapMergeState(seqs) AS all_seqs,
  bitmapCardinality(all_seqs) AS events,
  bitmapSubsetInRange(all_seqs, toUInt32(1), toUInt32(2147483648)) AS numbered,
  if(bitmapCardinality(numbered) = 0, 0, toInt64(bitmapMax(numbered)) - toInt64(bitmapCardinality(numbered))) AS missing_events,
  argMinIfMerge(trigger_component) AS trigger_component,
  argMinIfMerge(page_url) AS page_url,
  max(quarters.version) AS version,
  max(quarters.environment) AS environment,
  max(quarters.device) AS device,
  max(quarters.visit_hash) AS visit_hash,
  max(quarters.user_hash) AS user_hash,
  arraySort(groupUniqArrayArray(quarters.actions)) AS actions,
  arraySort(groupUniqArrayArray(quarters.products)) AS products,
  arraySort(groupUniqArrayArray(quarters.tools)) AS tools,
  arraySort(groupUniqArrayArray(quarters.ids)) AS ids,
  arrayDistinct(groupArrayArray(quarters.feedback)) AS feedback,
  multiIf(
    bitTest(flags, 4), 'product_clicked',
    bitTest(flags, 3), 'answered',
    bitTest(flags, 5), 'failed',
    bitTest(flags, 2), 'unanswered',
    bitTest(flags, 1), 'opened',
    'not_opened'
  ) AS outcome
FROM otel.chat_session_quarters AS quarters
WHERE quarter >= toStartOfFifteenMinutes({from:DateTime64(3)} - toIntervalDay(1))
  AND quarter < {to:DateTime64(3)} + toIntervalDay(1)
GROUP BY session_hash
HAVING isNotNull(min(quarters.start_time));
