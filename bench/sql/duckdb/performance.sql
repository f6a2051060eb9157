-- at /
SELECT count() AS entrances
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND {inside};

-- at /goals by id
SELECT goal AS id, count(DISTINCT who) AS count
FROM (
    SELECT goal_id AS goal, user_id AS who, time AS happened
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'goal_reached' AND {inside}
    UNION ALL
    SELECT 'goal-3', done.who, done.happened
    FROM (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
            AND json_type(properties, '$.amount') IN ('BIGINT', 'UBIGINT', 'DOUBLE') AND CAST(json_extract(properties, '$.amount') AS DOUBLE) >= 300
    ) AS done
    ASOF JOIN (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND time >= {from} - INTERVAL '30' DAY AND time < {to}
    ) AS start ON done.who = start.who AND done.happened >= start.happened
    WHERE done.happened < start.happened + INTERVAL '30' DAY
    UNION ALL
    SELECT 'goal-4', done.who, done.happened
    FROM (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
            AND json_type(properties, '$.amount') IN ('BIGINT', 'UBIGINT', 'DOUBLE') AND CAST(json_extract(properties, '$.amount') AS DOUBLE) >= 450
    ) AS done
    ASOF JOIN (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'step_completed' AND step_id = 'step-02' AND time >= {from} - INTERVAL '7' DAY AND time < {to}
    ) AS start ON done.who = start.who AND done.happened >= start.happened
    WHERE done.happened < start.happened + INTERVAL '7' DAY
)
GROUP BY goal;
