-- custom events in tables of their own: event_name before the time in the sort key; and properties as a JSON column
DROP TABLE IF EXISTS storage_lab.customs SYNC;
CREATE TABLE storage_lab.customs (tenant_id LowCardinality(String), event_name LowCardinality(String), time DateTime64(3,'UTC'), event_key UInt64, user_id String, properties String)
ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, event_name, time, event_key);
INSERT INTO storage_lab.customs SELECT tenant_id, event_name, time, event_key, user_id, properties FROM storage_lab.events WHERE type = 'custom';
DROP TABLE IF EXISTS storage_lab.customs_json SYNC;
CREATE TABLE storage_lab.customs_json (tenant_id LowCardinality(String), event_name LowCardinality(String), time DateTime64(3,'UTC'), event_key UInt64, user_id String, properties JSON)
ENGINE = ReplacingMergeTree PARTITION BY toYYYYMM(time) ORDER BY (tenant_id, event_name, time, event_key);
INSERT INTO storage_lab.customs_json SELECT tenant_id, event_name, time, event_key, user_id, properties FROM storage_lab.events WHERE type = 'custom';
