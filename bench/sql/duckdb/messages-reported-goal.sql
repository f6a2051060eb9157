-- at /messages by step_id
SELECT
    step_id,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_sent') AS recipient_users,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_opened') AS opened_users,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_clicked') AS clicked_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY step_id;

-- at /messages by step_id
SELECT interaction.step_id AS step_id, count(DISTINCT interaction.who) AS converted_users
FROM (
    SELECT step_id, user_id AS who, time AS at
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened', 'message_clicked') AND channel = 'email'
        AND time >= {from} - INTERVAL '30' DAY AND time < {to}
) AS interaction
ASOF JOIN (
        SELECT goal_id AS goal, user_id AS who, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'goal_reached' AND goal_id = 'goal-1' AND {inside}
) AS conversion ON interaction.who = conversion.who AND interaction.at <= conversion.at
WHERE conversion.at <= interaction.at + INTERVAL '30' DAY
GROUP BY step_id;
