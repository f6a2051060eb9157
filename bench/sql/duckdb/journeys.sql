-- at /journeys by id
SELECT journey_id AS id, count(*) AS entrances
FROM events
WHERE tenant_id = {tenant} AND type = 'entered' AND {inside}
GROUP BY id;

-- at /journeys by id
SELECT id, count(*) FILTER (WHERE last % 4 = 1) AS in_journey_now
FROM (
    SELECT journey_id AS id, max(epoch_ms(time) * 4 + CASE type WHEN 'dropped' THEN 0 WHEN 'entered' THEN 1 ELSE 2 END) AS last
    FROM events
    WHERE tenant_id = {tenant} AND type IN ('entered', 'exited', 'dropped')
    GROUP BY journey_id, user_id
)
GROUP BY id;

-- at /journeys by id
SELECT journey AS id, count(DISTINCT who) AS goals_reached
FROM (
    SELECT journey_id AS journey, user_id AS who
    FROM events
    WHERE tenant_id = {tenant} AND type = 'goal_reached'
    UNION ALL
    SELECT DISTINCT start.journey, start.who
    FROM (
        SELECT journey_id AS journey, user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND type = 'entered'
    ) AS start
    ASOF JOIN (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase'
            AND json_type(properties, '$.amount') IN ('BIGINT', 'UBIGINT', 'DOUBLE') AND CAST(json_extract(properties, '$.amount') AS DOUBLE) >= 300
    ) AS done ON start.who = done.who AND start.happened <= done.happened
    WHERE done.happened < start.happened + INTERVAL '30' DAY
    UNION ALL
    SELECT DISTINCT start.journey, start.who
    FROM (
        SELECT journey_id AS journey, user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND type = 'step_completed' AND step_id = 'step-02'
    ) AS start
    ASOF JOIN (
        SELECT user_id AS who, time AS happened
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase'
            AND json_type(properties, '$.amount') IN ('BIGINT', 'UBIGINT', 'DOUBLE') AND CAST(json_extract(properties, '$.amount') AS DOUBLE) >= 450
    ) AS done ON start.who = done.who AND start.happened <= done.happened
    WHERE done.happened < start.happened + INTERVAL '7' DAY
)
GROUP BY id;
