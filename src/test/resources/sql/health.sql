-- GET /journeys/{journey}/stats/health?period=today&interval=hour

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    uniqExactIf(message_key, ((type IN ('message_opened')) AND (channel = 'push'))) AS number_0,
    uniqExactIf((step_id, user_key), ((type IN ('message_opened')) AND (channel = 'email'))) AS number_1,
    uniqExactIf(message_key, ((type IN ('message_read')) AND (channel = 'whatsapp'))) AS number_2
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
        link_url
    FROM events
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_opened', 'message_read')) AND (time >= fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1773028800000], [3600000], [24])))) AS part,
    sumIf(number, (type IN ('entered'))) AS number_0,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'push'))) AS number_1,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push'))) AS number_2,
    sumIf(number, ((type IN ('message_shown')) AND (channel = 'in_app'))) AS number_3,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'email'))) AS number_4,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'email'))) AS number_5,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'sms'))) AS number_6,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'sms'))) AS number_7,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'whatsapp'))) AS number_8,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'whatsapp'))) AS number_9,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'internal_error'))) AS number_10,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'sending_error'))) AS number_11
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4424464) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('entered', 'dropped', 'message_sent', 'message_failed', 'message_shown')))
) AS events
GROUP BY roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1773028800000], [3600000], [24])));

SELECT
    group,
    journey_id,
    countIf((bitAnd(goals_0, CAST('1', 'UInt64')) != 0)),
    countIf((bitAnd(goals_0, CAST('2', 'UInt64')) != 0))
FROM
(
    SELECT
        journey_id,
        group,
        user_key,
        groupBitOr(goals_0) AS goals_0
    FROM
    (
        SELECT
            conversions.journey_id,
            conversions.user_key,
            conversions.time,
            conversions.goals_0,
            roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1773028800000], [3600000], [14]))) AS group
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
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773079200000), 'UTC')))
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773079200000), 'UTC')))
                ) AS with_filling
            ) AS kept
        ) AS conversions
    ) AS grouped
    GROUP BY
        journey_id,
        group,
        user_key
) AS reached
GROUP BY
    journey_id,
    group
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    group,
    journey_id,
    countIf((bitAnd(goals_0, CAST('1', 'UInt64')) != 0)),
    countIf((bitAnd(goals_0, CAST('2', 'UInt64')) != 0))
FROM
(
    SELECT
        journey_id,
        group,
        user_key,
        groupBitOr(goals_0) AS goals_0
    FROM
    (
        SELECT
            conversions.journey_id,
            conversions.user_key,
            conversions.time,
            conversions.goals_0,
            roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1773079200000], [3600000], [10]))) AS group
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
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1773079200000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1773079200000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                ) AS with_filling
            ) AS kept
        ) AS conversions
    ) AS grouped
    GROUP BY
        journey_id,
        group,
        user_key
) AS reached
GROUP BY
    journey_id,
    group
SETTINGS use_index_for_in_with_subqueries = 0;
