-- Every entrance of a user beside what else is known of him: so all users of a journey, with their entrances in any period,
-- are one reading of one table in its order. To join them with user_entrances took four times as long, and told the first
-- of them only after the last was read. A set, so that the same entrance seen twice changes nothing: the time as with the
-- other columns, times 2^64, plus event_key.
ALTER TABLE user_states ADD COLUMN IF NOT EXISTS entrance_keys SimpleAggregateFunction(groupUniqArrayArray, Array(UInt128)) CODEC(ZSTD(1));

ALTER TABLE user_states_view MODIFY QUERY
WITH
    toUnixTimestamp64Milli(time) + 2208988800000 AS at,
    type IN ('entered', 'exited', 'dropped') AS of_lifecycle,
    type IN ('step_completed', 'exited', 'dropped') AND step_id != '' AS at_step
SELECT
    tenant_id,
    journey_id,
    user_id,
    max(if(of_lifecycle, at * 4 + toInt8(type), 0)) AS state,
    max(if(of_lifecycle, (at, toUInt8(type), toString(reason), toString(event_name)), (toInt64(0), toUInt8(0), '', ''))) AS lifecycle,
    max(if(type = 'entered', at, 0)) AS entered_at,
    -- Completed steps come before exits and drops of the same time.
    max(if(at_step, (at, toUInt8(if(type = 'step_completed', 0, toInt8(type))), toString(step_id)), (toInt64(0), toUInt8(0), ''))) AS last_step,
    max(if(of_lifecycle OR type IN ('step_completed', 'step_entered'), at, 0)) AS updated_at,
    max(if(hwid != '', (at, hwid), (toInt64(0), ''))) AS device,
    groupUniqArrayIf(bitOr(bitShiftLeft(toUInt128(at), 64), toUInt128(event_key)), type = 'entered') AS entrance_keys
FROM events
WHERE type != 'custom' AND (of_lifecycle OR type IN ('step_completed', 'step_entered') OR hwid != '')
GROUP BY tenant_id, journey_id, user_id;

-- What came in before. Whatever else there is of these users stays as it is.
INSERT INTO user_states (tenant_id, journey_id, user_id, entrance_keys)
SELECT
    tenant_id,
    journey_id,
    user_id,
    groupUniqArray(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(time) + 2208988800000), 64), toUInt128(event_key)))
FROM user_entrances
GROUP BY tenant_id, journey_id, user_id
SETTINGS optimize_aggregation_in_order = 1;
