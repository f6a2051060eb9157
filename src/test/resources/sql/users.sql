-- GET /journeys/{journey}/users?period=30d&search=u&status=in_progress&limit=2

SELECT
    entrances_in_period.user_id,
    kind,
    reason,
    event_name,
    user_entered_at,
    user_step_at,
    last_step_id,
    last_hwid,
    user_updated_at,
    entrances,
    last_entered_at_ms
FROM
(
    SELECT
        user_id,
        uniqExact((time, event_key)) AS entrances,
        max(toUnixTimestamp64Milli(time)) AS last_entered_at_ms
    FROM
    (
        SELECT *
        FROM user_entrances
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')) AND (user_id > '') AND (user_id <= '') AND ((startsWith(user_id, 'u')) OR (user_id IN (
            SELECT user_id
            FROM
            (
                SELECT *
                FROM device_users
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (startsWith(hwid, 'u')))
            ) AS table_1
        ))))
    ) AS table_2
    GROUP BY user_id
) AS entrances_in_period
INNER JOIN
(
    SELECT
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
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id IN (
            SELECT user_id
            FROM
            (
                SELECT *
                FROM user_entrances
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')) AND (user_id > '') AND (user_id <= '') AND ((startsWith(user_id, 'u')) OR (user_id IN (
                    SELECT user_id
                    FROM
                    (
                        SELECT *
                        FROM device_users
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (startsWith(hwid, 'u')))
                    ) AS table_1
                ))))
            ) AS table_2
        )))
    ) AS table_3
    GROUP BY user_id
) AS state_of_user ON entrances_in_period.user_id = state_of_user.user_id
WHERE kind = 1
ORDER BY entrances_in_period.user_id ASC
LIMIT 3;

SELECT
    max(user_id),
    count(*)
FROM
(
    SELECT user_id
    FROM
    (
        SELECT *
        FROM user_entrances
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')) AND (user_id > '') AND ((startsWith(user_id, 'u')) OR (user_id IN (
            SELECT user_id
            FROM
            (
                SELECT *
                FROM device_users
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (startsWith(hwid, 'u')))
            ) AS table_1
        ))))
    ) AS table_2
    GROUP BY user_id
    ORDER BY user_id ASC
    LIMIT 3
) AS next
SETTINGS optimize_aggregation_in_order = 1;
