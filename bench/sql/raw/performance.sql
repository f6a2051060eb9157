-- at /
SELECT count() AS entrances
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND {inside};

-- at /goals by id
SELECT goal AS id, uniqExact(user) AS count
FROM (
    SELECT goal_id AS goal, user_id AS user, time AS at
    FROM events FINAL
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'goal_reached' AND {inside}
    UNION ALL
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
    UNION ALL
    SELECT 'goal-4', done.user, done.at
    FROM (
        SELECT user_id AS user, time AS at
        FROM events FINAL
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
            AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 450
    ) AS done
    ASOF JOIN (
        SELECT user_id AS user, time AS at
        FROM events FINAL
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'step_completed' AND step_id = 'step-02' AND time >= {from} - INTERVAL 7 DAY AND time < {to}
    ) AS start ON done.user = start.user AND done.at >= start.at
    WHERE done.at < start.at + INTERVAL 7 DAY
)
GROUP BY goal;
