-- at /
SELECT
    countIf(type IN ('message_failed', 'message_skipped')) AS delivery_issues,
    delivery_issues / uniqExactIf(user_id, type = 'step_entered') AS delivery_issue_rate
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside};

-- at /issues by reason
SELECT reason, count() AS count
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_failed', 'message_skipped') AND channel = 'email' AND {inside}
GROUP BY reason;
