-- at /metrics
SELECT
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    (SELECT count(*) FROM (SELECT DISTINCT message_key FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND type = 'message_opened' AND {inside})) AS opened,
    delivery_issues / nullif(
        (SELECT count(DISTINCT user_id) FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND type = 'step_entered' AND {inside}), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND {inside}
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS opened
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, message_key FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'push' AND type = 'message_opened' AND {inside})
GROUP BY bucket;
