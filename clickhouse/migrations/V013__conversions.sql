-- The conversions of goals with conditions: custom events that satisfy the conditions soon enough after their user's closest
-- start. A set, so that it may be added to in any order, again, and by several services: events only ever come, so a
-- conversion stays one, and its start only becomes later. Of several rows the one with the latest start stays. Where older
-- events no longer count, a row counts if both its times do: with its start gone there is none that is closer.
-- The roller fills it in the background, so there is nothing to do here.
CREATE TABLE IF NOT EXISTS conversions
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    filling UInt64 COMMENT 'which one of conversion_fillings',
    time DateTime64(3, 'UTC'),
    -- Always custom; for what is read together with other events.
    type Enum8(
        'entered' = 1, 'exited' = 2, 'dropped' = 3, 'step_completed' = 4, 'step_entered' = 5,
        'message_sent' = 6, 'message_shown' = 7, 'message_delivered' = 8, 'message_read' = 9, 'message_opened' = 10,
        'message_clicked' = 11, 'message_interacted' = 12, 'message_dismissed' = 13, 'message_failed' = 14,
        'message_skipped' = 15, 'message_unsubscribed' = 16, 'message_hard_bounced' = 17, 'message_soft_bounced' = 18,
        'message_complained' = 19, 'goal_reached' = 20, 'custom' = 21) DEFAULT 'custom',
    event_key UInt64 CODEC(NONE),
    user_key UInt128 CODEC(NONE),
    user_id String,
    started_at UInt64 COMMENT 'the time of the closest start, in milliseconds since 1900',
    -- By the clock of ClickHouse, which is the one that deletes.
    written_at DateTime DEFAULT now()
)
ENGINE = ReplacingMergeTree(started_at)
PRIMARY KEY (tenant_id, journey_id, filling, time)
ORDER BY (tenant_id, journey_id, filling, time, event_key, user_key)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1,
    enable_block_number_column = 1, enable_block_offset_column = 1;

-- Which definitions of goals have their conversions in the table, under which number, and up to when. Each row is true by
-- itself and stays so; that with the greatest version tells most. A definition that comes back gets another number, so that
-- rows may be removed without looking who fills the table meanwhile. What was dropped once stays dropped.
CREATE TABLE IF NOT EXISTS conversion_fillings
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    definition UUID COMMENT 'a hash of conditions, start and conversion period',
    filling UInt64,
    progress SimpleAggregateFunction(max, Tuple(version UInt64, covers UInt32))
        COMMENT 'the version of the watermark, and inserted_at of the last events whose conversions are there',
    dropped_at SimpleAggregateFunction(max, UInt32) COMMENT 'in seconds since 1970; 0: it is in use'
)
ENGINE = AggregatingMergeTree
ORDER BY (tenant_id, journey_id, definition, filling)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
