-- at /metrics
SELECT
    countIf(type = 'message_shown') AS impressions,
    countIf(type = 'message_interacted') AS interactions,
    countIf(type = 'message_dismissed') AS skips,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / uniqExactIf(user_id, type = 'step_entered') AS delivery_issue_rate
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type = 'message_shown') AS impressions,
    countIf(type = 'message_interacted') AS interactions,
    countIf(type = 'message_dismissed') AS skips,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {inside}
GROUP BY bucket;
