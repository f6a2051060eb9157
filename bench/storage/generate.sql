-- Life-like events, made inside ClickHouse from a seed; the same seed gives the same rows on any machine.
-- {seed}, {entrances} and {customs} are filled in by run.sh: 2,100,000 entrances and 500,000 custom events make about 20 million events.
-- `raw` holds what senders send (texts, in order of time); the variants are filled from it.
CREATE DATABASE IF NOT EXISTS storage_lab;
DROP TABLE IF EXISTS storage_lab.raw SYNC;
CREATE TABLE storage_lab.raw
(
    event_id String, tenant_id LowCardinality(String), journey_id UUID,
    type Enum8('entered'=1,'exited'=2,'dropped'=3,'step_completed'=4,'step_entered'=5,'message_sent'=6,'message_shown'=7,
        'message_delivered'=8,'message_read'=9,'message_opened'=10,'message_clicked'=11,'message_interacted'=12,'message_dismissed'=13,
        'message_failed'=14,'message_skipped'=15,'message_unsubscribed'=16,'message_hard_bounced'=17,'message_soft_bounced'=18,
        'message_complained'=19,'goal_reached'=20,'custom'=21),
    time DateTime64(3,'UTC'), user_id String, hwid String, step_id LowCardinality(String),
    channel Enum8(''=0,'push'=1,'in_app'=2,'email'=3,'sms'=4,'whatsapp'=5),
    message_id String, goal_id LowCardinality(String), reason LowCardinality(String), event_name LowCardinality(String),
    link_url String, properties String
) ENGINE = MergeTree ORDER BY time;

