-- at /users by user_id
WITH page AS (
    SELECT user_id, uniqExact(time, event_key) AS entrances, toUnixTimestamp64Milli(max(time)) AS last_entered_at
    FROM user_entrances
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside}
        AND (startsWith(user_id, 'user-0000')
            OR user_id IN (SELECT user_id FROM device_users WHERE tenant_id = {tenant} AND journey_id = {journey} AND startsWith(hwid, 'user-0000')))
    GROUP BY user_id
    ORDER BY user_id
    LIMIT 50
    SETTINGS optimize_aggregation_in_order = 1
)
SELECT user_id, hwid, status, entrances, last_entered_at, updated_at
FROM page
JOIN (
    SELECT
        user_id,
        nullIf(tupleElement(max(device), 2), '') AS hwid,
        ['in_progress', 'exited', 'dropped_off'][max(state) % 4] AS status,
        max(updated_at) - 2208988800000 AS updated_at
    FROM user_states
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND user_id IN (SELECT user_id FROM page)
    GROUP BY user_id
) AS known USING user_id
ORDER BY user_id;
