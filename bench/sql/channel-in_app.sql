-- at /metrics
SELECT
    countIf(type = 'message_shown') AS impressions,
    countIf(type = 'message_interacted') AS interactions,
    countIf(type = 'message_dismissed') AS skips,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_shown', 'message_interacted', 'message_dismissed', 'message_failed', 'message_skipped') AND channel = 'in_app' AND {inside};

-- at /metrics
-- The users who entered a step are the base of the rate of delivery issues.
SELECT
    uniqExactIf(user_key, type = 'step_entered') AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('step_entered') AND channel = 'in_app' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type = 'message_shown') AS impressions,
    countIf(type = 'message_interacted') AS interactions,
    countIf(type = 'message_dismissed') AS skips,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_shown', 'message_interacted', 'message_dismissed', 'message_failed', 'message_skipped') AND channel = 'in_app' AND {inside}
GROUP BY bucket;
