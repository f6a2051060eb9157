-- GET /journeys/{journey}/stats/channels?period=30d

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
