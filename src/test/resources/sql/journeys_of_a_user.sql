-- GET /users/journeys?user_id=ann

SELECT
    journey_id,
    uniqExact((time, event_key)),
    max(toUnixTimestamp64Milli(time))
FROM
(
    SELECT *
    FROM user_entrances
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id = 'ann'))
) AS entrances
GROUP BY journey_id;

SELECT
    journey_id,
    user_id,
    tupleElement(max(lifecycle), 2) AS kind,
    tupleElement(max(lifecycle), 3) AS reason,
    tupleElement(max(lifecycle), 4) AS event_name,
    max(entered_at) AS user_entered_at,
    tupleElement(max(last_step), 1) AS user_step_at,
    tupleElement(max(last_step), 3) AS last_step_id,
    tupleElement(max(device), 2) AS last_hwid,
    max(updated_at) AS user_updated_at
FROM
(
    SELECT *
    FROM user_states
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id = 'ann'))
) AS states
GROUP BY
    journey_id,
    user_id;
