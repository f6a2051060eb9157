-- Each block: "-- group | variant", then one statement. The variants of a group take turns.

-- users_all | text
SELECT uniqExact(user_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened';
-- users_all | hash 64
SELECT uniqExact(user64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened';
-- users_all | hash 128
SELECT uniqExact(user128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened';
-- users_all | text, group by
SELECT count() FROM (SELECT user_id FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' GROUP BY user_id);
-- users_delivered | text
SELECT uniqExact(user_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- users_delivered | hash 64
SELECT uniqExact(user64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- users_delivered | hash 128
SELECT uniqExact(user128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- users_delivered | text, group by
SELECT count() FROM (SELECT user_id FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered' GROUP BY user_id);
-- users_delivered | text in table events
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- users_30d | text
SELECT uniqExact(user_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- users_30d | hash 64
SELECT uniqExact(user64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- users_30d | hash 128
SELECT uniqExact(user128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- users_1d | text
SELECT uniqExact(user_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- users_1d | hash 64
SELECT uniqExact(user64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- users_1d | hash 128
SELECT uniqExact(user128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- pairs_all | text, uniqExact of two arguments
SELECT uniqExact(step_id, user_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email';
-- pairs_all | text, users per step added up
SELECT sum(u) FROM (SELECT uniqExact(user_id) AS u FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' GROUP BY step_id);
-- pairs_all | hash 64, users per step added up
SELECT sum(u) FROM (SELECT uniqExact(user64) AS u FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' GROUP BY step_id);
-- pairs_all | hash 128, users per step added up
SELECT sum(u) FROM (SELECT uniqExact(user128) AS u FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' GROUP BY step_id);
-- join_users | text
SELECT count() FROM storage_lab.ids AS i INNER JOIN (SELECT user_id, max(time) AS t FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'goal_reached' GROUP BY user_id) AS g USING (user_id) WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered' AND i.time <= g.t;
-- join_users | hash 64
SELECT count() FROM storage_lab.ids AS i INNER JOIN (SELECT user64, max(time) AS t FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'goal_reached' GROUP BY user64) AS g USING (user64) WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered' AND i.time <= g.t;
-- join_users | hash 128
SELECT count() FROM storage_lab.ids AS i INNER JOIN (SELECT user128, max(time) AS t FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'goal_reached' GROUP BY user128) AS g USING (user128) WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered' AND i.time <= g.t;
-- join_users | text, semi-join first
SELECT count() FROM (SELECT user_id, time FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered' AND user_id IN (SELECT user_id FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'goal_reached')) AS i INNER JOIN (SELECT user_id, max(time) AS t FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'goal_reached' GROUP BY user_id) AS g USING (user_id) WHERE i.time <= g.t;

-- messages_all | text
SELECT uniqExact(message_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- messages_all | hash 64
SELECT uniqExact(message64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- messages_all | hash 128
SELECT uniqExact(message128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- messages_30d | text
SELECT uniqExact(message_id) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- messages_30d | hash 64
SELECT uniqExact(message64) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- messages_30d | hash 128
SELECT uniqExact(message128) FROM storage_lab.ids WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';

-- order_users_all | type, time
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email';
-- order_users_all | channel, type, time
SELECT uniqExact(user_id) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email';
-- order_users_all | type, step, time
SELECT uniqExact(user_id) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email';
-- order_users_all | time, type
SELECT uniqExact(user_id) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email';
-- order_users_30d | type, time
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_30d | channel, type, time
SELECT uniqExact(user_id) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_30d | type, step, time
SELECT uniqExact(user_id) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_30d | time, type
SELECT uniqExact(user_id) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_1d | type, time
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_1d | channel, type, time
SELECT uniqExact(user_id) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_1d | type, step, time
SELECT uniqExact(user_id) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_users_1d | time, type
SELECT uniqExact(user_id) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' AND channel = 'email' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00';
-- order_steps_30d | type, time
SELECT step_id, uniqExactIf(user_id, type = 'message_sent'), uniqExactIf(user_id, type IN ('message_opened', 'message_clicked')) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_opened', 'message_clicked') AND channel = 'push' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY step_id ORDER BY step_id;
-- order_steps_30d | channel, type, time
SELECT step_id, uniqExactIf(user_id, type = 'message_sent'), uniqExactIf(user_id, type IN ('message_opened', 'message_clicked')) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_opened', 'message_clicked') AND channel = 'push' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY step_id ORDER BY step_id;
-- order_steps_30d | type, step, time
SELECT step_id, uniqExactIf(user_id, type = 'message_sent'), uniqExactIf(user_id, type IN ('message_opened', 'message_clicked')) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_opened', 'message_clicked') AND channel = 'push' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY step_id ORDER BY step_id;
-- order_steps_30d | time, type
SELECT step_id, uniqExactIf(user_id, type = 'message_sent'), uniqExactIf(user_id, type IN ('message_opened', 'message_clicked')) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_opened', 'message_clicked') AND channel = 'push' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY step_id ORDER BY step_id;
-- order_onestep_all | type, time
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_clicked') AND step_id = 'step-03';
-- order_onestep_all | channel, type, time
SELECT uniqExact(user_id) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_clicked') AND step_id = 'step-03';
-- order_onestep_all | type, step, time
SELECT uniqExact(user_id) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_clicked') AND step_id = 'step-03';
-- order_onestep_all | time, type
SELECT uniqExact(user_id) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_clicked') AND step_id = 'step-03';
-- order_email_all | type, time
SELECT uniqExactIf(user_id, type = 'message_delivered'), uniqExactIf((step_id, user_id), type = 'message_opened'), uniqExactIf((step_id, user_id), type = 'message_clicked') FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked') AND channel = 'email';
-- order_email_all | channel, type, time
SELECT uniqExactIf(user_id, type = 'message_delivered'), uniqExactIf((step_id, user_id), type = 'message_opened'), uniqExactIf((step_id, user_id), type = 'message_clicked') FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked') AND channel = 'email';
-- order_email_all | type, step, time
SELECT uniqExactIf(user_id, type = 'message_delivered'), uniqExactIf((step_id, user_id), type = 'message_opened'), uniqExactIf((step_id, user_id), type = 'message_clicked') FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked') AND channel = 'email';
-- order_email_all | time, type
SELECT uniqExactIf(user_id, type = 'message_delivered'), uniqExactIf((step_id, user_id), type = 'message_opened'), uniqExactIf((step_id, user_id), type = 'message_clicked') FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked') AND channel = 'email';
-- order_state_all | type, time
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('entered', 'exited', 'dropped');
-- order_state_all | channel, type, time
SELECT uniqExact(user_id) FROM storage_lab.events_channel WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('entered', 'exited', 'dropped');
-- order_state_all | type, step, time
SELECT uniqExact(user_id) FROM storage_lab.events_step WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('entered', 'exited', 'dropped');
-- order_state_all | time, type
SELECT uniqExact(user_id) FROM storage_lab.events_time WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('entered', 'exited', 'dropped');
-- count_all | FINAL, by month
SELECT type, channel, count() AS c FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_all | FINAL, one partition
SELECT type, channel, count() AS c FROM storage_lab.events_none FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_all | FINAL, by month, merging across partitions
SELECT type, channel, count() AS c FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 0, enable_automatic_decision_for_merging_across_partitions_for_final = 0;
-- count_all | uniqExact(time, key)
SELECT type, channel, uniqExact(time, event_key) AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC;
-- count_all | uniqExact(time xor key)
SELECT type, channel, uniqExact(bitXor(event_key, cityHash64(time))) AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC;
-- count_all | GROUP BY key, then count
SELECT type, channel, count() AS c FROM (SELECT type, any(channel) AS channel FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, time, event_key) GROUP BY type, channel ORDER BY c DESC;
-- count_all | GROUP BY key in order, then count
SELECT type, channel, count() AS c FROM (SELECT type, any(channel) AS channel FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY tenant_id, journey_id, type, time, event_key) GROUP BY type, channel ORDER BY c DESC SETTINGS optimize_aggregation_in_order = 1;
-- count_all | plain count (wrong under duplicates)
SELECT type, channel, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1 GROUP BY type, channel ORDER BY c DESC;
-- count_30d | FINAL, by month
SELECT type, channel, count() AS c FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_30d | FINAL, one partition
SELECT type, channel, count() AS c FROM storage_lab.events_none FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_30d | FINAL, by month, merging across partitions
SELECT type, channel, count() AS c FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC SETTINGS do_not_merge_across_partitions_select_final = 0, enable_automatic_decision_for_merging_across_partitions_for_final = 0;
-- count_30d | uniqExact(time, key)
SELECT type, channel, uniqExact(time, event_key) AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC;
-- count_30d | uniqExact(time xor key)
SELECT type, channel, uniqExact(bitXor(event_key, cityHash64(time))) AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC;
-- count_30d | GROUP BY key, then count
SELECT type, channel, count() AS c FROM (SELECT type, any(channel) AS channel FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, time, event_key) GROUP BY type, channel ORDER BY c DESC;
-- count_30d | GROUP BY key in order, then count
SELECT type, channel, count() AS c FROM (SELECT type, any(channel) AS channel FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY tenant_id, journey_id, type, time, event_key) GROUP BY type, channel ORDER BY c DESC SETTINGS optimize_aggregation_in_order = 1;
-- count_30d | plain count (wrong under duplicates)
SELECT type, channel, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY type, channel ORDER BY c DESC;
-- count_daily | FINAL
SELECT toStartOfDay(time, 'Asia/Kathmandu') AS d, type, channel, count() FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_failed', 'entered') GROUP BY d, type, channel ORDER BY d, type, channel SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_daily | uniq
SELECT toStartOfDay(time, 'Asia/Kathmandu') AS d, type, channel, uniqExact(time, event_key) FROM storage_lab.events  WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_failed', 'entered') GROUP BY d, type, channel ORDER BY d, type, channel SETTINGS do_not_merge_across_partitions_select_final = 1;
-- count_daily | plain
SELECT toStartOfDay(time, 'Asia/Kathmandu') AS d, type, channel, count() FROM storage_lab.events  WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_sent', 'message_failed', 'entered') GROUP BY d, type, channel ORDER BY d, type, channel SETTINGS do_not_merge_across_partitions_select_final = 1;

-- custom_filter | JSONExtractFloat (loose)
SELECT count() FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONExtractFloat(properties, 'amount') >= 50;
-- custom_filter | JSONType checked, then JSONExtractFloat
SELECT count() FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50;
-- custom_filter | toFloat64OrNull(JSONExtractRaw): strict, one look at the text
SELECT count() FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND toFloat64OrNull(JSONExtractRaw(properties, 'amount')) >= 50;
-- custom_filter | customs table, event_name first
SELECT count() FROM storage_lab.customs WHERE tenant_id = 'bench' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50;
-- custom_filter | customs_json table, JSON column
SELECT count() FROM storage_lab.customs_json WHERE tenant_id = 'bench' AND event_name = 'purchase' AND (properties.amount.:Int64 >= 50 OR properties.amount.:Float64 >= 50);
-- custom_filter_1d | events
SELECT count() FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50;
-- custom_filter_1d | customs table, event_name first
SELECT count() FROM storage_lab.customs WHERE tenant_id = 'bench' AND event_name = 'purchase' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50;

-- start_join | ASOF JOIN, starts on the right
SELECT uniqExact(c.user_id), count() FROM (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50) AS c
ASOF INNER JOIN (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered') AS s ON c.user_id = s.user_id AND s.time <= c.time WHERE c.time < s.time + INTERVAL 30 DAY;
-- start_join | ASOF JOIN, starts only of users who have such an event
WITH cs AS (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50)
SELECT uniqExact(c.user_id), count() FROM cs AS c
ASOF INNER JOIN (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id IN (SELECT user_id FROM cs)) AS s ON c.user_id = s.user_id AND s.time <= c.time WHERE c.time < s.time + INTERVAL 30 DAY;
-- start_join | the same, by sipHash64(user) computed on the way
WITH cs AS (SELECT sipHash64(user_id) AS u, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50)
SELECT uniqExact(c.u), count() FROM cs AS c
ASOF INNER JOIN (SELECT sipHash64(user_id) AS u, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND u IN (SELECT u FROM cs)) AS s ON c.u = s.u AND s.time <= c.time WHERE c.time < s.time + INTERVAL 30 DAY;
-- start_join | arrays: group by user, no join
SELECT uniqExact(user_id), sum(n) FROM (SELECT user_id, groupArrayIf(time, type = 'entered') AS s, groupArrayIf(time, type = 'custom') AS c, arrayCount(t -> arrayExists(x -> x <= t AND t < x + INTERVAL 30 DAY, s), c) AS n
FROM storage_lab.events WHERE (tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered') OR (tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_name = 'purchase' AND JSONType(properties, 'amount') IN ('Int64', 'UInt64', 'Double') AND JSONExtractFloat(properties, 'amount') >= 50) GROUP BY user_id HAVING n > 0);

-- goal_join | ASOF JOIN: 2 M interactions, conversions on the right
SELECT sum(u) FROM (SELECT i.step_id, uniqExact(i.user_id) AS u FROM (SELECT step_id, user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read')) AS i
ASOF INNER JOIN (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_key % 5 < 2) AS g ON i.user_id = g.user_id AND g.time >= i.time WHERE g.time <= i.time + INTERVAL 30 DAY GROUP BY i.step_id);
-- goal_join | the same after a semi-join on the users who converted
WITH g AS (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_key % 5 < 2)
SELECT sum(u) FROM (SELECT i.step_id, uniqExact(i.user_id) AS u FROM (SELECT step_id, user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read') AND user_id IN (SELECT user_id FROM g)) AS i
ASOF INNER JOIN g ON i.user_id = g.user_id AND g.time >= i.time WHERE g.time <= i.time + INTERVAL 30 DAY GROUP BY i.step_id);
-- goal_join | plain hash join (all pairs) after the semi-join
WITH g AS (SELECT user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_key % 5 < 2)
SELECT sum(u) FROM (SELECT i.step_id, uniqExact(i.user_id) AS u FROM (SELECT step_id, user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read') AND user_id IN (SELECT user_id FROM g)) AS i
INNER JOIN g ON i.user_id = g.user_id WHERE g.time >= i.time AND g.time <= i.time + INTERVAL 30 DAY GROUP BY i.step_id);
-- goal_join | plain hash join against arrays of times by user
WITH g AS (SELECT user_id, groupArray(time) AS ts FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-0000-0000-000000000000' AND type = 'custom' AND event_key % 5 < 2 GROUP BY user_id)
SELECT sum(u) FROM (SELECT i.step_id, uniqExact(i.user_id) AS u FROM (SELECT step_id, user_id, time FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened', 'message_clicked', 'message_read') AND user_id IN (SELECT user_id FROM g)) AS i
INNER JOIN g ON i.user_id = g.user_id WHERE arrayExists(t -> t >= i.time AND t <= i.time + INTERVAL 30 DAY, g.ts) GROUP BY i.step_id);

-- bucket_180 | toStartOfInterval with zone
SELECT count(), sum(c) FROM (SELECT toStartOfDay(time, 'Asia/Kathmandu') AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_180 | roundDown of milliseconds, array of starts
SELECT count(), sum(c) FROM (SELECT roundDown(toUnixTimestamp64Milli(time), arrayMap(i -> toInt64(1772302500000 + i * 86400000), range(181))) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_180 | roundDown of seconds, UInt32
SELECT count(), sum(c) FROM (SELECT roundDown(toUInt32(toUnixTimestamp(time)), arrayMap(i -> toUInt32(intDiv(i, 1000)), arrayMap(i -> toInt64(1772302500000 + i * 86400000), range(181)))) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_180 | arrayLastIndex, opens only
SELECT count(), sum(c) FROM (SELECT arrayLastIndex(s -> s <= toUnixTimestamp64Milli(time), arrayMap(i -> toInt64(1772302500000 + i * 86400000), range(181))) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_opened' GROUP BY b);
-- bucket_180 | widthBucket-like arithmetic (only equal buckets)
SELECT count(), sum(c) FROM (SELECT intDiv(toUnixTimestamp64Milli(time) - 1772302500000, 86400000) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_180 | quarter hours first, then roundDown of these
SELECT count(), sum(c) FROM (SELECT roundDown(toInt64(q) * 900000, arrayMap(i -> toInt64(1772302500000 + i * 86400000), range(181))) AS b, sum(c) AS c FROM (SELECT toUInt32(intDiv(toUnixTimestamp64Milli(time), 900000)) AS q, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY q) GROUP BY b);
-- bucket_4320 | toStartOfInterval with zone
SELECT count(), sum(c) FROM (SELECT toStartOfInterval(time, INTERVAL 1 HOUR, 'Asia/Kathmandu') AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_4320 | roundDown of milliseconds, array of starts
SELECT count(), sum(c) FROM (SELECT roundDown(toUnixTimestamp64Milli(time), arrayMap(i -> toInt64(1772302500000 + i * 3600000), range(4344))) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_4320 | roundDown of seconds, UInt32
SELECT count(), sum(c) FROM (SELECT roundDown(toUInt32(toUnixTimestamp(time)), arrayMap(i -> toUInt32(intDiv(i, 1000)), arrayMap(i -> toInt64(1772302500000 + i * 3600000), range(4344)))) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_4320 | widthBucket-like arithmetic (only equal buckets)
SELECT count(), sum(c) FROM (SELECT intDiv(toUnixTimestamp64Milli(time) - 1772302500000, 3600000) AS b, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY b);
-- bucket_4320 | quarter hours first, then roundDown of these
SELECT count(), sum(c) FROM (SELECT roundDown(toInt64(q) * 900000, arrayMap(i -> toInt64(1772302500000 + i * 3600000), range(4344))) AS b, sum(c) AS c FROM (SELECT toUInt32(intDiv(toUnixTimestamp64Milli(time), 900000)) AS q, count() AS c FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY q) GROUP BY b);
-- page_all | entrances by user in order, then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND 1 GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_all | entrances by user FINAL, then states of the page
WITH p AS (SELECT user_id, count() AS n, max(time) AS t FROM storage_lab.user_entrances FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND 1 GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_all | entered events in order of time (table events), then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND 1 GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_30d | entrances by user in order, then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_30d | entrances by user FINAL, then states of the page
WITH p AS (SELECT user_id, count() AS n, max(time) AS t FROM storage_lab.user_entrances FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_30d | entered events in order of time (table events), then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_1d | entrances by user in order, then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_1d | entrances by user FINAL, then states of the page
WITH p AS (SELECT user_id, count() AS n, max(time) AS t FROM storage_lab.user_entrances FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_1d | entered events in order of time (table events), then states of the page
WITH p AS (SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50)
SELECT * FROM p INNER JOIN (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN (SELECT user_id FROM p) GROUP BY user_id) AS s USING (user_id) ORDER BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_all | first statement alone: users of the page, in order
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND 1 GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 1;
-- page_all | first statement alone: from table events
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND 1 GROUP BY user_id ORDER BY user_id LIMIT 50;
-- page_30d | first statement alone: users of the page, in order
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 1;
-- page_30d | first statement alone: from table events
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND time >= '2026-07-20 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50;
-- page_1d | first statement alone: users of the page, in order
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.user_entrances WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 1;
-- page_1d | first statement alone: from table events
SELECT user_id, uniqExact(time, event_key) AS n, max(time) AS t FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'entered' AND user_id > 'user-00500000' AND time >= '2026-08-18 00:00:00' AND time < '2026-08-19 00:00:00' GROUP BY user_id ORDER BY user_id LIMIT 50;
-- page_second | states of 50 given users, GROUP BY in order
SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN ('user-00500000', 'user-00500037', 'user-00500074', 'user-00500111', 'user-00500148', 'user-00500185', 'user-00500222', 'user-00500259', 'user-00500296', 'user-00500333', 'user-00500370', 'user-00500407', 'user-00500444', 'user-00500481', 'user-00500518', 'user-00500555', 'user-00500592', 'user-00500629', 'user-00500666', 'user-00500703', 'user-00500740', 'user-00500777', 'user-00500814', 'user-00500851', 'user-00500888', 'user-00500925', 'user-00500962', 'user-00500999', 'user-00501036', 'user-00501073', 'user-00501110', 'user-00501147', 'user-00501184', 'user-00501221', 'user-00501258', 'user-00501295', 'user-00501332', 'user-00501369', 'user-00501406', 'user-00501443', 'user-00501480', 'user-00501517', 'user-00501554', 'user-00501591', 'user-00501628', 'user-00501665', 'user-00501702', 'user-00501739', 'user-00501776', 'user-00501813') GROUP BY user_id SETTINGS optimize_aggregation_in_order = 1;
-- page_second | states of 50 given users, GROUP BY
SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN ('user-00500000', 'user-00500037', 'user-00500074', 'user-00500111', 'user-00500148', 'user-00500185', 'user-00500222', 'user-00500259', 'user-00500296', 'user-00500333', 'user-00500370', 'user-00500407', 'user-00500444', 'user-00500481', 'user-00500518', 'user-00500555', 'user-00500592', 'user-00500629', 'user-00500666', 'user-00500703', 'user-00500740', 'user-00500777', 'user-00500814', 'user-00500851', 'user-00500888', 'user-00500925', 'user-00500962', 'user-00500999', 'user-00501036', 'user-00501073', 'user-00501110', 'user-00501147', 'user-00501184', 'user-00501221', 'user-00501258', 'user-00501295', 'user-00501332', 'user-00501369', 'user-00501406', 'user-00501443', 'user-00501480', 'user-00501517', 'user-00501554', 'user-00501591', 'user-00501628', 'user-00501665', 'user-00501702', 'user-00501739', 'user-00501776', 'user-00501813') GROUP BY user_id;
-- page_second | states of 50 given users, FINAL
SELECT * FROM storage_lab.user_states FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id IN ('user-00500000', 'user-00500037', 'user-00500074', 'user-00500111', 'user-00500148', 'user-00500185', 'user-00500222', 'user-00500259', 'user-00500296', 'user-00500333', 'user-00500370', 'user-00500407', 'user-00500444', 'user-00500481', 'user-00500518', 'user-00500555', 'user-00500592', 'user-00500629', 'user-00500666', 'user-00500703', 'user-00500740', 'user-00500777', 'user-00500814', 'user-00500851', 'user-00500888', 'user-00500925', 'user-00500962', 'user-00500999', 'user-00501036', 'user-00501073', 'user-00501110', 'user-00501147', 'user-00501184', 'user-00501221', 'user-00501258', 'user-00501295', 'user-00501332', 'user-00501369', 'user-00501406', 'user-00501443', 'user-00501480', 'user-00501517', 'user-00501554', 'user-00501591', 'user-00501628', 'user-00501665', 'user-00501702', 'user-00501739', 'user-00501776', 'user-00501813');
-- states_page | in order of user, GROUP BY
SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 1;
-- states_page | GROUP BY, not in order
SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 0;
-- states_page | FINAL
SELECT * FROM storage_lab.user_states FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND user_id > 'user-00500000' ORDER BY user_id LIMIT 50;
-- prefix | user_id, startsWith
SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND startsWith(user_id, 'user-000712') GROUP BY user_id ORDER BY user_id LIMIT 50 SETTINGS optimize_aggregation_in_order = 1;
-- prefix | hwid, user_devices, startsWith
SELECT DISTINCT user_id FROM storage_lab.user_devices WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND startsWith(hwid, 'A1B2') ORDER BY user_id LIMIT 50;
-- prefix | hwid in table events
SELECT DISTINCT user_id FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND startsWith(hwid, 'A1B2') ORDER BY user_id LIMIT 50;
-- inside_now | GROUP BY max(state) as Int64
SELECT countIf(bitAnd(s, 3) = 1) FROM (SELECT max(state) AS s FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id HAVING s != 0);
-- inside_now | GROUP BY in order
SELECT countIf(bitAnd(s, 3) = 1) FROM (SELECT max(state) AS s FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id HAVING s != 0) SETTINGS optimize_aggregation_in_order = 1;
-- inside_now | FINAL, state
SELECT countIf(bitAnd(state, 3) = 1) FROM storage_lab.user_states FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND state != 0;
-- inside_now | GROUP BY max(lifecycle) whole tuple
SELECT countIf(l.kind = 1) FROM (SELECT max(lifecycle) AS l FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id);
-- inside_now | GROUP BY max((time, kind)) from subcolumns
SELECT countIf(l.2 = 1) FROM (SELECT max((lifecycle.time, lifecycle.kind)) AS l FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id);
-- inside_now | FINAL, lifecycle.kind (trap: wrong while parts overlap)
SELECT countIf(lifecycle.kind = 1) FROM storage_lab.user_states FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001';
-- inside_now | raw events, max of milliseconds * 4 + kind
SELECT countIf(bitAnd(s, 3) = 1) FROM (SELECT max(toUnixTimestamp64Milli(time) * 4 + toInt8(type)) AS s FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('entered', 'exited', 'dropped') GROUP BY user_id);
-- users_csv | GROUP BY in order, all users
SELECT count(), sum(length(d.2)) FROM (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id ORDER BY user_id) SETTINGS optimize_aggregation_in_order = 1;
-- users_csv | GROUP BY, sorted after
SELECT count(), sum(length(d.2)) FROM (SELECT user_id, max(lifecycle) AS l, max(entered_at) AS e, max(last_step) AS s, max(updated_at) AS u, max(device) AS d FROM storage_lab.user_states WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY user_id ORDER BY user_id) SETTINGS optimize_aggregation_in_order = 0;
-- users_csv | FINAL
SELECT count(), sum(length(device.hwid)) FROM (SELECT * FROM storage_lab.user_states FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' ORDER BY user_id);

-- codec_users | LZ4
SELECT uniqExact(user_id) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened');
-- codec_users | ZSTD(1)
SELECT uniqExact(user_id) FROM storage_lab.events_zstd WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type IN ('message_delivered', 'message_opened');
-- codec_pairs | LZ4
SELECT uniqExact(step_id, user_id), uniqExact(message_key) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- codec_pairs | ZSTD(1)
SELECT uniqExact(step_id, user_id), uniqExact(message_key) FROM storage_lab.events_zstd WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND type = 'message_delivered';
-- codec_scan | LZ4
SELECT sum(length(user_id)), sum(length(hwid)), sum(bitAnd(message_key, 1)), max(time) FROM storage_lab.events WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1;
-- codec_scan | ZSTD(1)
SELECT sum(length(user_id)), sum(length(hwid)), sum(bitAnd(message_key, 1)), max(time) FROM storage_lab.events_zstd WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' AND 1;
-- codec_final | LZ4
SELECT type, channel, count() FROM storage_lab.events FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY type, channel ORDER BY type, channel;
-- codec_final | ZSTD(1)
SELECT type, channel, count() FROM storage_lab.events_zstd FINAL WHERE tenant_id = 'bench' AND journey_id = '00000000-0000-4000-8000-000000000001' GROUP BY type, channel ORDER BY type, channel;
