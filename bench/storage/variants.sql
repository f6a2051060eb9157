-- Variants of the events table, filled from `raw`, then 2 % of the events once more in a second insert, as a sender that retries would.
-- ids: every candidate for the identity of event, user and message side by side, to read off bytes and speed on equal terms.
DROP TABLE IF EXISTS storage_lab.ids SYNC;
CREATE TABLE storage_lab.ids
(
    event_id String EPHEMERAL, tenant_id LowCardinality(String), journey_id UUID,
    type Enum8('entered'=1,'exited'=2,'dropped'=3,'step_completed'=4,'step_entered'=5,'message_sent'=6,'message_shown'=7,
        'message_delivered'=8,'message_read'=9,'message_opened'=10,'message_clicked'=11,'message_interacted'=12,'message_dismissed'=13,
        'message_failed'=14,'message_skipped'=15,'message_unsubscribed'=16,'message_hard_bounced'=17,'message_soft_bounced'=18,
        'message_complained'=19,'goal_reached'=20,'custom'=21),
    time DateTime64(3,'UTC'),
    key128 UInt128 DEFAULT reinterpretAsUInt128(sipHash128(event_id)),
    key64 UInt64 DEFAULT sipHash64(event_id),
    user_id String, user64 UInt64 DEFAULT sipHash64(user_id), user128 UInt128 DEFAULT reinterpretAsUInt128(sipHash128(user_id)),
    message_id String, message64 UInt64 DEFAULT sipHash64(message_id), message128 UInt128 DEFAULT reinterpretAsUInt128(sipHash128(message_id)),
    step_id LowCardinality(String), channel Enum8(''=0,'push'=1,'in_app'=2,'email'=3,'sms'=4,'whatsapp'=5)
) ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, type, time, key64);
INSERT INTO storage_lab.ids (event_id, tenant_id, journey_id, type, time, user_id, message_id, step_id, channel)
SELECT event_id, tenant_id, journey_id, type, time, user_id, message_id, step_id, channel FROM storage_lab.raw;

-- events: the plan (event_key 64, message_key 128 bits, the user as text only), LZ4.
DROP TABLE IF EXISTS storage_lab.events SYNC;
CREATE TABLE storage_lab.events
(
    event_id String EPHEMERAL, tenant_id LowCardinality(String), journey_id UUID,
    type Enum8('entered'=1,'exited'=2,'dropped'=3,'step_completed'=4,'step_entered'=5,'message_sent'=6,'message_shown'=7,
        'message_delivered'=8,'message_read'=9,'message_opened'=10,'message_clicked'=11,'message_interacted'=12,'message_dismissed'=13,
        'message_failed'=14,'message_skipped'=15,'message_unsubscribed'=16,'message_hard_bounced'=17,'message_soft_bounced'=18,
        'message_complained'=19,'goal_reached'=20,'custom'=21),
    time DateTime64(3,'UTC'),
    event_key UInt64 DEFAULT sipHash64(event_id),
    user_id String,
    hwid String,
    step_id LowCardinality(String),
    channel Enum8(''=0,'push'=1,'in_app'=2,'email'=3,'sms'=4,'whatsapp'=5),
    message_id String EPHEMERAL, message_key UInt128 DEFAULT if(message_id = '', 0, reinterpretAsUInt128(sipHash128(message_id))),
    goal_id LowCardinality(String), reason LowCardinality(String), event_name LowCardinality(String),
    link_url String, properties String, inserted_at DateTime DEFAULT now()
) ENGINE = ReplacingMergeTree PARTITION BY if(time < toDateTime64('2020-01-01 00:00:00', 3, 'UTC'), 0, toYYYYMM(time)) ORDER BY (tenant_id, journey_id, type, time, event_key);
INSERT INTO storage_lab.events (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties)
SELECT event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties FROM storage_lab.raw;
INSERT INTO storage_lab.events (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties)
SELECT event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties FROM storage_lab.raw
WHERE cityHash64(event_id) % 50 = 0;

-- the same rows in one partition, and under other sort orders
DROP TABLE IF EXISTS storage_lab.events_none SYNC;
CREATE TABLE storage_lab.events_none AS storage_lab.events ENGINE = ReplacingMergeTree PARTITION BY tuple() ORDER BY (tenant_id, journey_id, type, time, event_key);
INSERT INTO storage_lab.events_none SELECT * FROM storage_lab.events;
DROP TABLE IF EXISTS storage_lab.events_channel SYNC;
CREATE TABLE storage_lab.events_channel AS storage_lab.events ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, channel, type, time, event_key);
INSERT INTO storage_lab.events_channel SELECT * FROM storage_lab.events;
DROP TABLE IF EXISTS storage_lab.events_step SYNC;
CREATE TABLE storage_lab.events_step AS storage_lab.events ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, type, step_id, time, event_key);
INSERT INTO storage_lab.events_step SELECT * FROM storage_lab.events;
DROP TABLE IF EXISTS storage_lab.events_time SYNC;
CREATE TABLE storage_lab.events_time AS storage_lab.events ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, time, type, event_key);
INSERT INTO storage_lab.events_time SELECT * FROM storage_lab.events;
-- ZSTD(1) everywhere, Delta and DoubleDelta before the time; the texts' bytes are compared column by column in `sizes`
DROP TABLE IF EXISTS storage_lab.events_zstd SYNC;
CREATE TABLE storage_lab.events_zstd AS storage_lab.events ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, type, time, event_key)
SETTINGS default_compression_codec = 'ZSTD(1)';
INSERT INTO storage_lab.events_zstd SELECT * FROM storage_lab.events;
DROP TABLE IF EXISTS storage_lab.times SYNC;
CREATE TABLE storage_lab.times (tenant_id LowCardinality(String), journey_id UUID, type Int8, time DateTime64(3,'UTC') CODEC(LZ4), time_zstd DateTime64(3,'UTC') CODEC(ZSTD(1)),
    time_delta_lz4 DateTime64(3,'UTC') CODEC(Delta, LZ4), time_delta_zstd DateTime64(3,'UTC') CODEC(Delta, ZSTD(1)), time_dd_lz4 DateTime64(3,'UTC') CODEC(DoubleDelta, LZ4),
    time_dd_zstd DateTime64(3,'UTC') CODEC(DoubleDelta, ZSTD(1))) ENGINE = MergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, journey_id, type, time);
INSERT INTO storage_lab.times SELECT tenant_id, journey_id, type, time, time, time, time, time, time FROM storage_lab.events;
