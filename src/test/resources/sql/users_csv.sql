-- GET /journeys/{journey}/users.csv?period=30d

SELECT
    if(((ascii(users.user_id) >= 48) AND (ascii(users.user_id) <= 57)) OR ((ascii(users.user_id) >= 65) AND (ascii(users.user_id) <= 122)) OR (NOT match(users.user_id, '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), users.user_id, concat('\'', users.user_id)),
    nullIf(if(((ascii(users.last_hwid) >= 48) AND (ascii(users.last_hwid) <= 57)) OR ((ascii(users.last_hwid) >= 65) AND (ascii(users.last_hwid) <= 122)) OR (NOT match(users.last_hwid, '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), users.last_hwid, concat('\'', users.last_hwid)), ''),
    nullIf(transform(users.kind, [1, 2, 3], ['in_progress', 'exited', 'dropped_off'], ''), ''),
    if(((ascii(multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), '')) >= 48) AND (ascii(multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), '')) <= 57)) OR ((ascii(multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), '')) >= 65) AND (ascii(multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), '')) <= 122)) OR (NOT match(multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), ''), '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), ''), concat('\'', multiIf(((users.kind = 2) AND (users.reason = 'cancel_event')), (concat('Exit by Cancel event: ', users.event_name)), users.user_step_at >= users.user_entered_at, transform(users.last_step_id, ['letter', 'start', 'end', 'hello', 'pause'], ['Letter', 'Start', 'End', 'Hello push', 'Pause'], users.last_step_id), ''))),
    users.entrances,
    fromUnixTimestamp64Milli(users.last_entered_at_ms, 'UTC'),
    fromUnixTimestamp64Milli((users.user_updated_at + -2208988800000), 'UTC')
FROM
(
    SELECT
        kind,
        reason,
        event_name,
        user_entered_at,
        user_step_at,
        last_step_id,
        last_hwid,
        user_updated_at,
        user_id,
        length(entered) AS entrances,
        toInt64(bitShiftRight(arrayMin(entered), 64)) + -2208988800000 AS first_entered_at_ms,
        toInt64(bitShiftRight(arrayMax(entered), 64)) + -2208988800000 AS last_entered_at_ms
    FROM
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
            updated_at AS user_updated_at,
            arrayFilter(key -> ((key >= toUInt128('73409105810534710524877209600000')) AND (key < toUInt128('73456853362895100328280064000000'))), entrance_keys) AS entered
        FROM user_states
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part = 'part_1') AND (NOT (user_key IN (
            SELECT user_key
            FROM
            (
                SELECT *
                FROM user_states
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part != 'part_1'))
            ) AS table_1
        ))) AND true)
        UNION ALL
        SELECT
            user_id,
            tupleElement(max(lifecycle), 2) AS kind,
            tupleElement(max(lifecycle), 3) AS reason,
            tupleElement(max(lifecycle), 4) AS event_name,
            max(entered_at) AS user_entered_at,
            tupleElement(max(last_step), 1) AS user_step_at,
            tupleElement(max(last_step), 3) AS last_step_id,
            tupleElement(max(device), 2) AS last_hwid,
            max(updated_at) AS user_updated_at,
            arrayFilter(key -> ((key >= toUInt128('73409105810534710524877209600000')) AND (key < toUInt128('73456853362895100328280064000000'))), groupUniqArrayArray(entrance_keys)) AS entered
        FROM user_states
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_key IN (
            SELECT user_key
            FROM
            (
                SELECT *
                FROM user_states
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (_part != 'part_1'))
            ) AS table_1
        )) AND true)
        GROUP BY user_id
    ) AS known
    WHERE (notEmpty(entered))
) AS users
WHERE kind != 0
ORDER BY users.user_id ASC
SETTINGS use_index_for_in_with_subqueries = 0, enable_shared_storage_snapshot_in_query = 1;

SELECT
    name,
    rows
FROM system.parts
WHERE (active AND (database = currentDatabase()) AND (`table` = 'user_states'));
