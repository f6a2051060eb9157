WITH
    {entered} AS entered,
    (SELECT argMax(name, rows) FROM system.parts WHERE active AND database = currentDatabase() AND table = 'user_states') AS biggest
SELECT
    user_id,
    nullIf(hwid, '') AS hwid,
    ['in_progress', 'exited', 'dropped_off'][kind] AS status,
    multiIf(
        kind = 2 AND reason = 'cancel_event', concat('Exit by Cancel event: ', event_name),
        step_at >= entered_at, if(step = '', '', concat('Step ', toString(toUInt8OrZero(substring(step, 6))))),
        '') AS last_step,
    length(entered) AS entrances,
    fromUnixTimestamp64Milli(toInt64(bitShiftRight(arrayMax(entered), 64)) - 2208988800000, 'UTC') AS last_entered_at,
    fromUnixTimestamp64Milli(updated - 2208988800000, 'UTC') AS updated_at
FROM (
    SELECT
        user_id, tupleElement(device, 2) AS hwid,
        tupleElement(lifecycle, 2) AS kind, tupleElement(lifecycle, 3) AS reason, tupleElement(lifecycle, 4) AS event_name,
        entered_at, tupleElement(last_step, 1) AS step_at, tupleElement(last_step, 3) AS step, updated_at AS updated,
        entrance_keys AS keys
    FROM user_states
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND _part = biggest
        AND user_key NOT IN (SELECT user_key FROM user_states WHERE tenant_id = {tenant} AND journey_id = {journey} AND _part != biggest)
    UNION ALL
    SELECT
        user_id, tupleElement(max(device), 2),
        tupleElement(max(lifecycle), 2), tupleElement(max(lifecycle), 3), tupleElement(max(lifecycle), 4),
        max(entered_at), tupleElement(max(last_step), 1), tupleElement(max(last_step), 3), max(updated_at),
        groupUniqArrayArray(entrance_keys)
    FROM user_states
    WHERE tenant_id = {tenant} AND journey_id = {journey}
        AND user_key IN (SELECT user_key FROM user_states WHERE tenant_id = {tenant} AND journey_id = {journey} AND _part != biggest)
    GROUP BY user_id
)
WHERE notEmpty(entered)
ORDER BY user_id
SETTINGS use_index_for_in_with_subqueries = 0, enable_shared_storage_snapshot_in_query = 1, date_time_output_format = 'iso',
    output_format_csv_crlf_end_of_line = 1, format_csv_null_representation = ''
FORMAT CSVWithNames
