-- The tables that views keep, filled month by month (so that parts overlap in users, as they do in life) by the views' own SELECTs.
DROP TABLE IF EXISTS storage_lab.user_states SYNC;
CREATE TABLE storage_lab.user_states
(
    tenant_id LowCardinality(String), journey_id UUID, user_id String,
    state SimpleAggregateFunction(max, Int64),
    lifecycle SimpleAggregateFunction(max, Tuple(time DateTime64(3,'UTC'), kind UInt8, reason String, event_name String)),
    entered_at SimpleAggregateFunction(max, DateTime64(3,'UTC')),
    last_step SimpleAggregateFunction(max, Tuple(time DateTime64(3,'UTC'), rank UInt8, step_id String)),
    updated_at SimpleAggregateFunction(max, DateTime64(3,'UTC')),
    device SimpleAggregateFunction(max, Tuple(time DateTime64(3,'UTC'), hwid String))
) ENGINE = AggregatingMergeTree ORDER BY (tenant_id, journey_id, user_id) SETTINGS default_compression_codec = 'ZSTD(1)';
DROP TABLE IF EXISTS storage_lab.user_entrances SYNC;
CREATE TABLE storage_lab.user_entrances (tenant_id LowCardinality(String), journey_id UUID, user_id String, time DateTime64(3,'UTC'), event_key UInt64)
ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, user_id, time, event_key) SETTINGS default_compression_codec = 'ZSTD(1)';
DROP TABLE IF EXISTS storage_lab.user_devices SYNC;
CREATE TABLE storage_lab.user_devices (tenant_id LowCardinality(String), journey_id UUID, hwid String, user_id String)
ENGINE = ReplacingMergeTree ORDER BY (tenant_id, journey_id, hwid, user_id) SETTINGS default_compression_codec = 'ZSTD(1)';
-- merges wait until `optimize`, so that `queries` before it see six overlapping parts
SYSTEM STOP MERGES storage_lab.user_states;
SYSTEM STOP MERGES storage_lab.user_entrances;
SYSTEM STOP MERGES storage_lab.user_devices;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202603 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202603;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202603;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202604 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202604;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202604;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202605 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202605;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202605;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202606 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202606;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202606;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202607 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202607;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202607;
INSERT INTO storage_lab.user_states SELECT tenant_id, journey_id, user_id,
    maxIf(toUnixTimestamp64Milli(time) * 4 + toInt8(type), type IN ('entered', 'exited', 'dropped')) AS state,
    maxIf((time, toUInt8(type), reason::String, event_name::String), type IN ('entered', 'exited', 'dropped')) AS lifecycle,
    maxIf(time, type = 'entered') AS entered_at,
    maxIf((time, toUInt8(type), step_id::String), type IN ('step_completed', 'exited', 'dropped') AND step_id != '') AS last_step,
    maxIf(time, type <= 'step_entered') AS updated_at,
    maxIf((time, hwid), hwid != '') AS device
FROM storage_lab.events WHERE journey_id != toUUID('00000000-0000-0000-0000-000000000000') AND (type <= 'step_entered' OR hwid != '') AND toYYYYMM(time) = 202608 GROUP BY tenant_id, journey_id, user_id;
INSERT INTO storage_lab.user_entrances SELECT tenant_id, journey_id, user_id, time, event_key FROM storage_lab.events WHERE type = 'entered' AND toYYYYMM(time) = 202608;
INSERT INTO storage_lab.user_devices SELECT DISTINCT tenant_id, journey_id, hwid, user_id FROM storage_lab.events WHERE hwid != '' AND toYYYYMM(time) = 202608;
