-- ClickHouse's own way to take the same text: the service's columns, the service's settings, nothing checked.
INSERT INTO events
    (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties, named_journey_id)
SELECT
    event_id, 'scratch', if(type = 'custom', toUUID('00000000-0000-0000-0000-000000000000'), journey_id), type, time, user_id, hwid, step_id, channel,
    message_id, goal_id, reason, event_name, link_url, properties, journey_id
FROM input('event_id String, type String, time DateTime64(3, \'UTC\'), journey_id UUID, user_id String, hwid String, step_id String, channel String,
    message_id String, goal_id String, reason String, event_name String, link_url String, properties String')
SETTINGS date_time_input_format = 'best_effort', parallel_view_processing = 1, max_partitions_per_insert_block = 0,
    async_insert = {async}, wait_for_async_insert = 1
FORMAT JSONEachRow
