-- GET /journeys/{journey}/timeline?user_id=ann

SELECT
    hwid,
    max(toUnixTimestamp64Milli(time)) AS seen_at
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann') AND (type IN ('entered', 'step_entered', 'step_completed', 'exited', 'dropped', 'message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained', 'goal_reached')))
) AS events
GROUP BY hwid
ORDER BY
    seen_at DESC,
    hwid DESC
LIMIT 1001;

SELECT
    toUnixTimestamp64Milli(time) AS at,
    transform(toString(type), ['entered', 'step_entered', 'step_completed', 'exited', 'dropped', 'message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained', 'goal_reached', 'custom'], range(1, 22), 0) AS rank,
    reinterpretAsInt64(event_key) AS key,
    step_id,
    channel,
    if(message_key = 0, '', lower(hex(toUInt64(message_key)))) AS message,
    goal_id,
    reason,
    event_name,
    link_url,
    hwid,
    properties,
    goals,
    arrayCount(entrance -> (entrance <= time), (
        SELECT groupArray(time)
        FROM
        (
            SELECT DISTINCT
                time,
                event_key
            FROM
            (
                SELECT *
                FROM user_entrances
                WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id = 'ann'))
            ) AS entrances
        ) AS each_entrance
    )) AS trip
FROM
(
    SELECT *
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
            properties,
            '' AS goals
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann'))
        ) AS of_journey
        UNION ALL
        SELECT
            custom_event.journey_id AS journey_id,
            custom_event.type AS type,
            custom_event.time AS time,
            custom_event.event_key AS event_key,
            custom_event.user_id AS user_id,
            custom_event.user_key AS user_key,
            custom_event.hwid AS hwid,
            custom_event.step_id AS step_id,
            custom_event.channel AS channel,
            custom_event.message_key AS message_key,
            custom_event.goal_id AS goal_id,
            custom_event.reason AS reason,
            custom_event.link_url AS link_url,
            custom_event.event_name AS event_name,
            custom_event.properties AS properties,
            converted.goals AS goals
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
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('00000000-0000-0000-0000-000000000000', 'UUID')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann'))
        ) AS custom_event
        INNER JOIN
        (
            SELECT
                time,
                event_key,
                concat('', if((bitAnd(goals_0, CAST('128', 'UInt64')) != 0), '1', '0')) AS goals
            FROM
            (
                SELECT
                    time,
                    event_key,
                    groupBitOr(goals_0) AS goals_0
                FROM
                (
                    SELECT
                        journey_id,
                        time,
                        event_key,
                        started,
                        goals_0
                    FROM
                    (
                        SELECT
                            start.journey_id AS journey_id,
                            start.time AS started,
                            done.time AS time,
                            done.event_key AS event_key,
                            bitAnd(done.goals_0, arrayElement(CAST(['128', '0'], 'Array(UInt64)'), transform(roundDown(toUInt64((toUnixTimestamp64Milli(done.time) - toUnixTimestamp64Milli(start.time))), [0, 86400000]), [0, 86400000], range(1, 3), 0))) AS goals_0
                        FROM
                        (
                            SELECT
                                matches.time,
                                matches.event_key,
                                matches.user_key,
                                matches.goals_0,
                                1 AS number_in_table
                            FROM
                            (
                                SELECT
                                    time,
                                    event_key,
                                    user_key,
                                    goals_0
                                FROM
                                (
                                    SELECT
                                        time,
                                        event_key,
                                        user_key,
                                        bitAnd((CAST('127', 'UInt64') + arraySum(cell -> arrayElement(CAST(['0', '1', '0'], 'Array(UInt64)'), cell), cells)), CAST('128', 'UInt64')) AS goals_0
                                    FROM
                                    (
                                        SELECT
                                            time,
                                            event_key,
                                            user_key,
                                            event_name,
                                            arrayMap(place -> transform(roundDown(place, [0, 4, 6]), [0, 4, 6], range(1, 4), 0), places) AS cells
                                        FROM
                                        (
                                            SELECT
                                                time,
                                                event_key,
                                                user_key,
                                                event_name,
                                                arrayConcat(arrayMap(e -> (toUInt64(((e.1) - 1) * 10) + multiIf((ascii(e.2) = ascii('"')), 6, (ascii(e.2) <= ascii('9')), transform(roundDown(toFloat64OrZero(e.2), [-1.7976931348623157e308, 50., 50.00000000000001]), [-1.7976931348623157e308, 50., 50.00000000000001], range(3, 6), 3), ascii(e.2) = ascii('t'), 2, ascii(e.2) = ascii('f'), 1, 0)), elements)) AS places
                                            FROM
                                            (
                                                SELECT
                                                    time,
                                                    event_key,
                                                    user_key,
                                                    event_name,
                                                    properties,
                                                    arrayFilter(e -> (((e.1) > 0) AND ((e.2) != 'null')), arrayMap(p -> (transform(p.1, ['amount'], range(1, 2), 0), p.2, p.1), JSONExtractKeysAndValuesRaw(properties))) AS elements
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
                                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('00000000-0000-0000-0000-000000000000', 'UUID')) AND (type = 'custom') AND (event_name IN ('purchase')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann'))
                                                ) AS custom
                                            ) AS with_elements
                                        ) AS with_places
                                    ) AS table_1
                                ) AS matched
                                WHERE (goals_0 != 0)
                            ) AS matches
                        ) AS done
                        ASOF INNER JOIN
                        (
                            SELECT *
                            FROM
                            (
                                SELECT
                                    journey_id,
                                    user_key,
                                    time,
                                    transform(CAST(multiIf(type = 'entered', '', step_id), 'String'), [''], range(1, 2), 0) AS number_in_table
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
                                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann') AND (type IN ('entered')))
                                ) AS starts
                                WHERE ((multiIf(type = 'entered', '', step_id) IN ('')) AND (user_key IN (
                                    SELECT user_key
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
                                        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('00000000-0000-0000-0000-000000000000', 'UUID')) AND (type = 'custom') AND (event_name IN ('purchase')) AND (user_key = reinterpretAsUInt128(sipHash128('ann'))) AND (user_id = 'ann'))
                                    ) AS named
                                )))
                            ) AS with_number
                            WHERE number_in_table > 0
                        ) AS start ON ((done.user_key = start.user_key) AND (done.number_in_table = start.number_in_table) AND (done.time >= start.time))
                    ) AS in_order
                    WHERE (goals_0 != 0)
                ) AS computed
                GROUP BY
                    time,
                    event_key
            ) AS by_event
        ) AS converted ON ((custom_event.time = converted.time) AND (custom_event.event_key = converted.event_key))
    ) AS events
    ORDER BY
        toUnixTimestamp64Milli(time) ASC,
        transform(toString(type), ['entered', 'step_entered', 'step_completed', 'exited', 'dropped', 'message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained', 'goal_reached', 'custom'], range(1, 22), 0) ASC,
        reinterpretAsInt64(event_key) ASC
    LIMIT 1 BY
        toUnixTimestamp64Milli(time),
        transform(toString(type), ['entered', 'step_entered', 'step_completed', 'exited', 'dropped', 'message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_opened', 'message_clicked', 'message_read', 'message_shown', 'message_interacted', 'message_dismissed', 'message_unsubscribed', 'message_hard_bounced', 'message_soft_bounced', 'message_complained', 'goal_reached', 'custom'], range(1, 22), 0),
        reinterpretAsInt64(event_key)
    LIMIT 51
)
ORDER BY
    at ASC,
    rank ASC,
    key ASC
SETTINGS use_index_for_in_with_subqueries = 0;

SELECT
    user_id,
    kind,
    reason,
    event_name,
    user_entered_at,
    user_step_at,
    last_step_id,
    last_hwid
FROM
(
    SELECT
        user_id,
        tupleElement(max(lifecycle), 2) AS kind,
        tupleElement(max(lifecycle), 3) AS reason,
        tupleElement(max(lifecycle), 4) AS event_name,
        max(entered_at) AS user_entered_at,
        tupleElement(max(last_step), 1) AS user_step_at,
        tupleElement(max(last_step), 3) AS last_step_id,
        tupleElement(max(device), 2) AS last_hwid,
        max(updated_at) AS user_updated_at
    FROM
    (
        SELECT *
        FROM user_states
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id = 'ann'))
    ) AS table_1
    GROUP BY user_id
) AS state_of_user;

SELECT uniqExact((time, event_key))
FROM
(
    SELECT *
    FROM user_entrances
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (user_id = 'ann'))
) AS entrances;
