-- at /metrics
SELECT
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(DISTINCT message_key) FILTER (WHERE type IN ('message_delivered', 'message_read')) AS delivered,
    count(DISTINCT message_key) FILTER (WHERE type = 'message_read') AS read,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / nullif(count(DISTINCT user_id) FILTER (WHERE type = 'step_entered'), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'whatsapp' AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(DISTINCT message_key) FILTER (WHERE type IN ('message_delivered', 'message_read')) AS delivered,
    count(DISTINCT message_key) FILTER (WHERE type = 'message_read') AS read,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'whatsapp' AND {inside}
GROUP BY bucket;
