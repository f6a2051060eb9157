-- A user's events are found by their hash without reading those of all users.
ALTER TABLE events ADD INDEX IF NOT EXISTS user_key_filter user_key TYPE bloom_filter(0.01) GRANULARITY 1;

ALTER TABLE events MATERIALIZE INDEX user_key_filter;

-- Rows are deleted by small parts that mask them (lightweight_delete_mode = 'lightweight_update'), which takes a twentieth of
-- the time of a mutation and waits for no merge; these columns say which rows they are. Not for user_states: an
-- AggregatingMergeTree cannot have them.
ALTER TABLE events MODIFY SETTING enable_block_number_column = 1, enable_block_offset_column = 1;

ALTER TABLE user_entrances MODIFY SETTING enable_block_number_column = 1, enable_block_offset_column = 1;

ALTER TABLE device_users MODIFY SETTING enable_block_number_column = 1, enable_block_offset_column = 1;

ALTER TABLE rejected_events MODIFY SETTING enable_block_number_column = 1, enable_block_offset_column = 1;

-- An insertion that was checked against the erased users known up to some moment must begin soon after it, or not at all: until
-- when, valid_until says by the clock of ClickHouse. So an instance of the service that does not know yet who was erased cannot
-- insert events of that user later than this.
ALTER TABLE events ADD COLUMN IF NOT EXISTS valid_until DateTime64(3, 'UTC') EPHEMERAL toDateTime64('2200-01-01 00:00:00', 3, 'UTC');

ALTER TABLE events MODIFY COLUMN inserted_at DateTime DEFAULT now() + throwIf(now64(3) > valid_until, 'The insertion came too late.');

ALTER TABLE rejected_events ADD COLUMN IF NOT EXISTS valid_until DateTime64(3, 'UTC') EPHEMERAL toDateTime64('2200-01-01 00:00:00', 3, 'UTC');

ALTER TABLE rejected_events MODIFY COLUMN kept_since DateTime DEFAULT now() + throwIf(now64(3) > valid_until, 'The insertion came too late.');

-- Whose event was refused; of rows kept before, as far as their text tells.
ALTER TABLE rejected_events ADD COLUMN IF NOT EXISTS user_id String DEFAULT JSONExtractString(event, 'user_id') AFTER event_id;

-- The users whose rows are being removed. Statements that remove them refer to this table, so that no id stands in the text of a
-- statement, which ClickHouse keeps in its logs. A partition is dropped once nothing of its users is on the disk.
CREATE TABLE IF NOT EXISTS users_being_erased
(
    tenant_id String,
    erasure_id UUID,
    user_id String,
    user_key UInt128 DEFAULT reinterpretAsUInt128(sipHash128(user_id)) CODEC(NONE),
    before DateTime64(3, 'UTC') COMMENT 'their events with a time before this are erased'
)
ENGINE = MergeTree
PARTITION BY toStartOfHour(before)
ORDER BY (tenant_id, erasure_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- The quarter hours in which events are being erased, to be counted again; noted before that, so that a crash loses none.
CREATE TABLE IF NOT EXISTS quarter_hours_being_erased
(
    tenant_id String,
    journey_id UUID,
    quarter_hour UInt32,
    before DateTime64(3, 'UTC') COMMENT 'that of the users'
)
ENGINE = MergeTree
PARTITION BY toStartOfHour(before)
ORDER BY (tenant_id, before, journey_id, quarter_hour)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
