-- A tenant's refused events are kept within bounds: the oldest go, but not their number. Rows that were deleted stay in their
-- parts until these are merged, which happens sooner where a part counts as large as what is left of it.
ALTER TABLE rejected_events MODIFY SETTING exclude_deleted_rows_for_part_size_in_merge = 1;

CREATE TABLE IF NOT EXISTS rejected_events_removed
(
    tenant_id LowCardinality(String),
    day Date COMMENT 'when they were removed',
    number UInt64 COMMENT 'how many'
)
ENGINE = SummingMergeTree
ORDER BY (tenant_id, day)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
