-- On a cluster, queries and inserts use this name. Each chat session is stored on one shard, in chat_events_local.
CREATE TABLE IF NOT EXISTS otel.chat_events ${ON_CLUSTER} AS otel.chat_events_local
ENGINE = Distributed('${CLUSTER}', otel, chat_events_local, cityHash64(chat_session_id));
