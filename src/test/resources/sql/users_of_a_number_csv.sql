-- GET /journeys/{journey}/stats/users.csv?metric=count&goal=bought&period=30d

SELECT
    if(((ascii(behind.user_id) >= 48) AND (ascii(behind.user_id) <= 57)) OR ((ascii(behind.user_id) >= 65) AND (ascii(behind.user_id) <= 122)) OR (NOT match(behind.user_id, '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), behind.user_id, concat('\'', behind.user_id)),
    nullIf(if(((ascii(state_of_user.last_hwid) >= 48) AND (ascii(state_of_user.last_hwid) <= 57)) OR ((ascii(state_of_user.last_hwid) >= 65) AND (ascii(state_of_user.last_hwid) <= 122)) OR (NOT match(state_of_user.last_hwid, '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), state_of_user.last_hwid, concat('\'', state_of_user.last_hwid)), ''),
    nullIf(transform(state_of_user.kind, [1, 2, 3], ['in_progress', 'exited', 'dropped_off'], ''), ''),
    if(((ascii(multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), '')) >= 48) AND (ascii(multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), '')) <= 57)) OR ((ascii(multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), '')) >= 65) AND (ascii(multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), '')) <= 122)) OR (NOT match(multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), ''), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), ''), concat('\'', multiIf(((state_of_user.kind = 2) AND (state_of_user.reason = 'cancel_event')), (concat('Exit by Cancel event: ', state_of_user.event_name)), state_of_user.user_step_at >= state_of_user.user_entered_at, transform(state_of_user.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], state_of_user.last_step_id), ''))),
    behind.number,
    fromUnixTimestamp64Milli(behind.first_at_ms, 'UTC'),
    fromUnixTimestamp64Milli(behind.last_at_ms, 'UTC')
FROM
(
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
            ) AS kept
        ) AS conversions
    ) AS deeds
    GROUP BY user_id
) AS behind
LEFT JOIN
(
    SELECT
        user_id,
        tupleElement(lifecycle, 2) AS kind,
        tupleElement(lifecycle, 3) AS reason,
        tupleElement(lifecycle, 4) AS event_name,
        entered_at AS user_entered_at,
        tupleElement(last_step, 1) AS user_step_at,
        tupleElement(last_step, 3) AS last_step_id,
        tupleElement(device, 2) AS last_hwid,
        updated_at AS user_updated_at
    FROM
    (
        SELECT *
        FROM user_states
        FINAL
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id IN (
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
            ) AS kept
        )))
    ) AS table_1
) AS state_of_user ON behind.user_id = state_of_user.user_id
ORDER BY behind.user_id ASC
SETTINGS use_index_for_in_with_subqueries = 0, enable_shared_storage_snapshot_in_query = 1;

SELECT
    name,
    rows
FROM system.parts
WHERE (active AND (database = currentDatabase()) AND (`table` = 'user_states'));
