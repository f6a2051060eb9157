-- GET /journeys/{journey}/stats/channels/email/messages/letter/links?period=30d

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    uniqExactIf(user_key, ((type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter'))) AS number_0,
    uniqExactIf(user_key, ((type IN ('message_clicked')) AND (channel = 'email') AND (step_id = 'letter'))) AS number_1
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent', 'message_clicked')) AND (channel = 'email') AND (step_id = 'letter') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events;

SELECT
    link_url,
    clicks,
    clicked_users,
    sum(clicks) OVER () AS all_clicks
FROM
(
    SELECT
        link_url,
        count(*) AS clicks,
        uniqExact(user_key) AS clicked_users
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
        FINAL
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (type IN ('message_clicked')) AND (channel = 'email') AND (step_id = 'letter') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
    ) AS clicked
    GROUP BY link_url
) AS by_link
ORDER BY
    clicks DESC,
    link_url ASC
LIMIT 100;
