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
    -- Must tell apart only events of one tenant, journey, type and millisecond.
    event_key UInt64 DEFAULT sipHash64(event_id),
    user_id String,
    hwid String,
    step_id LowCardinality(String),
    channel Enum8('' = 0, 'push' = 1, 'in_app' = 2, 'email' = 3, 'sms' = 4, 'whatsapp' = 5),
    message_id String EPHEMERAL,
    -- As many bits as ClickHouse itself takes to count distinct texts exactly.
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
ORDER BY (tenant_id, journey_id, type, time, event_key);

-- What is known of each user of a journey. Everything is a maximum, so the same event seen twice, or in any order, gives
-- the same; ties in time are broken by what comes next in the tuple. 1900 stands for never: no event is older.
CREATE TABLE IF NOT EXISTS user_states
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    user_id String,
    lifecycle SimpleAggregateFunction(max, Tuple(time DateTime64(3, 'UTC'), kind UInt8, reason String, event_name String)),
    entered_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    last_step SimpleAggregateFunction(max, Tuple(time DateTime64(3, 'UTC'), rank UInt8, step_id String)),
    updated_at SimpleAggregateFunction(max, DateTime64(3, 'UTC')),
    device SimpleAggregateFunction(max, Tuple(time DateTime64(3, 'UTC'), hwid String))
)
ENGINE = AggregatingMergeTree
ORDER BY (tenant_id, journey_id, user_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS user_states_view TO user_states AS
WITH toDateTime64('1900-01-01 00:00:00', 3, 'UTC') AS never
SELECT
    tenant_id,
    journey_id,
    user_id,
    max(if(type IN ('entered', 'exited', 'dropped'), (time, toUInt8(type), toString(reason), toString(event_name)), (never, toUInt8(0), '', ''))) AS lifecycle,
    max(if(type = 'entered', time, never)) AS entered_at,
    max(if(type IN ('exited', 'dropped', 'step_completed') AND step_id != '', (time, toUInt8(transform(toString(type), ['step_completed', 'exited', 'dropped'], [1, 2, 3], 0)), toString(step_id)), (never, toUInt8(0), ''))) AS last_step,
    max(if(type IN ('entered', 'exited', 'dropped', 'step_completed', 'step_entered'), time, never)) AS updated_at,
    max(if(hwid != '', (time, hwid), (never, ''))) AS device
FROM events
WHERE type != 'custom' AND (type IN ('entered', 'exited', 'dropped', 'step_completed', 'step_entered') OR hwid != '')
GROUP BY tenant_id, journey_id, user_id;

-- The entrances in the order of users, for the user list.
CREATE TABLE IF NOT EXISTS user_entrances
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    user_id String,
    time DateTime64(3, 'UTC'),
    event_key UInt64
)
ENGINE = ReplacingMergeTree
ORDER BY (tenant_id, journey_id, user_id, time, event_key);

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
ORDER BY (tenant_id, journey_id, hwid, user_id);

CREATE MATERIALIZED VIEW IF NOT EXISTS user_devices_view TO user_devices AS
SELECT DISTINCT tenant_id, journey_id, hwid, user_id
FROM events
WHERE type != 'custom' AND hwid != '';
