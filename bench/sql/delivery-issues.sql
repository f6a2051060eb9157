-- at /issues by reason
SELECT reason, sum(number) AS count
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('message_failed', 'message_skipped') AND channel = 'email' AND {quarters}
GROUP BY reason;

-- at /
SELECT uniqExact(user_key) AS unlisted_step_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type = 'step_entered' AND channel = 'email' AND {inside};
