SELECT
    user_id,
    nullIf(tupleElement(device, 2), '') AS hwid,
    ['in_progress', 'exited', 'dropped_off'][kind] AS status,
    multiIf(
        kind = 2 AND tupleElement(lifecycle, 3) = 'cancel_event', concat('Exit by Cancel event: ', tupleElement(lifecycle, 4)),
        tupleElement(last_step, 1) >= entered_at, concat('Step ', toString(toUInt8(substring(tupleElement(last_step, 3), 6)))),
        '') AS last_step,
    entrances,
    last_entered_at,
    fromUnixTimestamp64Milli(updated_at - 2208988800000, 'UTC') AS updated_at
FROM (
    SELECT user_id, uniqExact(time, event_key) AS entrances, max(time) AS last_entered_at
    FROM user_entrances
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside}
    GROUP BY user_id
) AS entered
JOIN (
    SELECT user_id, device, lifecycle, tupleElement(lifecycle, 2) AS kind, last_step, entered_at, updated_at
    FROM user_states FINAL
    WHERE tenant_id = {tenant} AND journey_id = {journey}
) AS known USING user_id
ORDER BY user_id
SETTINGS optimize_aggregation_in_order = 1, join_algorithm = 'full_sorting_merge', date_time_output_format = 'iso',
    output_format_csv_crlf_end_of_line = 1, format_csv_null_representation = ''
FORMAT CSVWithNames
