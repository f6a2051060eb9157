-- GET /journeys/{journey}/stats/channels/push/delivery-issues?period=30d

SELECT
    0 AS position,
    '' AS part,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push') AND true AND true)) AS number_0,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'push') AND true AND true)) AS number_1
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('message_failed', 'message_skipped')) AND (channel = 'push') AND true AND true)
) AS events
UNION ALL
SELECT
    1 AS position,
    toString(reason) AS part,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push') AND true AND true)) AS number_0,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'push') AND true AND true)) AS number_1
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('message_failed', 'message_skipped')) AND (channel = 'push') AND true AND true)
) AS events
GROUP BY reason;

SELECT
    0 AS position,
    '' AS part,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'push') AND true AND true)) AS number_0
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('step_entered')) AND (channel = 'push') AND true AND true AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events;

SELECT
    journey_id,
    arrayStringConcat(arrayMap(q -> toString(q), groupUniqArray(intDiv(toUnixTimestamp64Milli(time) + 2208988800000, 900000))), ',')
FROM events
WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')) AND (inserted_at > (
    SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
    FROM rollup_progress
)))
GROUP BY journey_id;
