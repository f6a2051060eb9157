-- GET /journeys/{journey}/stats/channels/push?period=30d&interval=day

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])))) AS part,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'push'))) AS number_0,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push'))) AS number_1,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'push'))) AS number_2
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('message_sent', 'message_failed', 'message_skipped')) AND (channel = 'push'))
) AS events
GROUP BY roundDown(at, arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])));

SELECT
    0 AS position,
    toUInt64(grouping(roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1]))))) AS is_of_all,
    toString(roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])))) AS part,
    uniqExactIf(message_key, ((type IN ('message_opened')) AND (channel = 'push'))) AS number_0,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'push'))) AS number_1
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('step_entered', 'message_opened')) AND (channel = 'push') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events
GROUP BY
    GROUPING SETS (
        (roundDown(toUnixTimestamp64Milli(time), arrayFlatten(arrayMap((first, step, length) -> arrayMap(i -> toInt64(first + (i * step)), range(length)), [1770526800000, 1773028800000], [86400000, 0], [29, 1])))),
        ());
