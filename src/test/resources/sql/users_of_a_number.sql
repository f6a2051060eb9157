-- GET /journeys/{journey}/stats/users?metric=count&goal=bought&period=30d&limit=2

SELECT
    max(user_id),
    count(*)
FROM
(
    SELECT user_id
    FROM
    (
        SELECT user_id
        FROM
        (
            SELECT *
            FROM
            (
                SELECT
                    reported.journey_id,
                    reported.type,
                    reported.time,
                    reported.event_key,
                    reported.user_id,
                    reported.user_key,
                    reported.hwid,
                    reported.step_id,
                    reported.channel,
                    reported.message_key,
                    reported.goal_id,
                    reported.reason,
                    reported.link_url,
                    reported.event_name,
                    reported.properties,
                    transform(CAST(goal_id, 'Nullable(String)'), ['bought'], range(1, 2), 0) AS number_in_table
                FROM
                (
                    SELECT
                        journey_id,
                        type,
                        time,
                        event_key,
                        user_id,
                        user_key,
                        hwid,
                        step_id,
                        channel,
                        message_key,
                        goal_id,
                        reason,
                        link_url,
                        event_name,
                        properties
                    FROM events
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                ) AS reported
                WHERE user_id > ''
            ) AS with_number
            WHERE number_in_table > 0
        ) AS reported
        UNION ALL
        SELECT user_id
        FROM
        (
            SELECT
                *,
                1 AS number_in_table
            FROM
            (
                SELECT *
                FROM conversions
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
            ) AS with_filling
            WHERE user_id > ''
        ) AS kept
    ) AS possible
    ORDER BY user_id ASC
    LIMIT 9
) AS next
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    user_id,
    kind,
    reason,
    event_name,
    user_entered_at,
    user_step_at,
    last_step_id,
    last_hwid
FROM
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
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id IN ('ann', 'bob')))
    ) AS table_1
    GROUP BY user_id
) AS state_of_user;

SELECT
    user_id,
    uniqExact((type, time, event_key)) AS number,
    min(toUnixTimestamp64Milli(time)) AS first_at_ms,
    max(toUnixTimestamp64Milli(time)) AS last_at_ms
FROM
(
    SELECT
        user_id,
        type,
        time,
        event_key
    FROM
    (
        SELECT
            journey_id,
            user_id,
            type,
            time,
            event_key,
            arrayElement(CAST(['1'], 'Array(UInt64)'), number_in_table) AS goals_0
        FROM
        (
            SELECT *
            FROM
            (
                SELECT
                    reported.journey_id,
                    reported.type,
                    reported.time,
                    reported.event_key,
                    reported.user_id,
                    reported.user_key,
                    reported.hwid,
                    reported.step_id,
                    reported.channel,
                    reported.message_key,
                    reported.goal_id,
                    reported.reason,
                    reported.link_url,
                    reported.event_name,
                    reported.properties,
                    transform(CAST(goal_id, 'Nullable(String)'), ['bought'], range(1, 2), 0) AS number_in_table
                FROM
                (
                    SELECT
                        journey_id,
                        type,
                        time,
                        event_key,
                        user_id,
                        user_key,
                        hwid,
                        step_id,
                        channel,
                        message_key,
                        goal_id,
                        reason,
                        link_url,
                        event_name,
                        properties
                    FROM events
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                ) AS reported
                WHERE ((user_id > '') AND (user_id <= 'bob'))
            ) AS with_number
            WHERE number_in_table > 0
        ) AS reported
        UNION ALL
        SELECT
            journey_id,
            user_id,
            type,
            time,
            event_key,
            arrayElement(CAST(['1'], 'Array(UInt64)'), number_in_table) AS goals_0
        FROM
        (
            SELECT
                *,
                1 AS number_in_table
            FROM
            (
                SELECT *
                FROM conversions
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
            ) AS with_filling
            WHERE ((user_id > '') AND (user_id <= 'bob'))
        ) AS kept
    ) AS conversions
) AS deeds
GROUP BY user_id
ORDER BY user_id ASC
LIMIT 3
SETTINGS use_index_for_in_with_subqueries = 0;
