-- Targets of the insert bench: the same table without views, with one view for the state, with the state in three views, with all, and with fsync.
DROP TABLE IF EXISTS storage_lab.in_plain SYNC;
DROP VIEW IF EXISTS storage_lab.in_plain_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_plain_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_plain_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_plain_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_plain_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_plain_user_devices SYNC;
CREATE TABLE storage_lab.in_plain
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
DROP TABLE IF EXISTS storage_lab.in_states SYNC;
DROP VIEW IF EXISTS storage_lab.in_states_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_states_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_states_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_states_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_states_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_states_user_devices SYNC;
CREATE TABLE storage_lab.in_states
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
CREATE TABLE storage_lab.in_states_user_states AS storage_lab.user_states ENGINE = AggregatingMergeTree ORDER BY (tenant_id, journey_id, user_id);
CREATE MATERIALIZED VIEW storage_lab.in_states_mv1 TO storage_lab.in_states_user_states AS SELECT tenant_id, journey_id, user_id, maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state, maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle, maxIf(time, type = 'entered') AS entered_at, maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step, maxIf(time, type <= 'step_entered') AS updated_at, maxIf((time, hwid), hwid != '') AS device FROM storage_lab.in_states WHERE type <= 'step_entered' OR (hwid != '' AND type != 'custom') GROUP BY tenant_id, journey_id, user_id;
DROP TABLE IF EXISTS storage_lab.in_split SYNC;
DROP VIEW IF EXISTS storage_lab.in_split_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_split_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_split_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_split_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_split_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_split_user_devices SYNC;
CREATE TABLE storage_lab.in_split
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
CREATE TABLE storage_lab.in_split_user_states AS storage_lab.user_states ENGINE = AggregatingMergeTree ORDER BY (tenant_id, journey_id, user_id);
CREATE MATERIALIZED VIEW storage_lab.in_split_mv1 TO storage_lab.in_split_user_states AS SELECT tenant_id, journey_id, user_id, maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state, maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle, maxIf(time, type = 'entered') AS entered_at FROM storage_lab.in_split WHERE type IN ('entered', 'exited', 'dropped') GROUP BY tenant_id, journey_id, user_id;
CREATE MATERIALIZED VIEW storage_lab.in_split_mv2 TO storage_lab.in_split_user_states AS SELECT tenant_id, journey_id, user_id, maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step, maxIf(time, type <= 'step_entered') AS updated_at FROM storage_lab.in_split WHERE type <= 'step_entered' GROUP BY tenant_id, journey_id, user_id;
CREATE MATERIALIZED VIEW storage_lab.in_split_mv3 TO storage_lab.in_split_user_states AS SELECT tenant_id, journey_id, user_id, maxIf((time, hwid), hwid != '') AS device FROM storage_lab.in_split WHERE hwid != '' AND type != 'custom' GROUP BY tenant_id, journey_id, user_id;
DROP TABLE IF EXISTS storage_lab.in_all SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_user_devices SYNC;
CREATE TABLE storage_lab.in_all
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
CREATE TABLE storage_lab.in_all_user_states AS storage_lab.user_states ENGINE = AggregatingMergeTree ORDER BY (tenant_id, journey_id, user_id);
CREATE TABLE storage_lab.in_all_user_entrances AS storage_lab.user_entrances ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, user_id, time, event_key);
CREATE TABLE storage_lab.in_all_user_devices AS storage_lab.user_devices ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, hwid, user_id);
CREATE MATERIALIZED VIEW storage_lab.in_all_mv1 TO storage_lab.in_all_user_states AS SELECT tenant_id, journey_id, user_id, maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state, maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle, maxIf(time, type = 'entered') AS entered_at, maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step, maxIf(time, type <= 'step_entered') AS updated_at, maxIf((time, hwid), hwid != '') AS device FROM storage_lab.in_all WHERE type <= 'step_entered' OR (hwid != '' AND type != 'custom') GROUP BY tenant_id, journey_id, user_id;
CREATE MATERIALIZED VIEW storage_lab.in_all_mv2 TO storage_lab.in_all_user_entrances AS SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.in_all WHERE type = 'entered';
CREATE MATERIALIZED VIEW storage_lab.in_all_mv3 TO storage_lab.in_all_user_devices AS SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.in_all WHERE hwid != '' AND type != 'custom';
DROP TABLE IF EXISTS storage_lab.in_fsync SYNC;
DROP VIEW IF EXISTS storage_lab.in_fsync_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_fsync_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_fsync_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_fsync_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_fsync_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_fsync_user_devices SYNC;
CREATE TABLE storage_lab.in_fsync
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
) ENGINE = ReplacingMergeTree PARTITION BY if(time < toDateTime64('2020-01-01 00:00:00', 3, 'UTC'), 0, toYYYYMM(time)) ORDER BY (tenant_id, journey_id, type, time, event_key) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
DROP TABLE IF EXISTS storage_lab.in_all_fsync SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_fsync_mv1 SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_fsync_mv2 SYNC;
DROP VIEW IF EXISTS storage_lab.in_all_fsync_mv3 SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_fsync_user_states SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_fsync_user_entrances SYNC;
DROP TABLE IF EXISTS storage_lab.in_all_fsync_user_devices SYNC;
CREATE TABLE storage_lab.in_all_fsync
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
) ENGINE = ReplacingMergeTree PARTITION BY if(time < toDateTime64('2020-01-01 00:00:00', 3, 'UTC'), 0, toYYYYMM(time)) ORDER BY (tenant_id, journey_id, type, time, event_key) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
CREATE TABLE storage_lab.in_all_fsync_user_states AS storage_lab.user_states ENGINE = AggregatingMergeTree ORDER BY (tenant_id, journey_id, user_id) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
CREATE TABLE storage_lab.in_all_fsync_user_entrances AS storage_lab.user_entrances ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, user_id, time, event_key) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
CREATE TABLE storage_lab.in_all_fsync_user_devices AS storage_lab.user_devices ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, hwid, user_id) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
CREATE MATERIALIZED VIEW storage_lab.in_all_fsync_mv1 TO storage_lab.in_all_fsync_user_states AS SELECT tenant_id, journey_id, user_id, maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state, maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle, maxIf(time, type = 'entered') AS entered_at, maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step, maxIf(time, type <= 'step_entered') AS updated_at, maxIf((time, hwid), hwid != '') AS device FROM storage_lab.in_all_fsync WHERE type <= 'step_entered' OR (hwid != '' AND type != 'custom') GROUP BY tenant_id, journey_id, user_id;
CREATE MATERIALIZED VIEW storage_lab.in_all_fsync_mv2 TO storage_lab.in_all_fsync_user_entrances AS SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.in_all_fsync WHERE type = 'entered';
CREATE MATERIALIZED VIEW storage_lab.in_all_fsync_mv3 TO storage_lab.in_all_fsync_user_devices AS SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.in_all_fsync WHERE hwid != '' AND type != 'custom';
