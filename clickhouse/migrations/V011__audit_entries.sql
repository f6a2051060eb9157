-- Who signed in, was refused, or read which users or files: what changes nothing, and so is not in catalogue_changes. What
-- is alike within a minute (refusals: an hour) is one entry with a number. It is written again as that grows; the greatest
-- version counts.
CREATE TABLE IF NOT EXISTS audit_entries
(
    tenant_id LowCardinality(String) COMMENT 'empty: that of no tenant, such as refusals of keys that are not known',
    at DateTime64(3, 'UTC') COMMENT 'the first time, by the clock of the service',
    entry_id UInt64,
    version UInt32,
    last_at DateTime64(3, 'UTC') COMMENT 'the last time',
    kind LowCardinality(String),
    number UInt64 COMMENT 'how often',
    completed UInt64 COMMENT 'how often all of the answer was sent',
    bytes UInt64 COMMENT 'of all answers together',
    key_id String,
    key_name String,
    role LowCardinality(String),
    address String,
    operation LowCardinality(String),
    journey_id String,
    about String COMMENT 'what else was named, as JSON',
    keep_seconds UInt32,
    -- By the clock of ClickHouse, which is the one that deletes.
    kept_since DateTime DEFAULT now()
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (tenant_id, at, entry_id)
TTL kept_since + toIntervalSecond(keep_seconds)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, exclude_deleted_rows_for_part_size_in_merge = 1;

-- How many entries made room for newer ones.
CREATE TABLE IF NOT EXISTS audit_entries_removed
(
    tenant_id LowCardinality(String),
    day Date COMMENT 'when they were removed',
    number UInt64 COMMENT 'how many'
)
ENGINE = SummingMergeTree
ORDER BY (tenant_id, day)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
