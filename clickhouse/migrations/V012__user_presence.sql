-- Which user did what at all, and when last: for distinct counts, which are then numbers of rows. A row for each user and kind;
-- a kind is what a metric counts distinct users of. Of several rows the one with the latest time stays.
--
-- Kinds without a step count a user once for all steps: entrances; entrances into steps and deliveries, by channel; and, as
-- message_sent without a channel, messages sent or shown in any. The others count a user once for each step.
CREATE TABLE IF NOT EXISTS user_presence
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    type Enum8(
        'entered' = 1, 'exited' = 2, 'dropped' = 3, 'step_completed' = 4, 'step_entered' = 5,
        'message_sent' = 6, 'message_shown' = 7, 'message_delivered' = 8, 'message_read' = 9, 'message_opened' = 10,
        'message_clicked' = 11, 'message_interacted' = 12, 'message_dismissed' = 13, 'message_failed' = 14,
        'message_skipped' = 15, 'message_unsubscribed' = 16, 'message_hard_bounced' = 17, 'message_soft_bounced' = 18,
        'message_complained' = 19, 'goal_reached' = 20, 'custom' = 21),
    channel Enum8('' = 0, 'push' = 1, 'in_app' = 2, 'email' = 3, 'sms' = 4, 'whatsapp' = 5),
    step_id LowCardinality(String),
    user_id String,
    -- Finds the rows of some users, and by chance of a few others, without reading the ids of all.
    user_hash UInt32 DEFAULT toUInt32(sipHash64(user_id)) CODEC(NONE),
    last_at UInt64 COMMENT 'the time of the latest such event, in milliseconds since 1900' CODEC(T64, ZSTD(1)),
    INDEX user_id_filter user_id TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(last_at)
ORDER BY (tenant_id, journey_id, type, channel, step_id, user_id)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1,
    enable_block_number_column = 1, enable_block_offset_column = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS user_presence_view TO user_presence AS
SELECT
    tenant_id,
    journey_id,
    kind.1 AS type,
    kind.2 AS channel,
    kind.3 AS step_id,
    user_id,
    toUInt64(toUnixTimestamp64Milli(time) + 2208988800000) AS last_at
FROM (
    SELECT
        tenant_id,
        journey_id,
        user_id,
        time,
        (toString(type), toString(channel), toString(step_id)) AS as_it_is,
        arrayJoin(multiIf(
            type = 'entered', [('entered', '', '')],
            type IN ('step_entered', 'message_delivered'), [(as_it_is.1, as_it_is.2, '')],
            type IN ('message_sent', 'message_shown'), [as_it_is, ('message_sent', '', '')],
            [as_it_is])) AS kind
    FROM events
    WHERE type IN (
            'entered', 'message_sent', 'message_shown', 'message_read', 'message_opened', 'message_clicked', 'message_interacted',
            'message_unsubscribed', 'message_complained')
        OR type = 'step_entered' AND channel != ''
        OR type = 'message_delivered' AND channel = 'email');

-- What came in before.
INSERT INTO user_presence (tenant_id, journey_id, type, channel, step_id, user_id, last_at)
SELECT
    tenant_id,
    journey_id,
    kind.1 AS type,
    kind.2 AS channel,
    kind.3 AS step_id,
    user_id,
    toUInt64(toUnixTimestamp64Milli(time) + 2208988800000) AS last_at
FROM (
    SELECT
        tenant_id,
        journey_id,
        user_id,
        time,
        (toString(type), toString(channel), toString(step_id)) AS as_it_is,
        arrayJoin(multiIf(
            type = 'entered', [('entered', '', '')],
            type IN ('step_entered', 'message_delivered'), [(as_it_is.1, as_it_is.2, '')],
            type IN ('message_sent', 'message_shown'), [as_it_is, ('message_sent', '', '')],
            [as_it_is])) AS kind
    FROM events
    WHERE type IN (
            'entered', 'message_sent', 'message_shown', 'message_read', 'message_opened', 'message_clicked', 'message_interacted',
            'message_unsubscribed', 'message_complained')
        OR type = 'step_entered' AND channel != ''
        OR type = 'message_delivered' AND channel = 'email');
