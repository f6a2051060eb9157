-- at /journeys by id
SELECT journey_id AS id, sum(number) AS entrances
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND type = 'entered' AND {quarters}
GROUP BY id;

-- at /journeys by id
SELECT id, countIf(kind = 1) AS in_journey_now
FROM (
    SELECT journey_id AS id, max(state) % 4 AS kind
    FROM user_states
    WHERE tenant_id = {tenant}
    GROUP BY journey_id, user_key
)
GROUP BY id;

-- at /journeys by id
SELECT journey AS id, uniqExact(user) AS goals_reached
FROM (
    SELECT journey_id AS journey, user_key AS user
    FROM events
    WHERE tenant_id = {tenant} AND type = 'goal_reached'
    UNION ALL
    SELECT start.journey, done.user
    FROM (
        SELECT user_key AS user, time AS at, journey
        FROM events
        ARRAY JOIN (SELECT groupUniqArray(journey_id) FROM user_states WHERE tenant_id = {tenant} AND journey_id != {nobody}) AS journey
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase'
            AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 300
    ) AS done
    ASOF JOIN (
        SELECT journey_id AS journey, user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND type = 'entered'
    ) AS start ON done.journey = start.journey AND done.user = start.user AND done.at >= start.at
    WHERE done.at < start.at + INTERVAL 30 DAY
    UNION ALL
    SELECT start.journey, done.user
    FROM (
        SELECT user_key AS user, time AS at, journey
        FROM events
        ARRAY JOIN (SELECT groupUniqArray(journey_id) FROM user_states WHERE tenant_id = {tenant} AND journey_id != {nobody}) AS journey
        WHERE tenant_id = {tenant} AND journey_id = {nobody} AND type = 'custom' AND event_name = 'purchase'
            AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 450
    ) AS done
    ASOF JOIN (
        SELECT journey_id AS journey, user_key AS user, time AS at
        FROM events
        WHERE tenant_id = {tenant} AND type = 'step_completed' AND step_id = 'step-02'
    ) AS start ON done.journey = start.journey AND done.user = start.user AND done.at >= start.at
    WHERE done.at < start.at + INTERVAL 7 DAY
)
GROUP BY id;
