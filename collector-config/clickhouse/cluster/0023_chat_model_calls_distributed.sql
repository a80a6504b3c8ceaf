-- On a cluster, queries and inserts use this name. Each chat session is stored on one shard, in chat_model_calls_local.
CREATE TABLE IF NOT EXISTS otel.chat_model_calls ${ON_CLUSTER} AS otel.chat_model_calls_local
ENGINE = Distributed('${CLUSTER}', otel, chat_model_calls_local, cityHash64(chat_session_id));
