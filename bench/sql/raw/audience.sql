-- at /
SELECT
    countIf(type = 'entered') AS entrances,
    countIf(type = 'exited') AS exits,
    countIf(type = 'dropped' AND reason = 'internal_error') AS internal_errors,
    countIf(type = 'dropped' AND reason = 'sending_error') AS sending_errors,
    countIf(type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'exited', 'dropped') AND {inside};

-- at /
SELECT countIf(kind = 'entered') AS in_journey_now
FROM (
    SELECT argMax(type, (time, type)) AS kind
    FROM events FINAL
    WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'exited', 'dropped')
    GROUP BY user_id
);
