-- at /
SELECT
    count(*) FILTER (WHERE type = 'entered') AS entrances,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed') AND channel != 'in_app' OR type = 'message_shown') AS messages_sent,
    count(*) FILTER (WHERE type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs,
    (SELECT count(*) FROM (SELECT DISTINCT message_key FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'message_opened' AND channel = 'push' AND {inside}))
        + (SELECT count(*) FROM (SELECT DISTINCT step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'message_opened' AND channel = 'email' AND {inside}))
        + (SELECT count(*) FROM (SELECT DISTINCT message_key FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'message_read' AND channel = 'whatsapp' AND {inside})) AS messages_opened
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type = 'entered') AS entrances,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed') AND channel = 'push') AS "messages_sent.push",
    count(*) FILTER (WHERE type = 'message_shown' AND channel = 'in_app') AS "messages_sent.in_app",
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed') AND channel = 'email') AS "messages_sent.email",
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed') AND channel = 'sms') AS "messages_sent.sms",
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed') AND channel = 'whatsapp') AS "messages_sent.whatsapp",
    count(*) FILTER (WHERE type = 'dropped' AND reason = 'internal_error') AS "drop_offs.internal_errors",
    count(*) FILTER (WHERE type = 'dropped' AND reason = 'sending_error') AS "drop_offs.sending_errors"
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'dropped', 'message_sent', 'message_failed', 'message_shown') AND {inside}
GROUP BY bucket;

-- at /series by time as bucket
SELECT
    (epoch_ms(happened) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(DISTINCT who) FILTER (WHERE goal = 'goal-1') AS "goals_achieved.goal-1",
    count(DISTINCT who) FILTER (WHERE goal = 'goal-2') AS "goals_achieved.goal-2",
    count(DISTINCT who) FILTER (WHERE goal = 'goal-3') AS "goals_achieved.goal-3",
    count(DISTINCT who) FILTER (WHERE goal = 'goal-4') AS "goals_achieved.goal-4"
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
GROUP BY bucket;
