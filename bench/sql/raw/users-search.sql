-- at /users by user_id
SELECT
    user_id,
    nullIf(device, '') AS hwid,
    transform(toString(kind), ['entered', 'exited', 'dropped'], ['in_progress', 'exited', 'dropped_off'], '') AS status,
    entrances,
    toUnixTimestamp64Milli(last_entrance) AS last_entered_at,
    toUnixTimestamp64Milli(last_change) AS updated_at
FROM (
    SELECT
        user_id,
        argMaxIf(hwid, (time, hwid), hwid != '') AS device,
        argMaxIf(type, (time, type), type IN ('entered', 'exited', 'dropped')) AS kind,
        countIf(type = 'entered' AND {inside}) AS entrances,
        maxIf(time, type = 'entered' AND {inside}) AS last_entrance,
        maxIf(time, type IN ('entered', 'exited', 'dropped', 'step_completed', 'step_entered')) AS last_change
    FROM events FINAL
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND (startsWith(user_id, 'user-0000') OR user_id IN (SELECT user_id FROM events FINAL WHERE tenant_id = {tenant} AND journey_id = {journey} AND startsWith(hwid, 'user-0000')))
    GROUP BY user_id
    HAVING entrances > 0
    ORDER BY user_id
    LIMIT 50
)
ORDER BY user_id;
