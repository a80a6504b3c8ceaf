-- The database for everything here.
CREATE DATABASE IF NOT EXISTS otel ${ON_CLUSTER:-};
