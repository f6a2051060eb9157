-- GET /journeys/{journey}/stats/flow?period=30d

SELECT
    toUInt8(bitShiftRight(what, 60)),
    if(toUInt32(bitAnd(bitShiftRight(what, 30), 1073741823)) = 0, '', arrayElement(arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
        SELECT arraySort(groupUniqArray(toString(seen)))
        FROM
        (
            SELECT toString(arrayJoin(counts.step_id)) AS seen
            FROM event_counts
            FINAL
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
            UNION ALL
            SELECT toString(step_id)
            FROM events
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                FROM rollup_progress
            )))
        )
        WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
    ), ['']), greatest(toUInt32(bitAnd(bitShiftRight(what, 30), 1073741823)), 1))),
    toUInt8(toUInt32(bitAnd(what, 1073741823)) >= 262144),
    toUInt32(toUInt32(bitAnd(what, 1073741823)) % 262144),
    if(if(toUInt32(bitAnd(what, 1073741823)) >= 262144, 0, toUInt32(bitAnd(what, 1073741823))) = 0, '', arrayElement(arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
        SELECT arraySort(groupUniqArray(toString(seen)))
        FROM
        (
            SELECT toString(arrayJoin(counts.step_id)) AS seen
            FROM event_counts
            FINAL
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
            UNION ALL
            SELECT toString(step_id)
            FROM events
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                FROM rollup_progress
            )))
        )
        WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
    ), ['']), greatest(if(toUInt32(bitAnd(what, 1073741823)) >= 262144, 0, toUInt32(bitAnd(what, 1073741823))), 1))),
    number
FROM
(
    SELECT
        what,
        count(*) AS number
    FROM
    (
        SELECT arrayJoin(arrayConcat(arrayMap((f, t) -> (bitShiftLeft(toUInt64(f), 30) + t), arrayPushFront(visits, 0), arrayPushBack(visits, 262144 + end_number)), arrayMap(s -> (bitShiftLeft(toUInt64(1), 60) + s), arrayDistinct(visits)), arrayMap(s -> (bitShiftLeft(toUInt64(2), 60) + s), completions))) AS what
        FROM
        (
            SELECT
                arrayCompact(arrayMap(c -> toUInt32(c % 262144), arrayFilter(c -> ((c >= 262144) AND (c <= 786431)), codes))) AS visits,
                arrayDistinct(arrayMap(c -> toUInt32(c % 262144), arrayFilter(c -> ((c >= 524288) AND (c <= 786431)), codes))) AS completions,
                toUInt32(if(arrayExists(c -> (c >= 786432), codes), arrayLast(c -> (c >= 786432), codes) - 786432, if(is_last = 1, 2, 3))) AS end_number,
                started_at_ms
            FROM
            (
                SELECT
                    arrayMap(e -> toUInt32(bitAnd(e, 1048575)), trip) AS codes,
                    toInt64(bitShiftRight(trip[1], 20)) - 2208988800000 AS started_at_ms,
                    trip_number = trips_of_user AS is_last
                FROM
                (
                    SELECT
                        numbered.1 AS trip,
                        numbered.2 AS trip_number,
                        trips_of_user
                    FROM
                    (
                        SELECT
                            arrayJoin(arrayZip(parts, arrayEnumerate(parts))) AS numbered,
                            length(parts) AS trips_of_user
                        FROM
                        (
                            SELECT arraySplit(e -> (bitAnd(e, 1048575) = 0), way) AS parts
                            FROM
                            (
                                SELECT
                                    user_key,
                                    arraySort(groupArray(event)) AS way
                                FROM
                                (
                                    SELECT
                                        user_key,
                                        bitShiftLeft(toUInt64(toUnixTimestamp64Milli(time) + 2208988800000), 20) + toUInt64(0) AS event
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
                                        FINAL
                                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('entered')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')))
                                    ) AS entrances
                                    WHERE (user_key IN (
                                        SELECT user_key
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
                                            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('entered')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                                        ) AS entrances
                                    ))
                                    UNION ALL
                                    SELECT
                                        user_key,
                                        bitShiftLeft(toUInt64(toUnixTimestamp64Milli(time) + 2208988800000), 20) + toUInt64(multiIf(type = 'step_entered', 262144 + step_number, type = 'step_completed', 524288 + step_number, type = 'exited', 786432, 786432 + 1)) AS event
                                    FROM
                                    (
                                        SELECT
                                            others.journey_id,
                                            others.type,
                                            others.time,
                                            others.event_key,
                                            others.user_id,
                                            others.user_key,
                                            others.hwid,
                                            others.step_id,
                                            others.channel,
                                            others.message_key,
                                            others.goal_id,
                                            others.reason,
                                            others.link_url,
                                            toUInt32(transform(step_id, arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
                                                SELECT arraySort(groupUniqArray(toString(seen)))
                                                FROM
                                                (
                                                    SELECT toString(arrayJoin(counts.step_id)) AS seen
                                                    FROM event_counts
                                                    FINAL
                                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
                                                    UNION ALL
                                                    SELECT toString(step_id)
                                                    FROM events
                                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                                                        SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                                                        FROM rollup_progress
                                                    )))
                                                )
                                                WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
                                            ), ['']), range(1, length(arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
                                                SELECT arraySort(groupUniqArray(toString(seen)))
                                                FROM
                                                (
                                                    SELECT toString(arrayJoin(counts.step_id)) AS seen
                                                    FROM event_counts
                                                    FINAL
                                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
                                                    UNION ALL
                                                    SELECT toString(step_id)
                                                    FROM events
                                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                                                        SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                                                        FROM rollup_progress
                                                    )))
                                                )
                                                WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
                                            ), [''])) + 1), 0)) AS step_number
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
                                            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('step_entered', 'step_completed', 'exited', 'dropped')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')))
                                        ) AS others
                                    ) AS with_step
                                    WHERE ((user_key IN (
                                        SELECT user_key
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
                                            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('entered')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                                        ) AS entrances
                                    )) AND ((step_number > 0) OR (type IN ('exited', 'dropped'))))
                                ) AS events
                                GROUP BY user_key
                            ) AS ways
                        ) AS cut
                    ) AS of_user
                ) AS each
                WHERE (((trip[1]) % 1048576) = 0)
            ) AS started
            WHERE ((started_at_ms >= 1770526800000) AND (started_at_ms < 1773115200000))
        ) AS trips
    ) AS parts
    GROUP BY what
) AS counted
SETTINGS use_index_for_in_with_subqueries = 0;
