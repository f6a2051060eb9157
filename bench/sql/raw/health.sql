-- at /
SELECT
    countIf(type = 'entered') AS entrances,
    countIf(type IN ('message_sent', 'message_failed') AND channel != 'in_app' OR type = 'message_shown') AS messages_sent,
    countIf(type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs,
    uniqExactIf(message_key, type = 'message_opened' AND channel = 'push')
        + uniqExactIf((step_id, user_id), type = 'message_opened' AND channel = 'email')
        + uniqExactIf(message_key, type = 'message_read' AND channel = 'whatsapp') AS messages_opened
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type = 'entered') AS entrances,
    countIf(type IN ('message_sent', 'message_failed') AND channel = 'push') AS `messages_sent.push`,
    countIf(type = 'message_shown' AND channel = 'in_app') AS `messages_sent.in_app`,
    countIf(type IN ('message_sent', 'message_failed') AND channel = 'email') AS `messages_sent.email`,
    countIf(type IN ('message_sent', 'message_failed') AND channel = 'sms') AS `messages_sent.sms`,
    countIf(type IN ('message_sent', 'message_failed') AND channel = 'whatsapp') AS `messages_sent.whatsapp`,
    countIf(type = 'dropped' AND reason = 'internal_error') AS `drop_offs.internal_errors`,
    countIf(type = 'dropped' AND reason = 'sending_error') AS `drop_offs.sending_errors`
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'dropped', 'message_sent', 'message_failed', 'message_shown') AND {inside}
GROUP BY bucket;

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(at, {zone})) * 1000 AS bucket,
    uniqExactIf(user, goal = 'goal-1') AS `goals_achieved.goal-1`,
    uniqExactIf(user, goal = 'goal-2') AS `goals_achieved.goal-2`,
    uniqExactIf(user, goal = 'goal-3') AS `goals_achieved.goal-3`,
    uniqExactIf(user, goal = 'goal-4') AS `goals_achieved.goal-4`
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
GROUP BY bucket;
