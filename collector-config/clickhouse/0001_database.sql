-- The database that holds the Collector's spans and the tables and views for questions about chats.
-- Applied first, by apply-migrations.ts, to the embedded engine and to a ClickHouse server alike.
CREATE DATABASE IF NOT EXISTS otel ${ON_CLUSTER:-};
