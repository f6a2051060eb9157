-- All events, each once, in the order of the service's table, for DuckDB.
SELECT
    toString(tenant_id) AS tenant_id, toString(journey_id) AS journey_id, toString(type) AS type, time, toString(user_id) AS user_id, toString(hwid) AS hwid,
    toString(step_id) AS step_id, toString(channel) AS channel, toString(message_key) AS message_key, toString(goal_id) AS goal_id,
    toString(reason) AS reason, toString(event_name) AS event_name, toString(properties) AS properties
FROM events FINAL
ORDER BY tenant_id, journey_id, type, time
FORMAT Parquet
SETTINGS output_format_parquet_string_as_string = 1, output_format_parquet_compression_method = 'zstd'
