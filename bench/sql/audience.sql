-- at /
SELECT
    sumIf(number, type = 'entered') AS entrances,
    sumIf(number, type = 'exited') AS exits,
    sumIf(number, type = 'dropped' AND reason = 'internal_error') AS internal_errors,
    sumIf(number, type = 'dropped' AND reason = 'sending_error') AS sending_errors,
    sumIf(number, type = 'dropped' AND reason IN ('internal_error', 'sending_error')) AS drop_offs
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND type IN ('entered', 'exited', 'dropped') AND {quarters};

-- at /
SELECT countIf(kind = 1) AS in_journey_now
FROM (
    SELECT max(state) % 4 AS kind
    FROM user_states
    WHERE tenant_id = {tenant} AND journey_id = {journey}
    GROUP BY user_key
);
