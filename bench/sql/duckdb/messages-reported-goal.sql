-- at /messages by step_id
SELECT
    step_id,
    sum(events) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipient_users,
    count(*) FILTER (WHERE type = 'message_opened') AS opened_users,
    count(*) FILTER (WHERE type = 'message_clicked') AS clicked_users
FROM (
    SELECT step_id, type, user_id, count(*) AS events
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type IN ('message_sent', 'message_failed', 'message_opened', 'message_clicked') AND {inside}
    GROUP BY ALL
)
GROUP BY step_id;

-- at /messages by step_id
SELECT step_id, count(*) AS converted_users
FROM (
    SELECT DISTINCT interaction.step_id, interaction.who
    FROM (
    SELECT step_id, user_id AS who, time AS happened
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened', 'message_clicked') AND channel = 'email'
        AND time >= {from} - INTERVAL '30' DAY AND time < {to}
) AS interaction
ASOF JOIN (
        SELECT goal_id AS goal, user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'goal_reached' AND goal_id = 'goal-1' AND {inside}
) AS conversion ON interaction.who = conversion.who AND interaction.happened <= conversion.happened
WHERE conversion.happened <= interaction.happened + INTERVAL '30' DAY
)
GROUP BY step_id;
