-- at /metrics
SELECT
    countIf(type = 'message_delivered') AS delivered,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    countIf(type = 'message_hard_bounced') AS hard_bounces,
    countIf(type = 'message_soft_bounced') AS soft_bounces,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_delivered', 'message_sent', 'message_failed', 'message_hard_bounced', 'message_soft_bounced', 'message_skipped') AND channel = 'email' AND {inside};

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
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type = 'message_delivered') AS delivered,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    countIf(type = 'message_hard_bounced') AS hard_bounces,
    countIf(type = 'message_soft_bounced') AS soft_bounces,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_delivered', 'message_sent', 'message_failed', 'message_hard_bounced', 'message_soft_bounced', 'message_skipped') AND channel = 'email' AND {inside}
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
