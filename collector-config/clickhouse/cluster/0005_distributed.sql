-- The names that queries and the Collector use, as Distributed tables over the `_local` ones of each shard.
-- Applied on a cluster only, between 0004 and 0006. A chat session lies on one shard: its rows are merged there.
CREATE TABLE IF NOT EXISTS otel.otel_traces ${ON_CLUSTER} AS otel.otel_traces_local
ENGINE = Distributed('${CLUSTER}', otel, otel_traces_local, cityHash64(TraceId));

CREATE TABLE IF NOT EXISTS otel.otel_traces_trace_id_ts ${ON_CLUSTER} AS otel.otel_traces_trace_id_ts_local
ENGINE = Distributed('${CLUSTER}', otel, otel_traces_trace_id_ts_local, cityHash64(TraceId));

CREATE TABLE IF NOT EXISTS otel.chat_events ${ON_CLUSTER} AS otel.chat_events_local
ENGINE = Distributed('${CLUSTER}', otel, chat_events_local, cityHash64(chat_session_id));

CREATE TABLE IF NOT EXISTS otel.chat_turns ${ON_CLUSTER} AS otel.chat_turns_local
ENGINE = Distributed('${CLUSTER}', otel, chat_turns_local, cityHash64(chat_session_id));
