-- GET /journeys/{journey}/goals/bought.csv?period=30d

SELECT
    if(((ascii(any(attributed.converter)) >= 48) AND (ascii(any(attributed.converter)) <= 57)) OR ((ascii(any(attributed.converter)) >= 65) AND (ascii(any(attributed.converter)) <= 122)) OR (NOT match(any(attributed.converter), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), any(attributed.converter), concat('\'', any(attributed.converter))),
    any(attributed.converted_at),
    uniqExactIf((entrance.time, entrance.event_key), ((entrance.journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (entrance.time <= attributed.converted_at))),
    nullIf(if(((ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) >= 48) AND (ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) <= 57)) OR ((ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) >= 65) AND (ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) <= 122)) OR (NOT match(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)), concat('\'', transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)))), ''),
    any(attributed.conversions_of_user),
    nullIf(if(((ascii(any(attributed.values_of_user)) >= 48) AND (ascii(any(attributed.values_of_user)) <= 57)) OR ((ascii(any(attributed.values_of_user)) >= 65) AND (ascii(any(attributed.values_of_user)) <= 122)) OR (NOT match(any(attributed.values_of_user), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), any(attributed.values_of_user), concat('\'', any(attributed.values_of_user))), '')
FROM
(
    SELECT
        first.user_key AS user_key,
        first.converter AS converter,
        first.converted_at AS converted_at,
        first.conversions_of_user AS conversions_of_user,
        first.values_of_user AS values_of_user,
        multiIf(toUnixTimestamp64Milli(interaction.time) >= (toUnixTimestamp64Milli(first.converted_at) - 86400000), interaction.step, '') AS step
    FROM
    (
        SELECT
            user_key,
            any(converter_of_user) AS converter,
            min(first_at) AS converted_at,
            sum(events) AS conversions_of_user,
            arrayStringConcat(arrayMap(one -> trimLeft(concat(one.2, ' ', toDecimalString(negate(one.1), 4))), arraySort(one -> (one.1, (one.2) = '', one.2), groupArrayIf((negate(assumeNotNull(total)), currency), isNotNull(total)))), '; ') AS values_of_user
        FROM
        (
            SELECT
                user_key,
                currency,
                any(converter) AS converter_of_user,
                min(time) AS first_at,
                count(*) AS events,
                sum(worth) AS total
            FROM
            (
                SELECT
                    user_key,
                    type,
                    time,
                    event_key,
                    any(user_id) AS converter,
                    if(abs(if((ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) = 45) OR ((ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) >= 48) AND (ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) <= 57)), toDecimal128OrNull(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2)), 5), NULL)) < toDecimal128('1000000000000000', 5), round(if((ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) = 45) OR ((ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) >= 48) AND (ascii(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2))) <= 57)), toDecimal128OrNull(if(countSubstrings(any(properties), '{') <= 1, simpleJSONExtractRaw(any(properties), 'amount'), arrayElement(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayFirstIndex((part, next, depth) -> ((part = '"amount"') AND (next = ':') AND (depth = 1)), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'), arrayPushBack(arrayPopFront(extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+')), ''), arrayCumSum(part -> multiIf((part IN ('{', '[')), 1, (part IN ('}', ']')), -1, 0), extractAll(any(properties), '"(?:[^"\\\\]|\\\\.)*"|[{}\\[\\],:]|[^"{}\\[\\],:]+'))) + 2)), 5), NULL), 4), NULL) AS worth,
                    'EUR' AS currency
                FROM
                (
                    SELECT
                        user_key,
                        type,
                        time,
                        event_key,
                        user_id,
                        properties
                    FROM
                    (
                        SELECT
                            journey_id,
                            user_key,
                            type,
                            time,
                            event_key,
                            user_id,
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
                            user_key,
                            type,
                            time,
                            event_key,
                            user_id,
                            properties,
                            goals_0
                        FROM
                        (
                            SELECT
                                start.journey_id AS journey_id,
                                start.time AS started,
                                done.user_key AS user_key,
                                done.type AS type,
                                done.time AS time,
                                done.event_key AS event_key,
                                done.user_id AS user_id,
                                done.properties AS properties,
                                bitAnd(done.goals_0, arrayElement(CAST(['128', '0'], 'Array(UInt64)'), transform(roundDown(toUInt64((toUnixTimestamp64Milli(done.time) - toUnixTimestamp64Milli(start.time))), [0, 86400000]), [0, 86400000], range(1, 3), 0))) AS goals_0
                            FROM
                            (
                                SELECT
                                    matches.user_key,
                                    matches.type,
                                    matches.time,
                                    matches.event_key,
                                    matches.user_id,
                                    matches.properties,
                                    matches.goals_0,
                                    1 AS number_in_table
                                FROM
                                (
                                    SELECT
                                        user_key,
                                        type,
                                        time,
                                        event_key,
                                        user_id,
                                        properties,
                                        goals_0
                                    FROM
                                    (
                                        SELECT
                                            user_key,
                                            type,
                                            time,
                                            event_key,
                                            user_id,
                                            properties,
                                            bitAnd((CAST('127', 'UInt64') + arraySum(cell -> arrayElement(CAST(['0', '1', '0'], 'Array(UInt64)'), cell), cells)), CAST('128', 'UInt64')) AS goals_0
                                        FROM
                                        (
                                            SELECT
                                                user_key,
                                                type,
                                                time,
                                                event_key,
                                                user_id,
                                                properties,
                                                event_name,
                                                arrayMap(place -> transform(roundDown(place, [0, 4, 6]), [0, 4, 6], range(1, 4), 0), places) AS cells
                                            FROM
                                            (
                                                SELECT
                                                    user_key,
                                                    type,
                                                    time,
                                                    event_key,
                                                    user_id,
                                                    properties,
                                                    event_name,
                                                    arrayConcat(arrayMap(e -> (toUInt64(((e.1) - 1) * 10) + multiIf((ascii(e.2) = ascii('"')), 6, (ascii(e.2) <= ascii('9')), transform(roundDown(toFloat64OrZero(e.2), [-1.7976931348623157e308, 50., 50.00000000000001]), [-1.7976931348623157e308, 50., 50.00000000000001], range(3, 6), 3), ascii(e.2) = ascii('t'), 2, ascii(e.2) = ascii('f'), 1, 0)), elements)) AS places
                                                FROM
                                                (
                                                    SELECT
                                                        user_key,
                                                        type,
                                                        time,
                                                        event_key,
                                                        user_id,
                                                        properties,
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
                ) AS conversions
                GROUP BY
                    user_key,
                    type,
                    time,
                    event_key
            ) AS by_event
            GROUP BY
                user_key,
                currency
        ) AS by_currency
        GROUP BY user_key
    ) AS first
    ASOF LEFT JOIN
    (
        SELECT
            user_key,
            time,
            max(step_id) AS step
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_interacted')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770440400000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
        ) AS interactions
        WHERE (((type IN ('message_opened', 'message_clicked')) AND (channel = 'push')) OR ((type IN ('message_interacted')) AND (channel = 'in_app')) OR ((type IN ('message_opened', 'message_clicked')) AND (channel = 'email')) OR ((type IN ('message_delivered', 'message_clicked')) AND (channel = 'sms')) OR ((type IN ('message_clicked', 'message_read')) AND (channel = 'whatsapp')))
        GROUP BY
            user_key,
            time
    ) AS interaction ON ((first.user_key = interaction.user_key) AND (first.converted_at >= interaction.time))
) AS attributed
LEFT JOIN
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
) AS entrance ON attributed.user_key = entrance.user_key
GROUP BY attributed.user_key
ORDER BY any(attributed.converter) ASC
SETTINGS use_index_for_in_with_subqueries = 0;
