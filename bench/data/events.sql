-- Life-like events, made inside ClickHouse from a seed: the same seed gives the same events on any machine.
-- {seed}; {entrances} in all, of which this statement makes those from number {from} to before {to}; {start_ms} and {end_ms} bound their times.
--
-- One row an entrance, exploded into its events, in the order of time, as they would come in.
-- Two of five entrances are of journey 1 of tenant bench, which every user enters once before some enter again; the rest is spread over
-- journeys 2 to 40, ever fewer to each, and two journeys of tenant other. Users of repeated entries are drawn so that some are heavy ones.
INSERT INTO events
    (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties, named_journey_id)
WITH
    cityHash64({seed}, number) AS h,
    {end_ms} - {start_ms} AS span,
    toUInt64({entrances} * 0.377) AS users,
    number % 5 < 2 AS of_first,
    intDiv(number, 5) * 2 + number % 5 AS first_rank,
    (cityHash64(h, 'share') % 1000000) / 1000000 AS share,
    (cityHash64(h, 'skew') % 1000000) / 1000000 AS skew,
    multiIf(of_first, 1, share >= 0.96, 41 + (share >= 0.98), 2 + toUInt32(39 * pow(share / 0.96, 2.2))) AS journey,
    -- The order of ids has nothing to do with that of entrances: the factor shares no divisor with the modulus.
    (if(of_first AND first_rank < users, first_rank, toUInt64(users * pow(skew, 3))) * 2654435761) % (users * 10 + 1) AS user,
    -- A campaign: on every third day in the morning a tenth of a week's entrances come within an hour.
    toInt64(span * number / {entrances}) AS even_ms,
    if(h % 10 < 3, intDiv(even_ms, 259200000) * 259200000 + 32400000 + cityHash64(h, 'burst') % 3600000, even_ms + cityHash64(h, 'jitter') % 600000) AS start_ms,
    1 + cityHash64(h, 'steps') % 10 % 3 AS k,
    cityHash64(h, 'first') % 12 AS first_step,
    cityHash64(h, 'end') % 1000 AS r_end,
    cityHash64(h, 'goal') % 1000 AS r_goal,
    ['push','email','sms','whatsapp','email','push','whatsapp','email','push','in_app','email','push'] AS channels,
    -- (holds, type, milliseconds after the start, step, reason, of a message)
    arrayFlatten(arrayMap(i -> arrayFilter(e -> e.1,
        arrayMap((s, ch, b, r1, r2, r3, r4, r5, late) -> [
            (true, 'step_entered', b, s, '', 0),
            (ch != 'in_app' AND r1 >= 80, 'message_sent', b + 500 + r3, s, '', 1),
            (ch = 'in_app' AND r1 >= 80, 'message_shown', b + 500 + r3 * 60000, s, '', 1),
            (r1 < 40, 'message_failed', b + 900, s, ['invalid_push_token','app_uninstalled','invalid_address','gateway_blocked'][1 + r2 % 4], 1),
            (r1 >= 40 AND r1 < 80, 'message_skipped', b + 100, s, ['no_device','frequency_cap','unsubscribed','quiet_hours'][1 + r2 % 4], 1),
            (r1 >= 80 AND ((ch IN ('email','sms','whatsapp') AND r2 < 970) OR (ch = 'push' AND r2 < 300)), 'message_delivered', b + 2500 + r2 * 13, s, '', 1),
            (r1 >= 80 AND ((ch = 'push' AND r3 < 250) OR (ch = 'email' AND r3 < 300)), 'message_opened', b + 60000 + late, s, '', 1),
            (r1 >= 80 AND ch != 'in_app' AND r3 < 60, 'message_clicked', b + 65000 + late + r4 * 60, s, '', 1),
            (r1 >= 80 AND ch = 'whatsapp' AND r3 < 600, 'message_read', b + 30000 + late, s, '', 1),
            (r1 >= 80 AND ch = 'in_app' AND r3 < 150, 'message_interacted', b + 60100000 + r4 * 100, s, '', 1),
            (r1 >= 80 AND ch = 'in_app' AND r3 >= 700, 'message_dismissed', b + 60100000 + r4 * 50, s, '', 1),
            (r1 >= 80 AND ch = 'email' AND r4 < 4, 'message_unsubscribed', b + 99000000, s, '', 1),
            (r1 >= 80 AND ch = 'email' AND r4 >= 4 AND r4 < 12, 'message_hard_bounced', b + 9000, s, '', 1),
            (r1 >= 80 AND ch = 'email' AND r4 >= 12 AND r4 < 25, 'message_soft_bounced', b + 9000, s, '', 1),
            (r1 >= 80 AND ch = 'email' AND r4 >= 25 AND r4 < 27, 'message_complained', b + 99100000, s, '', 1),
            (r5 < 930, 'step_completed', b + 3600000 + r5, s, '', 0)
        ],
        [toUInt8(1 + (first_step + i) % 12)], [channels[1 + (first_step + i) % 12]],
        [toInt64(i * 30000000 + cityHash64(h, i, 'b') % 20000000)],
        [cityHash64(h, i, 1) % 1000], [cityHash64(h, i, 2) % 1000], [cityHash64(h, i, 3) % 1000], [cityHash64(h, i, 4) % 1000], [cityHash64(h, i, 5) % 1000],
        -- Most open within hours, some weeks later.
        [toInt64(900000 * pow(2, (cityHash64(h, i, 6) % 1000) / 90))])[1]
        ), range(k))) AS step_events,
    arrayFilter(e -> e.1, [
        (true, 'entered', toInt64(0), toUInt8(0), '', 0),
        (r_end < 750, 'exited', toInt64(k * 30000000 + 22000000 + r_end * 1013), toUInt8(1 + (first_step + k - 1) % 12), multiIf(r_end < 600, 'completed', r_end < 675, 'cancel_event', 'left'), 0),
        (r_end >= 950, 'dropped', toInt64(k * 30000000 + 22000000), toUInt8(1 + (first_step + k - 1) % 12), if(r_end < 980, 'internal_error', 'sending_error'), 0),
        (r_goal < 60, 'goal_reached', toInt64(k * 30000000 + r_goal * 1000000), toUInt8(0), '', 0)
    ]) AS own_events,
    arrayJoin(arrayConcat(own_events, step_events)) AS e,
    toInt64({start_ms}) + start_ms + e.3 AS at_ms,
    e.4 AS step,
    if(step = 0, '', channels[step]) AS channel_text,
    -- One device a user, a second one for every tenth; told with push and in-app messages and with every third entry.
    cityHash64({seed}, user, if(user % 10 = 0, cityHash64(h, step) % 2, 0), 'device') AS device,
    toUUID(concat('00000000-0000-4000-8000-0000000000', leftPad(toString(journey), 2, '0'))) AS journey_uuid
