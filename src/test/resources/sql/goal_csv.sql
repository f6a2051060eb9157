-- GET /journeys/{journey}/goals/bought.csv?period=30d

SELECT
    if(((ascii(any(attributed.converter)) >= 48) AND (ascii(any(attributed.converter)) <= 57)) OR ((ascii(any(attributed.converter)) >= 65) AND (ascii(any(attributed.converter)) <= 122)) OR (NOT match(any(attributed.converter), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), any(attributed.converter), concat('\'', any(attributed.converter))),
    any(attributed.converted_at),
    uniqExactIf((entrance.time, entrance.event_key), ((entrance.journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (entrance.time <= attributed.converted_at))),
    nullIf(if(((ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) >= 48) AND (ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) <= 57)) OR ((ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) >= 65) AND (ascii(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step))) <= 122)) OR (NOT match(transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)), concat('\'', transform(any(attributed.step), ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], any(attributed.step)))), '')
FROM
(
    SELECT
        first.user_key AS user_key,
        first.converter AS converter,
        first.converted_at AS converted_at,
        multiIf(toUnixTimestamp64Milli(interaction.time) >= (toUnixTimestamp64Milli(first.converted_at) - 86400000), interaction.step, '') AS step
    FROM
    (
        SELECT
            user_key,
            any(user_id) AS converter,
            min(time) AS converted_at
        FROM
        (
            SELECT
                user_key,
                time,
                user_id
            FROM
            (
                SELECT
                    journey_id,
                    user_key,
                    time,
                    user_id,
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
                                reason
                            FROM events
                            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('goal_reached')) AND true AND true AND true AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
                        ) AS reported
                    ) AS with_number
                    WHERE number_in_table > 0
                ) AS reported
                UNION ALL
                SELECT
                    journey_id,
                    user_key,
                    time,
                    user_id,
                    arrayElement(CAST(['128'], 'Array(UInt64)'), number_in_table) AS goals_0
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
                reason
            FROM events
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_interacted')) AND true AND true AND true AND (time >= fromUnixTimestamp64Milli(toInt64(1770440400000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
        ) AS interactions
        WHERE (((type IN ('message_opened', 'message_clicked')) AND (channel = 'push') AND true AND true) OR ((type IN ('message_interacted')) AND (channel = 'in_app') AND true AND true) OR ((type IN ('message_opened', 'message_clicked')) AND (channel = 'email') AND true AND true) OR ((type IN ('message_delivered', 'message_clicked')) AND (channel = 'sms') AND true AND true) OR ((type IN ('message_clicked', 'message_read')) AND (channel = 'whatsapp') AND true AND true))
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
        reason
    FROM events
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('entered')) AND true AND true AND true AND true AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS entrance ON attributed.user_key = entrance.user_key
GROUP BY attributed.user_key
ORDER BY any(attributed.converter) ASC
SETTINGS use_index_for_in_with_subqueries = 0;
