-- at /metrics
SELECT
    count(*) FILTER (WHERE type = 'message_shown') AS impressions,
    count(*) FILTER (WHERE type = 'message_interacted') AS interactions,
    count(*) FILTER (WHERE type = 'message_dismissed') AS skips,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / nullif(count(DISTINCT user_id) FILTER (WHERE type = 'step_entered'), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {inside};

-- at /series by time as bucket
SELECT
    (epoch_ms(time) + {offset}) // 86400000 * 86400000 - {offset} AS bucket,
    count(*) FILTER (WHERE type = 'message_shown') AS impressions,
    count(*) FILTER (WHERE type = 'message_interacted') AS interactions,
    count(*) FILTER (WHERE type = 'message_dismissed') AS skips,
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'in_app' AND {inside}
GROUP BY bucket;
