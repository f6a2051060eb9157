-- at /
SELECT
    count(*) FILTER (WHERE type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / nullif(count(DISTINCT user_id) FILTER (WHERE type = 'step_entered'), 0) AS delivery_issue_rate
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside};

-- at /issues by reason
SELECT reason, count() AS count
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_failed', 'message_skipped') AND channel = 'email' AND {inside}
GROUP BY reason;
