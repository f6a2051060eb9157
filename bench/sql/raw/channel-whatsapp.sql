-- at /metrics
SELECT
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    uniqExactIf(message_key, type IN ('message_delivered', 'message_read')) AS delivered,
    uniqExactIf(message_key, type = 'message_read') AS read,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / uniqExactIf(user_id, type = 'step_entered') AS delivery_issue_rate
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'whatsapp' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    uniqExactIf(message_key, type IN ('message_delivered', 'message_read')) AS delivered,
    uniqExactIf(message_key, type = 'message_read') AS read,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'whatsapp' AND {inside}
GROUP BY bucket;
