-- Jobs that export files: every state that a job ever had, as a whole; the one with the highest revision is the present.
--
-- A state takes the next revision of its job. Two instances that want the same one send the same deduplication token, of which
-- ClickHouse keeps the first block only: so only one of them takes a job on, cancels it or publishes its file.
-- Few rows; what was answered must not be forgotten, so every insert is forced to the disk.
CREATE TABLE IF NOT EXISTS export_jobs
(
    tenant_id String,
    job_id UUID,
    revision UInt32 COMMENT 'how often the job was changed, from 1, without gaps',
    change_id UUID COMMENT 'tells the writers apart that wanted the same revision',
    created_at DateTime64(3, 'UTC') COMMENT 'when the job was asked for, by the clock of the service',
    status LowCardinality(String),
    job String COMMENT 'all of it, as JSON',
    written_at DateTime DEFAULT now() COMMENT 'by the clock of ClickHouse; only for forgetting'
)
ENGINE = MergeTree
ORDER BY (tenant_id, job_id, revision, change_id)
TTL written_at + INTERVAL 30 DAY
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
