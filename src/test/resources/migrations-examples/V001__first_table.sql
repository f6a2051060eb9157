-- The first; isn't it?
CREATE TABLE IF NOT EXISTS first (x Int32 COMMENT 'semi;colon') ENGINE = MergeTree ORDER BY x;
ALTER TABLE first ADD COLUMN IF NOT EXISTS y String;
