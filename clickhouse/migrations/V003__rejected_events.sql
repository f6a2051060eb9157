-- What was refused, so that nothing sent is lost; the same text refused again for the same faults is the same row.
CREATE TABLE IF NOT EXISTS rejected_events
(
    tenant_id LowCardinality(String),
    received_at DateTime64(3, 'UTC'),
    position UInt32,
    event_id String,
    event String,
    truncated Bool,
    errors String,
    -- By the clock of ClickHouse, which is the one that deletes.
    kept_since DateTime DEFAULT now(),
    event_key UInt128 DEFAULT reinterpretAsUInt128(sipHash128(event, errors))
)
ENGINE = ReplacingMergeTree(received_at)
ORDER BY (tenant_id, event_key)
TTL kept_since + INTERVAL 30 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