SELECT
    toString(reinterpretAsUUID(sipHash128(h, e.2, step))),
    if(journey <= 40, 'bench', 'other'),
    journey_uuid,
    e.2,
    fromUnixTimestamp64Milli(at_ms, 'UTC'),
    concat('user-', leftPad(toString(user), 8, '0')),
    if((e.6 = 1 AND channel_text IN ('push','in_app')) OR (e.2 = 'entered' AND h % 3 = 0), upper(toString(reinterpretAsUUID(sipHash128(device)))), ''),
    if(step = 0, '', concat('step-', leftPad(toString(step), 2, '0'))),
    channel_text,
    if(e.6 = 1, toString(reinterpretAsUUID(sipHash128(h, step, 'message'))), ''),
    if(e.2 = 'goal_reached', concat('goal-', toString(1 + r_goal % 2)), ''),
    e.5,
    if(e.5 = 'cancel_event', 'purchase', ''),
    if(e.2 = 'message_clicked', concat('https://shop.example.com/campaign/', toString(h % 200), '?utm_source=', channel_text), ''),
    if(e.2 = 'dropped', '{"detail":"provider answered 500"}', ''),
    journey_uuid
FROM numbers({from}, {to} - {from})
WHERE at_ms < {end_ms}
SETTINGS max_block_size = 16384, max_insert_threads = 2, min_insert_block_size_rows = 2097152, min_insert_block_size_bytes = 1073741824, max_partitions_per_insert_block = 0;
