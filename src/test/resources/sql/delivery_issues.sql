-- GET /journeys/{journey}/stats/channels/push/delivery-issues?period=30d

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    uniqExactIf(user_key, ((type IN ('step_entered')) AND (channel = 'push'))) AS number_0
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('step_entered')) AND (channel = 'push') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(reason) AS part,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push'))) AS number_0,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'push'))) AS number_1
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('message_failed', 'message_skipped')) AND (channel = 'push'))
) AS events
GROUP BY reason;
