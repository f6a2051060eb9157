-- at /
SELECT
    count(*) FILTER (WHERE type = 'entered') AS entrances,
    count(*) FILTER (WHERE type = 'exited') AS exits,
    count(*) FILTER (WHERE type = 'dropped' AND reason = 'internal_error') AS internal_errors,
    count(*) FILTER (WHERE type = 'dropped' AND reason = 'sending_error') AS sending_errors,
    count(*) FILTER (WHERE type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'exited', 'dropped') AND {inside};

-- at /
SELECT count(*) FILTER (WHERE last % 4 = 1) AS in_journey_now
FROM (
    SELECT max(epoch_ms(time) * 4 + CASE type WHEN 'dropped' THEN 0 WHEN 'entered' THEN 1 ELSE 2 END) AS last
    FROM events
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'exited', 'dropped')
    GROUP BY user_id
);
