-- at /metrics
SELECT
    sumIf(number, type = 'message_shown') AS impressions,
    sumIf(number, type = 'message_interacted') AS interactions,
    sumIf(number, type = 'message_dismissed') AS skips,
    sumIf(number, type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {quarters};

-- at /metrics
-- The users who entered a step are the base of the rate of delivery issues.
SELECT
    uniqExactIf(user_key, type = 'step_entered') AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('step_entered') AND channel = 'in_app' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(toDateTime(toInt64(quarter_hour) * 900 - 2208988800), {zone})) * 1000 AS bucket,
    sumIf(number, type = 'message_shown') AS impressions,
    sumIf(number, type = 'message_interacted') AS interactions,
    sumIf(number, type = 'message_dismissed') AS skips,
    sumIf(number, type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {quarters}
GROUP BY bucket;
