-- at /metrics
SELECT
    countIf(type = 'message_delivered') AS delivered,
    uniqExactIf(user_id, type = 'message_delivered') AS unique_delivered,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    uniqExactIf((step_id, user_id), type = 'message_opened') AS opened_unique,
    uniqExactIf((step_id, user_id), type = 'message_clicked') AS clicked,
    uniqExactIf((step_id, user_id), type = 'message_unsubscribed') AS unsubscribed,
    countIf(type = 'message_hard_bounced') AS hard_bounces,
    countIf(type = 'message_soft_bounced') AS soft_bounces,
    uniqExactIf((step_id, user_id), type = 'message_complained') AS complaints,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / uniqExactIf(user_id, type = 'step_entered') AS delivery_issue_rate
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside};

-- at /series by time as bucket
SELECT
    toUnixTimestamp(toStartOfDay(time, {zone})) * 1000 AS bucket,
    countIf(type = 'message_delivered') AS delivered,
    uniqExactIf(user_id, type = 'message_delivered') AS unique_delivered,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    countIf(type = 'message_sent') AS recipients,
    uniqExactIf((step_id, user_id), type = 'message_opened') AS opened_unique,
    uniqExactIf((step_id, user_id), type = 'message_clicked') AS clicked,
    uniqExactIf((step_id, user_id), type = 'message_unsubscribed') AS unsubscribed,
    countIf(type = 'message_hard_bounced') AS hard_bounces,
    countIf(type = 'message_soft_bounced') AS soft_bounces,
    uniqExactIf((step_id, user_id), type = 'message_complained') AS complaints,
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY bucket;
