-- All chat sessions. Reads every event: use chat_sessions_between for lists.
CREATE OR REPLACE VIEW otel.chat_sessions ${ON_CLUSTER:-} AS
SELECT * FROM otel.chat_sessions_between(from = '1970-01-01', to = '2200-01-01');
