-- GET /journeys/{journey}/stats/channels/push/messages?period=30d&goal=bought&attribution=last

SELECT
    (chosen = 0) AS is_none,
    toUInt8(bitAnd(bitAnd(chosen, 2097151), 7)) AS in_channel,
    if(bitShiftRight(bitAnd(chosen, 2097151), 3) = 0, '', arrayElement(arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
        SELECT arraySort(groupUniqArray(toString(seen)))
        FROM
        (
            SELECT toString(arrayJoin(counts.step_id)) AS seen
            FROM event_counts
            FINAL
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
            UNION ALL
            SELECT toString(step_id)
            FROM events
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                FROM rollup_progress
            )))
        )
        WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
    ), ['']), greatest(bitShiftRight(bitAnd(chosen, 2097151), 3), 1))) AS of_step,
    count(*)
FROM
(
    SELECT
        maxIf((bitShiftLeft(toUInt64(touch.touch_rank), 57) + bitShiftLeft((68719476735 - toUInt64(greatest(0, (toUnixTimestamp64Milli(done.done_at) - toUnixTimestamp64Milli(touch.time))))), 21)) + bitOr(bitShiftLeft(toUInt64(touch.step_number), 3), toUInt64(touch.channel_number)), ((touch.touch_rank > 0) AND (touch.time <= done.done_at) AND (toUInt64(greatest(0, (toUnixTimestamp64Milli(done.done_at) - toUnixTimestamp64Milli(touch.time)))) <= 86400000))) AS chosen,
        any(done.done_at) AS done_at
    FROM
    (
        SELECT
            user_key,
            time,
            step_number,
            channel_number,
            touch_rank
        FROM
        (
            SELECT
                user_key,
                time,
                toUInt32(transform(step_id, arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
                    SELECT arraySort(groupUniqArray(toString(seen)))
                    FROM
                    (
                        SELECT toString(arrayJoin(counts.step_id)) AS seen
                        FROM event_counts
                        FINAL
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
                        UNION ALL
                        SELECT toString(step_id)
                        FROM events
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                            SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                            FROM rollup_progress
                        )))
                    )
                    WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
                ), ['']), range(1, length(arrayConcat(['start', 'hello', 'pause', 'letter', 'end'], (
                    SELECT arraySort(groupUniqArray(toString(seen)))
                    FROM
                    (
                        SELECT toString(arrayJoin(counts.step_id)) AS seen
                        FROM event_counts
                        FINAL
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
                        UNION ALL
                        SELECT toString(step_id)
                        FROM events
                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
                            SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
                            FROM rollup_progress
                        )))
                    )
                    WHERE NOT has(['start', 'hello', 'pause', 'letter', 'end', ''], toString(seen))
                ), [''])) + 1), 0)) AS step_number,
                toUInt8(channel) AS channel_number,
                toUInt8(if((((type IN ('message_opened', 'message_clicked')) AND (channel = 'push')) OR ((type IN ('message_interacted')) AND (channel = 'in_app')) OR ((type IN ('message_opened', 'message_clicked')) AND (channel = 'email')) OR ((type IN ('message_delivered', 'message_clicked')) AND (channel = 'sms')) OR ((type IN ('message_clicked', 'message_read')) AND (channel = 'whatsapp'))), 2, 1)) AS touch_rank
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
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_interacted')) AND (time >= fromUnixTimestamp64Milli(toInt64(1770440400000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
            ) AS some
            WHERE (((type IN ('message_opened', 'message_clicked')) AND (channel = 'push')) OR ((type IN ('message_interacted')) AND (channel = 'in_app')) OR ((type IN ('message_opened', 'message_clicked')) AND (channel = 'email')) OR ((type IN ('message_delivered', 'message_clicked')) AND (channel = 'sms')) OR ((type IN ('message_clicked', 'message_read')) AND (channel = 'whatsapp')))
        ) AS numbered
        WHERE step_number > 0
    ) AS touch
    RIGHT JOIN
    (
        SELECT
            user_key,
            min(time) AS done_at
        FROM
        (
            SELECT
                user_key,
                time
            FROM
            (
                SELECT
                    journey_id,
                    user_key,
                    time,
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
                    user_key,
                    time,
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
        ) AS conversions
        GROUP BY user_key
    ) AS done ON touch.user_key = done.user_key
    GROUP BY done.user_key
) AS of_users
GROUP BY
    1,
    2,
    3
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(step_id) AS part,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'push'))) AS number_0,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'push'))) AS number_1,
    sumIf(number, ((type IN ('message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained')) AND (channel = 'push'))) AS number_2
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4421684) AND (quarter_hour < 4424560) AND (NOT false) AND (type IN ('message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained')) AND (channel = 'push'))
) AS events
GROUP BY step_id;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    toString(step_id) AS part,
    uniqExactIf(user_key, ((type IN ('message_sent')) AND (channel = 'push'))) AS number_0,
    uniqExactIf(user_key, ((type IN ('message_opened')) AND (channel = 'push'))) AS number_1,
    uniqExactIf(user_key, ((type IN ('message_clicked')) AND (channel = 'push'))) AS number_2
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_sent', 'message_opened', 'message_clicked')) AND (channel = 'push') AND (time >= fromUnixTimestamp64Milli(toInt64(1770526800000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1773115200000), 'UTC')))
) AS events
GROUP BY step_id;