-- One row an entrance, exploded into its events. A tuple is (holds, type, milliseconds after the start, step, reason).
INSERT INTO storage_lab.raw
WITH
    cityHash64({seed}, number) AS h,
    {entrances} AS n_all,
    number / n_all AS share,
    -- journeys 1..8 hold 51.3, 20.5, 10.3, 5.1, 4.1, 2.6 (tenant bench), 3.6 and 2.5 % (tenant other) of the entrances
    multiIf(share < 0.513, 1, share < 0.718, 2, share < 0.821, 3, share < 0.872, 4, share < 0.913, 5, share < 0.939, 6, share < 0.975, 7, 8) AS journey,
    -- journey 1: its first entrances take every user once, the other 14 % are repeated entries
    toUInt64(n_all * 0.477) AS users1,
    if(journey = 1 AND number < users1, number, cityHash64(h, 'user') % users1) AS user,
    1772323200000 + cityHash64(h, 'start') % (178 * 86400000) AS start_ms,      -- from 2026-03-01
    1 + cityHash64(h, 'steps') % 10 % 3 AS k,
    cityHash64(h, 'first') % 10 AS first_step,
    cityHash64(h, 'end') % 1000 AS r_end,
    cityHash64(h, 'goal') % 1000 AS r_goal,
    ['push','email','sms','whatsapp','email','push','whatsapp','email','push','in_app','email','push'] AS channels,
    arrayFlatten(arrayMap(i -> arrayFilter(e -> e.1,
        arrayMap((s, ch, b, r1, r2, r3, r4, r5) -> [
            (true, 'step_entered', b, s, '', 0),
            (ch != 'in_app' AND r1 >= 80, 'message_sent', b + 500 + r3, s, '', 1),
            (ch = 'in_app' AND r1 >= 80, 'message_shown', b + 500 + r3 * 60000, s, '', 1),
            (r1 < 40, 'message_failed', b + 900, s, ['invalid_push_token','app_uninstalled','invalid_address','gateway_blocked'][1 + r2 % 4], 1),
            (r1 >= 40 AND r1 < 80, 'message_skipped', b + 100, s, ['no_device','frequency_cap','unsubscribed','quiet_hours'][1 + r2 % 4], 1),
            (r1 >= 80 AND ((ch IN ('email','sms','whatsapp') AND r2 < 970) OR (ch = 'push' AND r2 < 300)), 'message_delivered', b + 2500 + r2 * 13, s, '', 1),
            (r1 >= 80 AND ((ch = 'push' AND r3 < 250) OR (ch = 'email' AND r3 < 300)), 'message_opened', b + 60000 + r4 * 41000, s, '', 1),
            (r1 >= 80 AND ch != 'in_app' AND r3 < 60, 'message_clicked', b + 65000 + r4 * 42000, s, '', 1),
            (r1 >= 80 AND ch = 'whatsapp' AND r3 < 600, 'message_read', b + 30000 + r4 * 21000, s, '', 1),
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
        [cityHash64(h, i, 1) % 1000], [cityHash64(h, i, 2) % 1000], [cityHash64(h, i, 3) % 1000], [cityHash64(h, i, 4) % 1000], [cityHash64(h, i, 5) % 1000])[1]
        ), range(k))) AS step_events,
    arrayFilter(e -> e.1, [
        (true, 'entered', toInt64(0), toUInt8(0), '', 0),
        (r_end < 750, 'exited', toInt64(k * 30000000 + 22000000 + r_end * 1013), toUInt8(1 + (first_step + k - 1) % 12), multiIf(r_end < 600, 'completed', r_end < 675, 'cancel_event', 'left'), 0),
        (r_end >= 950, 'dropped', toInt64(k * 30000000 + 22000000), toUInt8(1 + (first_step + k - 1) % 12), if(r_end < 980, 'internal_error', 'sending_error'), 0),
        (r_goal < 30, 'goal_reached', toInt64(k * 30000000 + r_goal * 1000000), toUInt8(0), '', 0)
    ]) AS own_events,
    arrayJoin(arrayConcat(own_events, step_events)) AS e,
    e.4 AS step,
    if(step = 0, '', channels[step]) AS channel_text,
    if(journey <= 6, 'bench', 'other') AS tenant,
    -- one device a user, a second one for every tenth; sent with push and in-app messages and with every third entry
    cityHash64({seed}, user, if(user % 10 = 0, cityHash64(h, step) % 2, 0), 'hw') AS hw
SELECT
    toString(reinterpretAsUUID(sipHash128(h, e.2, step))),
    tenant,
    toUUID(concat('00000000-0000-4000-8000-00000000000', toString(journey))),
    e.2,
    fromUnixTimestamp64Milli(toInt64(start_ms) + e.3, 'UTC'),
    concat('user-', leftPad(toString(user), 8, '0')),
    if((e.6 = 1 AND channel_text IN ('push','in_app')) OR (e.2 = 'entered' AND h % 3 = 0), upper(toString(reinterpretAsUUID(sipHash128(hw)))), ''),
    if(step = 0, '', concat('step-', leftPad(toString(step), 2, '0'))),
    channel_text,
    if(e.6 = 1, toString(reinterpretAsUUID(sipHash128(h, step, 'message'))), ''),
    if(e.2 = 'goal_reached', concat('goal-', toString(1 + r_goal % 4)), ''),
    e.5,
    if(e.5 = 'cancel_event', 'purchase', ''),
    if(e.2 = 'message_clicked', concat('https://shop.example.com/campaign/', toString(h % 200), '?utm_source=', channel_text), ''),
    if(e.2 = 'dropped', '{"detail":"provider answered 500"}', '')
FROM numbers({entrances})
SETTINGS max_block_size = 16384;

INSERT INTO storage_lab.raw
WITH cityHash64({seed}, number, 'custom') AS h, cityHash64(h, 'user') % toUInt64({entrances} * 0.477) AS user, h % 500 AS amount
SELECT
    toString(reinterpretAsUUID(sipHash128(h, 'custom'))), 'bench', toUUID('00000000-0000-0000-0000-000000000000'), 'custom',
    fromUnixTimestamp64Milli(toInt64(1772323200000 + cityHash64(h, 'time') % (180 * 86400000)), 'UTC'),
    concat('user-', leftPad(toString(user), 8, '0')), '', '', '', '', '', '',
    ['purchase','page_view','page_view','page_view','login'][1 + cityHash64(h, 'name') % 5], '',
    -- every hundredth amount is a text: it must not compare with a number
    concat('{"amount":', if(h % 100 = 7, concat('"', toString(amount), '"'), concat(toString(amount), '.5')), ',"currency":"', ['EUR','USD','JPY'][1 + h % 3], '","sku":"A-', toString(h % 10000), '"}')
FROM numbers({customs});
