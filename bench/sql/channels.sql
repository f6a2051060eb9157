-- at /
SELECT arraySort(groupUniqArrayIf(channel, channel != '')) AS channels
FROM event_counts FINAL
ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel, counts.reason AS reason, counts.number AS number
WHERE tenant_id = {tenant} AND journey_id = {journey} AND {quarters};
