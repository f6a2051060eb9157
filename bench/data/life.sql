-- {events} events to be sent again and again, one a line: what happened in journey 1 of tenant bench in its last {days} days ({kinds}), spread over
-- {journeys} journeys from number {first} on, half of it in the first, a quarter in the second and so on. An id gets the number of the round
-- in the place of #, a time is put in the place of @.
WITH
    cityHash64(event_key, 'life') AS h,
    {first} - 1 + least({journeys}, bitCount(bitXor(h, h - 1))) AS journey
SELECT concat('{', arrayStringConcat(arrayFilter(field -> field != '', [
    concat('"event_id":"', lower(hex(sipHash128(event_key, type))), '-#"'),
    concat('"type":"', type, '"'),
    '"time":"@"',
    if(type = 'custom', '', concat('"journey_id":"00000000-0000-4000-8000-', leftPad(toString(journey), 12, '0'), '"')),
    concat('"user_id":"', user_id, '"'),
    if(hwid = '', '', concat('"hwid":"', hwid, '"')),
    if(step_id = '', '', concat('"step_id":"', step_id, '"')),
    if(channel = '', '', concat('"channel":"', channel, '"')),
    if(message_key = 0, '', concat('"message_id":"', lower(hex(message_key)), '-#"')),
    if(goal_id = '', '', concat('"goal_id":"', goal_id, '"')),
    if(reason = '', '', concat('"reason":"', reason, '"')),
    if(event_name = '', '', concat('"event_name":"', event_name, '"')),
    if(link_url = '', '', concat('"link_url":"', link_url, '"')),
    if(properties = '', '', concat('"properties":', properties))]), ','), '}')
FROM events
WHERE tenant_id = 'bench'
    AND journey_id IN ('00000000-0000-4000-8000-000000000001', '00000000-0000-0000-0000-000000000000')
    AND time >= fromUnixTimestamp64Milli(toInt64({end_ms} - {days} * 86400000), 'UTC')
    AND {kinds}
ORDER BY h
LIMIT {events}
FORMAT TSVRaw
