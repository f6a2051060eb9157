CREATE TABLE IF NOT EXISTS second (text String DEFAULT 'a;b''c -- ? {0}', x Int32) /* a table; */
ENGINE = ReplacingMergeTree ORDER BY x;

INSERT INTO second (x) VALUES (1);
