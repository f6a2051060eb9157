-- GET /journeys/{journey}/stats/durations?measure=time_to_convert&goal=bought&period=30d

SELECT
    is_total,
    bucket,
    length(sorted) AS count,
    negative,
    toString(total) AS sum,
    arrayElement(sorted, intDiv((length(sorted) * 25) + 99, 100)) AS p25,
    arrayElement(sorted, intDiv((length(sorted) * 50) + 99, 100)) AS p50,
    arrayElement(sorted, intDiv((length(sorted) * 75) + 99, 100)) AS p75,
    arrayElement(sorted, intDiv((length(sorted) * 90) + 99, 100)) AS p90,
    arrayElement(sorted, intDiv((length(sorted) * 95) + 99, 100)) AS p95,
    arrayElement(sorted, intDiv((length(sorted) * 99) + 99, 100)) AS p99,
    up_to_1000,
    up_to_10000,
    up_to_60000,
    up_to_300000,
    up_to_1800000,
    up_to_3600000,
    up_to_10800000,
    up_to_21600000,
    up_to_43200000,
    up_to_86400000,
    up_to_172800000,
    up_to_259200000,
    up_to_604800000,
    up_to_1209600000,
    up_to_2592000000
FROM
(
    SELECT
        toUInt8(grouping(bucket)) AS is_total,
        bucket,
        arraySort(groupArrayIf(length, length >= 0)) AS sorted,
        countIf(length < 0) AS negative,
        sumIf(toInt128(length), length >= 0) AS total,
        countIf(((length >= 0) AND (length <= 1000))) AS up_to_1000,
        countIf(((length >= 0) AND (length <= 10000))) AS up_to_10000,
        countIf(((length >= 0) AND (length <= 60000))) AS up_to_60000,
        countIf(((length >= 0) AND (length <= 300000))) AS up_to_300000,
        countIf(((length >= 0) AND (length <= 1800000))) AS up_to_1800000,
        countIf(((length >= 0) AND (length <= 3600000))) AS up_to_3600000,
        countIf(((length >= 0) AND (length <= 10800000))) AS up_to_10800000,
        countIf(((length >= 0) AND (length <= 21600000))) AS up_to_21600000,
        countIf(((length >= 0) AND (length <= 43200000))) AS up_to_43200000,
        countIf(((length >= 0) AND (length <= 86400000))) AS up_to_86400000,
        countIf(((length >= 0) AND (length <= 172800000))) AS up_to_172800000,
        countIf(((length >= 0) AND (length <= 259200000))) AS up_to_259200000,
        countIf(((length >= 0) AND (length <= 604800000))) AS up_to_604800000,
        countIf(((length >= 0) AND (length <= 1209600000))) AS up_to_1209600000,
        countIf(((length >= 0) AND (length <= 2592000000))) AS up_to_2592000000
    FROM
    (
        SELECT
            length,
            multiIf(((toUnixTimestamp64Milli(time) >= 1770526800000) AND (toUnixTimestamp64Milli(time) < 1773115200000)), roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1]))), -1) AS bucket
        FROM
        (
            SELECT
                done_at AS time,
                length
            FROM
            (
                SELECT
                    any(end_of_span.done_at) AS done_at,
                    min((toUnixTimestamp64Milli(end_of_span.done_at) - toUnixTimestamp64Milli(start_of_span.time))) AS length
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('entered')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                ) AS start_of_span
                INNER JOIN
                (
                    SELECT
                        user_key,
                        min(time) AS done_at
                    FROM
                    (
                        SELECT
                            user_key,
                            time
                        FROM
                        (
                            SELECT
                                journey_id,
                                user_key,
                                time,
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
                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                                ) AS with_filling
                            ) AS kept
                        ) AS conversions
                    ) AS conversions
                    GROUP BY user_key
                ) AS end_of_span ON start_of_span.user_key = end_of_span.user_key
                WHERE start_of_span.time <= end_of_span.done_at
                GROUP BY end_of_span.user_key
            ) AS spans
        ) AS lengths
    ) AS in_buckets
    GROUP BY
        GROUPING SETS (
            (),
            (bucket))
) AS groups
SETTINGS use_index_for_in_with_subqueries = 0;
