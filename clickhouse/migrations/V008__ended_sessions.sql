-- Sessions that somebody signed out of before they ended by themselves; each is kept until it would have ended anyway.
CREATE TABLE IF NOT EXISTS ended_sessions
(
    session_id String COMMENT 'the id in its token; empty: all sessions of the key that were begun by then',
    key_id String COMMENT 'the key that it was begun with',
    begun_by DateTime64(3, 'UTC') COMMENT 'when it was ended, by the clock of the service',
    -- By the clock of ClickHouse, which is the one that deletes.
    kept_until DateTime('UTC')
)
ENGINE = ReplacingMergeTree(kept_until)
ORDER BY (key_id, session_id)
TTL kept_until
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
