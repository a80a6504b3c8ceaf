-- On a cluster, queries and inserts use this name. Each chat session is stored on one shard, in chat_session_quarters_local.
CREATE TABLE IF NOT EXISTS otel.chat_session_quarters ${ON_CLUSTER} AS otel.chat_session_quarters_local
ENGINE = Distributed('${CLUSTER}', otel, chat_session_quarters_local, session_hash);
