-- at /messages by step_id
SELECT
    step_id,
    count(*) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_sent') AS recipient_users,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_opened') AS opened_users,
    count(DISTINCT user_id) FILTER (WHERE type = 'message_clicked') AS clicked_users
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY step_id;
