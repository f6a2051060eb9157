-- at /messages by step_id
SELECT
    step_id,
    countIf(type IN ('message_sent', 'message_failed')) AS sent,
    uniqExactIf(user_id, type = 'message_sent') AS recipient_users,
    uniqExactIf(user_id, type = 'message_opened') AS opened_users,
    uniqExactIf(user_id, type = 'message_clicked') AS clicked_users
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND channel = 'email' AND {inside}
GROUP BY step_id;
