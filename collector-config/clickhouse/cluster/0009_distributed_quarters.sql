-- The name that the views use, as a Distributed table over the `_local` ones of each shard.
-- Applied on a cluster only, between 0008 and 0010.
CREATE TABLE IF NOT EXISTS otel.chat_session_quarters ${ON_CLUSTER} AS otel.chat_session_quarters_local
ENGINE = Distributed('${CLUSTER}', otel, chat_session_quarters_local, session_hash);
