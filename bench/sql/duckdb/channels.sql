-- at /
SELECT list_sort(list(DISTINCT channel) FILTER (WHERE channel != '')) AS channels
FROM events
WHERE tenant_id = {tenant} AND journey_id = {journey} AND {inside};
