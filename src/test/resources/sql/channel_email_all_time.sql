-- GET /journeys/{journey}/stats/channels/email?period=all&interval=month

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    sumIf(number, ((type IN ('message_delivered')) AND (channel = 'email'))) AS number_0,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'email'))) AS number_1,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'email'))) AS number_2,
    sumIf(number, ((type IN ('message_hard_bounced')) AND (channel = 'email'))) AS number_3,
    sumIf(number, ((type IN ('message_soft_bounced')) AND (channel = 'email'))) AS number_4,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'email'))) AS number_5
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (quarter_hour >= 4423700) AND (quarter_hour < 4426672) AND (NOT false) AND (type IN ('message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_hard_bounced', 'message_soft_bounced')) AND (channel = 'email'))
) AS events
UNION ALL
SELECT
    1 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    sumIf(number, ((type IN ('message_delivered')) AND (channel = 'email'))) AS number_0,
    sumIf(number, ((type IN ('message_sent')) AND (channel = 'email'))) AS number_1,
    sumIf(number, ((type IN ('message_failed')) AND (channel = 'email'))) AS number_2,
    sumIf(number, ((type IN ('message_hard_bounced')) AND (channel = 'email'))) AS number_3,
    sumIf(number, ((type IN ('message_soft_bounced')) AND (channel = 'email'))) AS number_4,
    sumIf(number, ((type IN ('message_skipped')) AND (channel = 'email'))) AS number_5
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (NOT false) AND (type IN ('message_sent', 'message_failed', 'message_skipped', 'message_delivered', 'message_hard_bounced', 'message_soft_bounced')) AND (channel = 'email'))
) AS events;

SELECT
    0 AS position,
    toUInt64(0) AS is_of_all,
    '' AS part,
    uniqExactIf(user_key, ((type IN ('message_delivered')) AND (channel = 'email'))) AS number_0,
    uniqExactIf((step_id, user_key), ((type IN ('message_opened')) AND (channel = 'email'))) AS number_1,
    uniqExactIf((step_id, user_key), ((type IN ('message_clicked')) AND (channel = 'email'))) AS number_2,
    uniqExactIf((step_id, user_key), ((type IN ('message_unsubscribed')) AND (channel = 'email'))) AS number_3,
    uniqExactIf((step_id, user_key), ((type IN ('message_complained')) AND (channel = 'email'))) AS number_4
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
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND true AND (type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_unsubscribed', 'message_complained')) AND (channel = 'email') AND (time >= fromUnixTimestamp64Milli(toInt64(1772341200000), 'UTC')) AND (time < fromUnixTimestamp64Milli(toInt64(1775016000000), 'UTC')))
) AS events;

SELECT
    CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID'),
    '',
    sum(number_0),
    sum(number_1),
    sum(number_2),
    sum(number_3),
    sum(number_4),
    sum(number_5),
    max(last_at)
FROM
(
    SELECT
        countIf(((type = 'message_delivered') AND (channel = 'email'))) AS number_0,
        countIf(((type = 'message_opened') AND (channel = 'email'))) AS number_1,
        countIf(((type = 'message_clicked') AND (channel = 'email'))) AS number_2,
        countIf(((type = 'message_unsubscribed') AND (channel = 'email'))) AS number_3,
        countIf(((type = 'message_complained') AND (channel = 'email'))) AS number_4,
        countIf(((type = 'step_entered') AND (channel = 'email'))) AS number_5,
        max(0) AS last_at
    FROM
    (
        SELECT
            *,
            _part
        FROM user_presence
        WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (channel = 'email') AND (type IN ('message_clicked', 'message_complained', 'message_delivered', 'message_opened', 'message_unsubscribed', 'step_entered')) AND (_part = 'part_1') AND true)
    ) AS rows
    UNION ALL
    SELECT
        countIf(((type = 'message_delivered') AND (channel = 'email') AND (is_settled = 0))) AS number_0,
        countIf(((type = 'message_opened') AND (channel = 'email') AND (is_settled = 0))) AS number_1,
        countIf(((type = 'message_clicked') AND (channel = 'email') AND (is_settled = 0))) AS number_2,
        countIf(((type = 'message_unsubscribed') AND (channel = 'email') AND (is_settled = 0))) AS number_3,
        countIf(((type = 'message_complained') AND (channel = 'email') AND (is_settled = 0))) AS number_4,
        countIf(((type = 'step_entered') AND (channel = 'email') AND (is_settled = 0))) AS number_5,
        max(0) AS last_at
    FROM
    (
        SELECT
            journey_id,
            type,
            channel,
            step_id,
            user_id,
            max((_part = 'part_1')) AS is_settled,
            max(0) AS last_at
        FROM
        (
            SELECT
                *,
                _part
            FROM user_presence
            WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (channel = 'email') AND (type IN ('message_clicked', 'message_complained', 'message_delivered', 'message_opened', 'message_unsubscribed', 'step_entered')) AND (user_hash IN (
                SELECT user_hash
                FROM
                (
                    SELECT
                        *,
                        _part
                    FROM user_presence
                    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (channel = 'email') AND (type IN ('message_clicked', 'message_complained', 'message_delivered', 'message_opened', 'message_unsubscribed', 'step_entered')) AND (NOT (_part = 'part_1')) AND true)
                ) AS elsewhere
            )) AND true)
        ) AS some
        GROUP BY
            journey_id,
            type,
            channel,
            step_id,
            user_id
    ) AS rows
) AS counted
SETTINGS use_index_for_in_with_subqueries = 0, enable_shared_storage_snapshot_in_query = 1;

SELECT
    count(*),
    min(seen)
FROM
(
    SELECT toUnixTimestamp64Milli(earliest) AS seen
    FROM event_counts
    FINAL
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (notEmpty(counts.type)) AND (NOT false))
    UNION ALL
    SELECT toUnixTimestamp64Milli(time)
    FROM events
    WHERE ((tenant_id = 'the-tenant') AND (journey_id = CAST('0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601', 'UUID')) AND (inserted_at > (
        SELECT if(argMax(covers, version) > now(), toDateTime(0), argMax(covers, version))
        FROM rollup_progress
    )))
) AS times;

SELECT
    name,
    rows
FROM system.parts
WHERE (active AND (database = currentDatabase()) AND (`table` = 'user_presence'));
