-- at /messages by step_id
SELECT
    step_id,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    uniqExactIf(user_id, type = 'message_sent') AS recipient_users,
    uniqExactIf(user_id, type = 'message_opened') AS opened_users,
    uniqExactIf(user_id, type = 'message_clicked') AS clicked_users
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND {inside}
GROUP BY step_id;

-- at /messages by step_id
SELECT interaction.step_id AS step_id, uniqExact(interaction.user) AS converted_users
FROM (
    SELECT step_id, user_id AS user, time AS at
    FROM events FINAL
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened', 'message_clicked') AND channel = 'push'
        AND time >= {from} - INTERVAL 30 DAY AND time < {to}
) AS interaction
ASOF JOIN (
        SELECT 'goal-3', done.user, done.at
        FROM (
            SELECT user_id AS user, time AS at
            FROM events FINAL
            WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
                AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 300
        ) AS done
        ASOF JOIN (
            SELECT user_id AS user, time AS at
            FROM events FINAL
            WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND time >= {from} - INTERVAL 30 DAY AND time < {to}
        ) AS start ON done.user = start.user AND done.at >= start.at
        WHERE done.at < start.at + INTERVAL 30 DAY
) AS conversion ON interaction.user = conversion.user AND interaction.at <= conversion.at
WHERE conversion.at <= interaction.at + INTERVAL 30 DAY
GROUP BY step_id;
