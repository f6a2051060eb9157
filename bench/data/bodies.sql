-- {events} events as senders write them, a line each: those of journey 1 of tenant bench in its last {days} days, and the tenant's custom
-- events, under ids that number {round} makes new, at some time of the last hour. They are for tenant scratch, which has a journey 1, too.
WITH
    sipHash128(event_key, type, {round}) AS id,
    fromUnixTimestamp64Milli(toInt64({end_ms} - cityHash64(event_key, {round}) % 3600000), 'UTC') AS at
SELECT concat('{', arrayStringConcat(arrayFilter(field -> field != '', [
    concat('"event_id":"', lower(hex(id)), '"'),
    concat('"type":"', type, '"'),
    concat('"time":"', replaceOne(toString(at), ' ', 'T'), 'Z"'),
    if(type = 'custom', '', concat('"journey_id":"', toString(journey_id), '"')),
    concat('"user_id":"', user_id, '"'),
    if(hwid = '', '', concat('"hwid":"', hwid, '"')),
    if(step_id = '', '', concat('"step_id":"', step_id, '"')),
    if(channel = '', '', concat('"channel":"', channel, '"')),
    if(message_key = 0, '', concat('"message_id":"', lower(hex(sipHash128(message_key, {round}))), '"')),
    if(goal_id = '', '', concat('"goal_id":"', goal_id, '"')),
    if(reason = '', '', concat('"reason":"', reason, '"')),
    if(event_name = '', '', concat('"event_name":"', event_name, '"')),
    if(link_url = '', '', concat('"link_url":"', link_url, '"')),
    if(properties = '', '', concat('"properties":', properties))]), ','), '}')
FROM events
WHERE tenant_id = 'bench'
    AND journey_id IN ('00000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000000')
    AND time >= fromUnixTimestamp64Milli(toInt64({end_ms} - {days} * 86400000), 'UTC')
ORDER BY cityHash64(event_key, {round})
LIMIT {events}
FORMAT TSVRaw
