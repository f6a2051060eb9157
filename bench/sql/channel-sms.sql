-- at /metrics
SELECT
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_delivered') AS delivered,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_sent', 'message_failed', 'message_delivered', 'message_skipped') AND channel = 'sms' AND {inside};

-- at /metrics
-- The users who entered a step are the base of the rate of delivery issues.
SELECT
    uniqExactIf(user_key, type = 'step_entered') AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('step_entered') AND channel = 'sms' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_delivered') AS delivered,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_sent', 'message_failed', 'message_delivered', 'message_skipped') AND channel = 'sms' AND {inside}
GROUP BY bucket;
