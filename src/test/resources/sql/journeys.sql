-- GET /journeys?sort=-entrances&limit=2

SELECT
    '',
    journey_id,
    countIf((bitAnd(goals_0, CAST('3', 'UInt64')) != 0))
FROM
(
    SELECT
        journey_id,
        user_key,
        groupBitOr(goals_0) AS goals_0
    FROM
    (
        SELECT
            conversions.journey_id,
            conversions.user_key,
            conversions.time,
            conversions.goals_0,
            '' AS group
        FROM
        (
            SELECT
                journey_id,
                user_key,
                time,
                arrayElement(CAST(['1', '2'], 'Array(UInt64)'), number_in_table) AS goals_0
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
                        transform(CAST(goal_id, 'Nullable(String)'), ['bought', 'rated'], range(1, 3), 0) AS number_in_table
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
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')))
                    ) AS reported
                ) AS with_number
                WHERE number_in_table > 0
            ) AS reported
            UNION ALL
            SELECT
                journey_id,
                user_key,
                time,
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)))
                ) AS with_filling
            ) AS kept
        ) AS conversions
    ) AS grouped
    GROUP BY
        journey_id,
        user_key
) AS reached
GROUP BY journey_id
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    sumIf(number, (type IN ('entered'))) AS number_0
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (NOT false) AND (type IN ('entered')))
) AS events;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    sumIf(number, (type IN ('entered'))) AS number_0
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (NOT false) AND (type IN ('entered')))
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
