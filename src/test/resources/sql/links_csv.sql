-- GET /journeys/{journey}/stats/channels/email/messages/letter/links.csv?period=30d

SELECT
    nullIf(if(((ascii(link_url) >= 48) AND (ascii(link_url) <= 57)) OR ((ascii(link_url) >= 65) AND (ascii(link_url) <= 122)) OR (NOT match(link_url, '^\'*(?:[\\t\\r\\n]|[\\x{0}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}-\\x{AD}\\x{34F}-\\x{34F}\\x{600}-\\x{605}\\x{61C}-\\x{61C}\\x{6DD}-\\x{6DD}\\x{70F}-\\x{70F}\\x{890}-\\x{891}\\x{8E2}-\\x{8E2}\\x{115F}-\\x{1160}\\x{1680}-\\x{1680}\\x{180E}-\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{2800}-\\x{2800}\\x{3000}-\\x{3000}\\x{3164}-\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}-\\x{FEFF}\\x{FFA0}-\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{110BD}-\\x{110BD}\\x{110CD}-\\x{110CD}\\x{13430}-\\x{1343F}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0001}-\\x{E0001}\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}])')), link_url, concat('\'', link_url)), ''),
    clicks,
    clicked_users,
    if((
        SELECT uniqExactIf(user_key, ((type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter')))
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
        ) AS sent
    ) = 0, NULL, toDecimal64(intDivOrZero((clicked_users * 20000) + (
        SELECT uniqExactIf(user_key, ((type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter')))
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
        ) AS sent
    ), 2 * (
        SELECT uniqExactIf(user_key, ((type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter')))
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent')) AND (channel = 'email') AND (step_id = 'letter') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
        ) AS sent
    )), 2) / 100)
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
SETTINGS output_format_decimal_trailing_zeros = 1;
