-- On a cluster, queries and inserts use this name. Each chat session is stored on one shard, in chat_turns_local.
CREATE TABLE IF NOT EXISTS otel.chat_turns ${ON_CLUSTER} AS otel.chat_turns_local
ENGINE = Distributed('${CLUSTER}', otel, chat_turns_local, cityHash64(chat_session_id));
