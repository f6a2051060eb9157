-- at /
SELECT
    sumIf(number, type = 'entered') AS entrances,
    sumIf(number, type IN ('message_sent', 'message_failed') AND channel != 'in_app' OR type = 'message_shown') AS messages_sent,
    sumIf(number, type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'dropped', 'message_sent', 'message_failed', 'message_shown') AND {quarters};

-- at /
SELECT
    uniqExactIf(message_key, type = 'message_opened' AND channel = 'push')
        + uniqExactIf((step_id, user_key), type = 'message_opened' AND channel = 'email')
        + uniqExactIf(message_key, type = 'message_read' AND channel = 'whatsapp') AS messages_opened
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened', 'message_read') AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(toDateTime(toInt64(quarter_hour) * 900 - 2208988800), {zone})) * 1000 AS bucket,
    sumIf(number, type = 'entered') AS entrances,
    sumIf(number, type IN ('message_sent', 'message_failed') AND channel = 'push') AS `messages_sent.push`,
    sumIf(number, type = 'message_shown' AND channel = 'in_app') AS `messages_sent.in_app`,
    sumIf(number, type IN ('message_sent', 'message_failed') AND channel = 'email') AS `messages_sent.email`,
    sumIf(number, type IN ('message_sent', 'message_failed') AND channel = 'sms') AS `messages_sent.sms`,
    sumIf(number, type IN ('message_sent', 'message_failed') AND channel = 'whatsapp') AS `messages_sent.whatsapp`,
    sumIf(number, type = 'dropped' AND reason = 'internal_error') AS `drop_offs.internal_errors`,
    sumIf(number, type = 'dropped' AND reason = 'sending_error') AS `drop_offs.sending_errors`
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'dropped', 'message_sent', 'message_failed', 'message_shown') AND {quarters}
GROUP BY bucket;

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(at, {zone})) * 1000 AS bucket,
    uniqExactIf(user, goal = 'goal-1') AS `goals_achieved.goal-1`,
    uniqExactIf(user, goal = 'goal-2') AS `goals_achieved.goal-2`,
    uniqExactIf(user, goal = 'goal-3') AS `goals_achieved.goal-3`,
    uniqExactIf(user, goal = 'goal-4') AS `goals_achieved.goal-4`
FROM (
    SELECT goal_id AS goal, user_key AS user, time AS at
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'goal_reached' AND {inside}
    UNION ALL
    SELECT 'goal-3', done.user, done.at
    FROM (
        SELECT user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
            AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 300
    ) AS done
    ASOF JOIN (
        SELECT user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'entered' AND time >= {from} - INTERVAL 30 DAY AND time < {to}
            AND user_key IN (
                SELECT user_key FROM events
                WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside})
    ) AS start ON done.user = start.user AND done.at >= start.at
    WHERE done.at < start.at + INTERVAL 30 DAY
    UNION ALL
    SELECT 'goal-4', done.user, done.at
    FROM (
        SELECT user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside}
            AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 450
    ) AS done
    ASOF JOIN (
        SELECT user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'step_completed' AND step_id = 'step-02' AND time >= {from} - INTERVAL 7 DAY AND time < {to}
            AND user_key IN (
                SELECT user_key FROM events
                WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase' AND {inside})
    ) AS start ON done.user = start.user AND done.at >= start.at
    WHERE done.at < start.at + INTERVAL 7 DAY
)
GROUP BY bucket;
