-- at /
SELECT arraySort(groupUniqArrayIf(channel, channel != '')) AS channels
FROM events FINAL
WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside};
