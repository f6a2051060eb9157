-- at /issues by reason
SELECT reason, count() AS count
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_failed', 'message_skipped') AND channel = 'email' AND {inside}
GROUP BY reason;

-- at /
SELECT uniqExact(user_key) AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'step_entered' AND channel = 'email' AND {inside};
