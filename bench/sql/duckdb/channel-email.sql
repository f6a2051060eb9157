-- at /metrics
SELECT
    count(*) FILTER (WHERE type = 'message_delivered') AS delivered,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_delivered') AS unique_delivered,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_opened') AS opened_unique,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_clicked') AS clicked,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_unsubscribed') AS unsubscribed,
    count(*) FILTER (WHERE type = 'message_hard_bounced') AS hard_bounces,
    count(*) FILTER (WHERE type = 'message_soft_bounced') AS soft_bounces,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_complained') AS complaints,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / nullif(count(DISTINCT user_id) FILTER (WHERE type = 'step_entered'), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type = 'message_delivered') AS delivered,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_delivered') AS unique_delivered,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_opened') AS opened_unique,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_clicked') AS clicked,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_unsubscribed') AS unsubscribed,
    count(*) FILTER (WHERE type = 'message_hard_bounced') AS hard_bounces,
    count(*) FILTER (WHERE type = 'message_soft_bounced') AS soft_bounces,
    count(DISTINCT concat(step_id, user_id)) FILTER (WHERE type = 'message_complained') AS complaints,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY bucket;
