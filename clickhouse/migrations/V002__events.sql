-- The truth: every event once it was accepted, the same event as often as it was sent. Rows with the same sort key are
-- the same event; merges drop the copies, FINAL does so while reading. The type comes before the time so that a question
-- reads only the types it asks about; the numbers order the types by what is asked together. FINAL may work partition by
-- partition because the time is in the key. Whatever is older than 2020 shares one partition, so that nobody can make
-- thousands of them.
CREATE TABLE IF NOT EXISTS events
(
    tenant_id LowCardinality(String),
    -- The nil UUID for custom events: they belong to the tenant.
    journey_id UUID,
    type Enum8(
        'entered' = 1, 'exited' = 2, 'dropped' = 3, 'step_completed' = 4, 'step_entered' = 5,
        'message_sent' = 6, 'message_shown' = 7, 'message_delivered' = 8, 'message_read' = 9, 'message_opened' = 10,
        'message_clicked' = 11, 'message_interacted' = 12, 'message_dismissed' = 13, 'message_failed' = 14,
        'message_skipped' = 15, 'message_unsubscribed' = 16, 'message_hard_bounced' = 17, 'message_soft_bounced' = 18,
        'message_complained' = 19, 'goal_reached' = 20, 'custom' = 21),
    time DateTime64(3, 'UTC'),
    event_id String EPHEMERAL,
    -- Must tell apart only events of one tenant, journey, type and millisecond. Hashes do not compress.
    event_key UInt64 DEFAULT sipHash64(event_id) CODEC(NONE),
    user_id String,
    -- For distinct users: as many bits as ClickHouse itself takes to count distinct texts exactly, in half the time.
    user_key UInt128 DEFAULT reinterpretAsUInt128(sipHash128(user_id)) CODEC(NONE),
    hwid String,
    step_id LowCardinality(String),
    channel Enum8('' = 0, 'push' = 1, 'in_app' = 2, 'email' = 3, 'sms' = 4, 'whatsapp' = 5),
    message_id String EPHEMERAL,
    message_key UInt128 DEFAULT if(message_id = '', 0, reinterpretAsUInt128(sipHash128(message_id))),
    goal_id LowCardinality(String),
    reason LowCardinality(String),
    event_name LowCardinality(String),
    link_url String,
    properties String,
    -- The journey that a custom event names; elsewhere the same as journey_id.
    named_journey_id UUID,
    inserted_at DateTime DEFAULT now()
)
ENGINE = ReplacingMergeTree
PARTITION BY if(time < toDateTime64('2020-01-01 00:00:00', 3, 'UTC'), 0, toYYYYMM(time))
ORDER BY (tenant_id, journey_id, type, time, event_key)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1;

-- What is known of each user of a journey. Everything is a maximum, so the same event seen twice, or in any order, gives
-- the same; ties in time are broken by what comes next in the tuple. Times are milliseconds since 1900, the earliest that
-- an event can have, and 0 where there is none: the engine's compiled max() takes times before 1970 for the latest.
CREATE TABLE IF NOT EXISTS user_states
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    user_id String,
    -- The time of the latest lifecycle event, times 4, plus its kind (1 entered, 2 exited, 3 dropped): all that it takes
    -- to count states, five times faster to read than the tuple.
    state SimpleAggregateFunction(max, Int64),
    lifecycle SimpleAggregateFunction(max, Tuple(time Int64, kind UInt8, reason String, event_name String)),
    entered_at SimpleAggregateFunction(max, Int64),
    last_step SimpleAggregateFunction(max, Tuple(time Int64, rank UInt8, step_id String)),
    updated_at SimpleAggregateFunction(max, Int64),
    device SimpleAggregateFunction(max, Tuple(time Int64, hwid String))
)
ENGINE = AggregatingMergeTree
ORDER BY (tenant_id, journey_id, user_id)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS user_states_view TO user_states AS
WITH
    toUnixTimestamp64Milli(time) + 2208988800000 AS at,
    type IN ('entered', 'exited', 'dropped') AS of_lifecycle,
    type IN ('step_completed', 'exited', 'dropped') AND step_id != '' AS at_step
SELECT
    tenant_id,
    journey_id,
    user_id,
    max(if(of_lifecycle, at * 4 + toInt8(type), 0)) AS state,
    max(if(of_lifecycle, (at, toUInt8(type), toString(reason), toString(event_name)), (toInt64(0), toUInt8(0), '', ''))) AS lifecycle,
    max(if(type = 'entered', at, 0)) AS entered_at,
    -- Completed steps come before exits and drops of the same time.
    max(if(at_step, (at, toUInt8(if(type = 'step_completed', 0, toInt8(type))), toString(step_id)), (toInt64(0), toUInt8(0), ''))) AS last_step,
    max(if(of_lifecycle OR type IN ('step_completed', 'step_entered'), at, 0)) AS updated_at,
    max(if(hwid != '', (at, hwid), (toInt64(0), ''))) AS device
FROM events
WHERE type != 'custom' AND (of_lifecycle OR type IN ('step_completed', 'step_entered') OR hwid != '')
GROUP BY tenant_id, journey_id, user_id;

-- The entrances in the order of users, for the user list.
CREATE TABLE IF NOT EXISTS user_entrances
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    user_id String,
    time DateTime64(3, 'UTC'),
    event_key UInt64 CODEC(NONE)
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant_id, journey_id, user_id, time, event_key)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS user_entrances_view TO user_entrances AS
SELECT tenant_id, journey_id, user_id, time, event_key
FROM events
WHERE type = 'entered';

-- Which user has which device, in the order of devices, for the search.
CREATE TABLE IF NOT EXISTS user_devices
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    hwid String,
    user_id String
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant_id, journey_id, hwid, user_id)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS user_devices_view TO user_devices AS
SELECT DISTINCT tenant_id, journey_id, hwid, user_id
FROM events
WHERE type != 'custom' AND hwid != '';
