-- at /metrics
SELECT
    sumIf(number, type = 'message_delivered') AS delivered,
    sumIf(number, type IN ('message_sent', 'message_failed')) AS sent,
    sumIf(number, type = 'message_sent') AS recipients,
    sumIf(number, type = 'message_hard_bounced') AS hard_bounces,
    sumIf(number, type = 'message_soft_bounced') AS soft_bounces,
    sumIf(number, type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {quarters};

-- at /metrics
-- The users who entered a step are the base of the rate of delivery issues.
SELECT
    uniqExactIf(user_key, type = 'message_delivered') AS unique_delivered,
    uniqExactIf((step_id, user_key), type = 'message_opened') AS opened_unique,
    uniqExactIf((step_id, user_key), type = 'message_clicked') AS clicked,
    uniqExactIf((step_id, user_key), type = 'message_unsubscribed') AS unsubscribed,
    uniqExactIf((step_id, user_key), type = 'message_complained') AS complaints,
    uniqExactIf(user_key, type = 'step_entered') AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_unsubscribed', 'message_complained', 'step_entered') AND channel = 'email' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(toDateTime(toInt64(quarter_hour) * 900 - 2208988800), {zone})) * 1000 AS bucket,
    sumIf(number, type = 'message_delivered') AS delivered,
    sumIf(number, type IN ('message_sent', 'message_failed')) AS sent,
    sumIf(number, type = 'message_sent') AS recipients,
    sumIf(number, type = 'message_hard_bounced') AS hard_bounces,
    sumIf(number, type = 'message_soft_bounced') AS soft_bounces,
    sumIf(number, type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {quarters}
GROUP BY bucket;

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    uniqExactIf(user_key, type = 'message_delivered') AS unique_delivered,
    uniqExactIf((step_id, user_key), type = 'message_opened') AS opened_unique,
    uniqExactIf((step_id, user_key), type = 'message_clicked') AS clicked,
    uniqExactIf((step_id, user_key), type = 'message_unsubscribed') AS unsubscribed,
    uniqExactIf((step_id, user_key), type = 'message_complained') AS complaints
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_unsubscribed', 'message_complained') AND channel = 'email' AND {inside}
GROUP BY bucket;
