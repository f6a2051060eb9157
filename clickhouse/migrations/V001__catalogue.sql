-- Tenants, keys and journeys: every change ever made, in order; the present is a fold over it.
--
-- A change takes the next free position of its log. Two writers that want the same one send the same deduplication token,
-- of which ClickHouse keeps the first block only: the insert is a compare-and-set, without a second system.
-- Nothing is ever updated or deleted here. Few rows, each precious: every insert is forced to the disk.
CREATE TABLE IF NOT EXISTS catalogue_changes
(
    log LowCardinality(String) COMMENT 'which fold the change belongs to: tenants or journeys',
    position UInt64 COMMENT 'its place in the log, from 1, without gaps',
    change_id UUID COMMENT 'tells the writers apart that wanted the same position',
    at DateTime64(3, 'UTC') COMMENT 'when, by the clock of the service that wrote it; never used for order',
    author String COMMENT 'who: the id of a key, or operator',
    tenant String,
    subject String COMMENT 'the id of the tenant, key or journey',
    payload String COMMENT 'what, as JSON'
)
ENGINE = MergeTree
ORDER BY (log, position, change_id)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
