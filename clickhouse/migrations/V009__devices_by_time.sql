-- Which user has which device, in the order of devices, for the search; and when an event last said so: where older events no
-- longer count, neither do the devices that only they tell of. Of several rows the one with the latest time stays.
-- It takes the place of user_devices, which has no times.
CREATE TABLE IF NOT EXISTS device_users
(
    tenant_id LowCardinality(String),
    journey_id UUID,
    hwid String,
    user_id String,
    seen_at UInt64 COMMENT 'the time of the latest event that tells of it, in milliseconds since 1900'
)
ENGINE = ReplacingMergeTree(seen_at)
ORDER BY (tenant_id, journey_id, hwid, user_id)
SETTINGS default_compression_codec = 'ZSTD(1)', fsync_after_insert = 1, fsync_part_directory = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS device_users_view TO device_users AS
SELECT tenant_id, journey_id, hwid, user_id, toUInt64(max(toUnixTimestamp64Milli(time)) + 2208988800000) AS seen_at
FROM events
WHERE type != 'custom' AND hwid != ''
GROUP BY tenant_id, journey_id, hwid, user_id;

-- What came in before.
INSERT INTO device_users (tenant_id, journey_id, hwid, user_id, seen_at)
SELECT tenant_id, journey_id, hwid, user_id, toUInt64(toUnixTimestamp64Milli(time) + 2208988800000)
FROM events
WHERE type != 'custom' AND hwid != '';

DROP VIEW IF EXISTS user_devices_view;

DROP TABLE IF EXISTS user_devices;
