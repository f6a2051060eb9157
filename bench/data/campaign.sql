-- The events of tenant bench once more, for tenant campaign, which has {journeys} journeys from number 1001 on, ever fewer events in each. What a
-- user did in one journey of tenant bench stays together.
INSERT INTO events
    (event_key, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_key, goal_id, reason, event_name, link_url, properties, named_journey_id)
WITH
    (cityHash64(user_id, journey_id) % 1000000) / 1000000 AS share,
    if(type = 'custom', journey_id,
        toUUID(concat('00000000-0000-4000-8000-', leftPad(toString(1001 + toUInt32({journeys} * pow(share, 2))), 12, '0')))) AS journey
SELECT
    event_key, 'campaign', journey, type, time, user_id, hwid, step_id, channel, message_key, goal_id, reason, event_name, link_url, properties, journey
FROM events
WHERE tenant_id = 'bench'
SETTINGS max_insert_threads = 2, min_insert_block_size_rows = 2097152, min_insert_block_size_bytes = 1073741824, max_partitions_per_insert_block = 0
