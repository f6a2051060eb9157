-- The custom events of tenant bench that belong to the entrances from number {from} to before {to}: one to every eight.
INSERT INTO events
    (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id, channel, message_id, goal_id, reason, event_name, link_url, properties, named_journey_id)
WITH
    cityHash64({seed}, number, 'custom') AS h,
    toUInt64({entrances} * 0.377) AS users,
    cityHash64(h, 'amount') % 500 AS amount
SELECT
    toString(reinterpretAsUUID(sipHash128(h, 'custom'))), 'bench', toUUID('00000000-0000-0000-0000-000000000000'), 'custom',
    fromUnixTimestamp64Milli(toInt64({start_ms} + ({end_ms} - {start_ms}) * number / {entrances}), 'UTC'),
    concat('user-', leftPad(toString((cityHash64(h, 'user') % users * 2654435761) % (users * 10 + 1)), 8, '0')), '', '', '', '', '', '',
    ['purchase','page_view','page_view','page_view','login'][1 + cityHash64(h, 'name') % 5], '',
    -- Every hundredth amount is a text: it must not compare with a number.
    concat('{"amount":', if(h % 100 = 7, concat('"', toString(amount), '"'), concat(toString(amount), '.5')), ',"currency":"', ['EUR','USD','JPY'][1 + h % 3], '","sku":"A-', toString(h % 10000), '"}'),
    toUUID('00000000-0000-0000-0000-000000000000')
FROM numbers({from}, {to} - {from})
WHERE number % 8 = 0
SETTINGS max_partitions_per_insert_block = 0;
