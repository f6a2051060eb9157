-- at /metrics
SELECT
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_sent', 'message_failed', 'message_skipped') AND channel = 'push' AND {inside};

-- at /metrics
-- The users who entered a step are the base of the rate of delivery issues.
SELECT
    uniqExactIf(message_key, type = 'message_opened') AS opened,
    uniqExactIf(user_key, type = 'step_entered') AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened', 'step_entered') AND channel = 'push' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_sent', 'message_failed', 'message_skipped') AND channel = 'push' AND {inside}
GROUP BY bucket;

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    uniqExactIf(message_key, type = 'message_opened') AS opened
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_opened') AND channel = 'push' AND {inside}
GROUP BY bucket;
