-- at /users by user_id
WITH page AS (
    SELECT DISTINCT user_id
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND {inside}
        AND (starts_with(user_id, 'A7') OR user_id IN (
            SELECT user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND starts_with(hwid, 'A7')))
    ORDER BY user_id
    LIMIT 50
)
SELECT
    user_id,
    arg_max(hwid, time) FILTER (WHERE hwid != '') AS hwid,
    CASE arg_max(type, epoch_ms(time) * 4 + CASE type WHEN 'dropped' THEN 0 WHEN 'entered' THEN 1 ELSE 2 END) FILTER (WHERE type IN ('entered', 'exited', 'dropped'))
        WHEN 'entered' THEN 'in_progress' WHEN 'exited' THEN 'exited' WHEN 'dropped' THEN 'dropped_off' ELSE '' END AS status,
    count(*) FILTER (WHERE type = 'entered' AND {inside}) AS entrances,
    epoch_ms(max(time) FILTER (WHERE type = 'entered' AND {inside})) AS last_entered_at,
    epoch_ms(max(time) FILTER (WHERE type IN ('entered', 'exited', 'dropped', 'step_completed', 'step_entered'))) AS updated_at
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND user_id IN (FROM page)
GROUP BY user_id
ORDER BY user_id;
