-- GET /journeys/{journey}/stats/audience?period=30d

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    sumIf(number, (type IN ('entered'))) AS number_0,
    sumIf(number, (type IN ('exited'))) AS number_1,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'internal_error'))) AS number_2,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'sending_error'))) AS number_3
FROM
(
    SELECT
        journey_id,
        type,
        step_id,
        channel,
        reason,
        (toInt64(quarter_hour) * 900000) - 2208988800000 AS at,
        number
    FROM event_counts
    FINAL
    ARRAY JOIN
        counts.type AS type,
        counts.step_id AS step_id,
        counts.channel AS channel,
        counts.reason AS reason,
        counts.number AS number
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('entered', 'exited', 'dropped')))
) AS events;

SELECT
    kind,
    sum(users)
FROM
(
    SELECT
        state % 4 AS kind,
        count(*) AS users
    FROM
    (
        SELECT *
        FROM user_states
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part = 'part_1') AND (NOT (user_key IN (
            SELECT user_key
            FROM
            (
                SELECT *
                FROM user_states
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part != 'part_1'))
            ) AS table_1
        ))))
    ) AS table_2
    GROUP BY kind
    UNION ALL
    SELECT
        kind,
        count(*) AS users
    FROM
    (
        SELECT
            max(state) % 4 AS kind,
            count(*) AS users
        FROM
        (
            SELECT *
            FROM user_states
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_key IN (
                SELECT user_key
                FROM
                (
                    SELECT *
                    FROM user_states
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part != 'part_1'))
                ) AS table_1
            )))
        ) AS table_3
        GROUP BY user_key
    ) AS table_4
    GROUP BY kind
) AS table_5
GROUP BY kind
SETTINGS use_index_for_in_with_subqueries = 0, enable_shared_storage_snapshot_in_query = 1;

SELECT
    name,
    rows
FROM system.parts
WHERE (active AND (database = currentDatabase()) AND (`table` = 'user_states'));
