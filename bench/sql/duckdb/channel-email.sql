-- at /metrics
SELECT
    count(*) FILTER (WHERE type = 'message_delivered') AS delivered,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(*) FILTER (WHERE type = 'message_hard_bounced') AS hard_bounces,
    count(*) FILTER (WHERE type = 'message_soft_bounced') AS soft_bounces,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    (SELECT count(*) FROM (SELECT DISTINCT user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_delivered' AND {inside})) AS unique_delivered,
    (SELECT count(*) FROM (SELECT DISTINCT step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_opened' AND {inside})) AS opened_unique,
    (SELECT count(*) FROM (SELECT DISTINCT step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_clicked' AND {inside})) AS clicked,
    (SELECT count(*) FROM (SELECT DISTINCT step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_unsubscribed' AND {inside})) AS unsubscribed,
    (SELECT count(*) FROM (SELECT DISTINCT step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_complained' AND {inside})) AS complaints,
    delivery_issues / nullif(
        (SELECT count(DISTINCT user_id) FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'step_entered' AND {inside}), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type = 'message_delivered') AS delivered,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipients,
    count(*) FILTER (WHERE type = 'message_hard_bounced') AS hard_bounces,
    count(*) FILTER (WHERE type = 'message_soft_bounced') AS soft_bounces,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS unique_delivered
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_delivered' AND {inside})
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS opened_unique
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_opened' AND {inside})
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS clicked
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_clicked' AND {inside})
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS unsubscribed
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_unsubscribed' AND {inside})
GROUP BY bucket;

-- at /series by time as bucket
SELECT bucket, count(*) AS complaints
FROM (SELECT DISTINCT (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket, step_id, user_id FROM events WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type = 'message_complained' AND {inside})
GROUP BY bucket;
