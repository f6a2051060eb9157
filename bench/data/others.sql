-- The events of tenant bench once more, as those of others: every second copy becomes another tenant's, the rest other journeys of the same
-- tenant (which keeps its own custom events).
INSERT INTO events
    (event_key, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_key, goal_id, reason, event_name, link_url, properties, named_journey_id)
WITH
    {copy} % 2 = 0 AS same_tenant,
    reinterpretAsUUID(sipHash128(journey_id, {copy})) AS other_journey
SELECT
    event_key, if(same_tenant, 'bench', 'others-{copy}'), if(type = 'custom', journey_id, other_journey), type, time, user_id, hwid, step_id, channel,
    message_key, goal_id, reason, event_name, link_url, properties, if(type = 'custom', journey_id, other_journey)
FROM events
WHERE tenant_id = 'bench' AND startsWith(toString(journey_id), '00000000-0000-')
    AND NOT (type = 'custom' AND {copy} % 2 = 0)
SETTINGS max_partitions_per_insert_block = 0, max_insert_threads = 2, min_insert_block_size_rows = 2097152, min_insert_block_size_bytes = 1073741824
