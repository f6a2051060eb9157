-- GET /journeys/{journey}/stats/overview?period=30d

SELECT
    '',
    journey_id,
    countIf((bitAnd(goals_0, CAST('1', 'UInt64')) != 0)),
    countIf((bitAnd(goals_0, CAST('2', 'UInt64')) != 0))
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
    ) AS grouped
    GROUP BY
        journey_id,
        user_key
) AS reached
GROUP BY journey_id
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    0 AS group,
    countIf((bitAnd(goals_0, CAST('1', 'UInt64')) != 0)),
    countIf((bitAnd(goals_0, CAST('2', 'UInt64')) != 0))
FROM
(
    SELECT
        type,
        time,
        event_key,
        groupBitOr(goals_0) AS goals_0
    FROM
    (
        SELECT
            journey_id,
            type,
            time,
            event_key,
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                ) AS reported
            ) AS with_number
            WHERE number_in_table > 0
        ) AS reported
        UNION ALL
        SELECT
            journey_id,
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
        ) AS kept
    ) AS conversions
    GROUP BY
        type,
        time,
        event_key
) AS by_event
GROUP BY group
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    uniqExactIf(message_key, ((type IN ('message_opened')) AND (channel = 'push'))) AS number_0,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'push'))) AS number_1,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'in_app'))) AS number_2,
    uniqExactIf(user_key, ((type IN ('message_delivered')) AND (channel = 'email'))) AS number_3,
    uniqExactIf((step_id, user_key), ((type IN ('message_opened')) AND (channel = 'email'))) AS number_4,
    uniqExactIf((step_id, user_key), ((type IN ('message_clicked')) AND (channel = 'email'))) AS number_5,
    uniqExactIf((step_id, user_key), ((type IN ('message_unsubscribed')) AND (channel = 'email'))) AS number_6,
    uniqExactIf((step_id, user_key), ((type IN ('message_complained')) AND (channel = 'email'))) AS number_7,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'email'))) AS number_8,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'sms'))) AS number_9,
    uniqExactIf(message_key, ((type IN ('message_delivered', 'message_read')) AND (channel = 'whatsapp'))) AS number_10,
    uniqExactIf(message_key, ((type IN ('message_read')) AND (channel = 'whatsapp'))) AS number_11,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'whatsapp'))) AS number_12
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('step_entered', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_unsubscribed', 'message_complained')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])))) AS part,
    sumIf(number, (type IN ('entered'))) AS number_0,
    sumIf(number, (type IN ('exited'))) AS number_1,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'internal_error'))) AS number_2,
    sumIf(number, ((type IN ('dropped')) AND (reason = 'sending_error'))) AS number_3,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'push'))) AS number_4,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push'))) AS number_5,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'push'))) AS number_6,
    sumIf(number, ((type IN ('message_shown')) AND (channel = 'in_app'))) AS number_7,
    sumIf(number, ((type IN ('message_interacted')) AND (channel = 'in_app'))) AS number_8,
    sumIf(number, ((type IN ('message_dismissed')) AND (channel = 'in_app'))) AS number_9,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'in_app'))) AS number_10,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'in_app'))) AS number_11,
    sumIf(number, ((type IN ('message_delivered')) AND (channel = 'email'))) AS number_12,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'email'))) AS number_13,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'email'))) AS number_14,
    sumIf(number, ((type IN ('message_hard_bounced')) AND (channel = 'email'))) AS number_15,
    sumIf(number, ((type IN ('message_soft_bounced')) AND (channel = 'email'))) AS number_16,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'email'))) AS number_17,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'sms'))) AS number_18,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'sms'))) AS number_19,
    sumIf(number, ((type IN ('message_delivered')) AND (channel = 'sms'))) AS number_20,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'sms'))) AS number_21,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'whatsapp'))) AS number_22,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'whatsapp'))) AS number_23,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'whatsapp'))) AS number_24
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('entered', 'exited', 'dropped', 'message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_shown', 'message_interacted', 'message_dismissed', 'message_hard_bounced', 'message_soft_bounced')))
) AS events
GROUP BY roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])));

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
            roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000], [86400000], [29]))) AS group
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
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')))
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')))
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
            roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1773028800000], [0], [1]))) AS group
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
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('goal_reached')) AND (time >= fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
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
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (filling IN (1)) AND (time >= fromUnixTimestamp64Milli(toInt64(1773028800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
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
    tupleElement(worth, 1) AS goal,
    tupleElement(worth, 3) AS currency,
    toString(sum(assumeNotNull(tupleElement(worth, 2)))) AS value,
    count(*) AS conversions
FROM
(
    SELECT
        0 AS group,
        arrayJoin(arrayFilter(one -> isNotNull(tupleElement(one, 2)), [(0, if((bitAnd(goals_0, CAST('128', 'UInt64')) != 0), if(abs(if((ascii(text_0) = 45) OR ((ascii(text_0) >= 48) AND (ascii(text_0) <= 57)), toDecimal128OrNull(text_0, 5), NULL)) < toDecimal128('1000000000000000', 5), round(if((ascii(text_0) = 45) OR ((ascii(text_0) >= 48) AND (ascii(text_0) <= 57)), toDecimal128OrNull(text_0, 5), NULL), 4), NULL), NULL), 'EUR')])) AS worth
    FROM
    (
        SELECT
            by_event.type,
            by_event.time,
            by_event.event_key,
            by_event.properties_of_event,
            by_event.goals_0,
            if(countSubstrings(properties_of_event, '{') <= 1, simpleJSONExtractRaw(properties_of_event, 'amount'), arrayElement(extractAll(properties_of_event, '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(properties_of_event, '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(properties_of_event, '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(properties_of_event, '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2)) AS text_0
        FROM
        (
            SELECT
                type,
                time,
                event_key,
                any(properties) AS properties_of_event,
                groupBitOr(goals_0) AS goals_0
            FROM
            (
                SELECT
                    journey_id,
                    type,
                    time,
                    event_key,
                    properties,
                    arrayElement(CAST(['128'], 'Array(UInt64)'), number_in_table) AS goals_0
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
                    type,
                    time,
                    event_key,
                    properties,
                    goals_0
                FROM
                (
                    SELECT
                        start.journey_id AS journey_id,
                        start.time AS started,
                        done.type AS type,
                        done.time AS time,
                        done.event_key AS event_key,
                        done.properties AS properties,
                        bitAnd(done.goals_0, arrayElement(CAST(['128', '0'], 'Array(UInt64)'), transform(roundDown(toUInt64((toUnixTimestamp64Milli(done.time) - toUnixTimestamp64Milli(start.time))), [0, 86400000]), [0, 86400000], range(1, 3), 0))) AS goals_0
                    FROM
                    (
                        SELECT
                            matches.type,
                            matches.time,
                            matches.event_key,
                            matches.properties,
                            matches.user_key,
                            matches.goals_0,
                            1 AS number_in_table
                        FROM
                        (
                            SELECT
                                type,
                                time,
                                event_key,
                                properties,
                                user_key,
                                goals_0
                            FROM
                            (
                                SELECT
                                    type,
                                    time,
                                    event_key,
                                    properties,
                                    user_key,
                                    bitAnd((CAST('127', 'UInt64') + arraySum(cell -> arrayElement(CAST(['0', '1', '0'], 'Array(UInt64)'), cell), cells)), CAST('128', 'UInt64')) AS goals_0
                                FROM
                                (
                                    SELECT
                                        type,
                                        time,
                                        event_key,
                                        properties,
                                        user_key,
                                        event_name,
                                        arrayMap(place -> transform(roundDown(place, [0, 4, 6]), [0, 4, 6], range(1, 4), 0), places) AS cells
                                    FROM
                                    (
                                        SELECT
                                            type,
                                            time,
                                            event_key,
                                            properties,
                                            user_key,
                                            event_name,
                                            arrayConcat(arrayMap(e -> (toUInt64(((e.1) - 1) * 10) + multiIf((ascii(e.2) = ascii('"')), 6, (ascii(e.2) <= ascii('9')), transform(roundDown(toFloat64OrZero(e.2), [-1.7976931348623157e308, 50., 50.00000000000001]), [-1.7976931348623157e308, 50., 50.00000000000001], range(3, 6), 3), ascii(e.2) = ascii('t'), 2, ascii(e.2) = ascii('f'), 1, 0)), elements)) AS places
                                        FROM
                                        (
                                            SELECT
                                                type,
                                                time,
                                                event_key,
                                                properties,
                                                user_key,
                                                event_name,
                                                arrayFilter(e -> (((e.1) > 0) AND ((e.2) != 'null')), arrayMap(p -> (transform(p.1, ['amount'], range(1, 2), 0), p.2, p.1), JSONExtractKeysAndValuesRaw(properties))) AS elements
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
                                                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('00000000-0000-0000-0000-000000000000', 'UUID')) AND (type = 'custom') AND (event_name IN ('purchase')) AND true AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                                            ) AS custom
                                        ) AS with_elements
                                    ) AS with_places
                                ) AS table_1
                            ) AS matched
                            WHERE (goals_0 != 0)
                        ) AS matches
                    ) AS done
                    ASOF INNER JOIN
                    (
                        SELECT *
                        FROM
                        (
                            SELECT
                                journey_id,
                                user_key,
                                time,
                                transform(CAST(multiIf(type = 'entered', '', step_id), 'String'), [''], range(1, 2), 0) AS number_in_table
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
                                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('entered')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770440400000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                            ) AS starts
                            WHERE ((multiIf(type = 'entered', '', step_id) IN ('')) AND (user_key IN (
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
                                        link_url,
                                        event_name,
                                        properties
                                    FROM events
                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('00000000-0000-0000-0000-000000000000', 'UUID')) AND (type = 'custom') AND (event_name IN ('purchase')) AND true AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                                ) AS named
                            )))
                        ) AS with_number
                        WHERE number_in_table > 0
                    ) AS start ON ((done.user_key = start.user_key) AND (done.number_in_table = start.number_in_table) AND (done.time >= start.time))
                ) AS in_order
                WHERE (goals_0 != 0)
            ) AS conversions
            GROUP BY
                type,
                time,
                event_key
        ) AS by_event
    ) AS with_texts
) AS each
GROUP BY
    group,
    tupleElement(worth, 1),
    tupleElement(worth, 3)
SETTINGS use_index_for_in_with_subqueries = 0;

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

SELECT DISTINCT seen
FROM
(
    SELECT arrayJoin(counts.channel) AS seen
    FROM event_counts
    FINAL
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (notEmpty(counts.type)) AND (NOT false))
    UNION ALL
    SELECT channel
    FROM events
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')) AND (inserted_at > (
        SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
        FROM rollup_progress
    )))
) AS channels;
