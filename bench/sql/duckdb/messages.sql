-- at /messages by step_id
SELECT
    step_id,
    sum(events) FILTER (WHERE type IN ('message_sent', 'message_failed')) AS sent,
    count(*) FILTER (WHERE type = 'message_sent') AS recipient_users,
    count(*) FILTER (WHERE type = 'message_opened') AS opened_users,
    count(*) FILTER (WHERE type = 'message_clicked') AS clicked_users
FROM (
    SELECT step_id, type, user_id, count(*) AS events
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND type IN ('message_sent', 'message_failed', 'message_opened', 'message_clicked') AND {inside}
    GROUP BY ALL
)
GROUP BY step_id;
