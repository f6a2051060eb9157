-- What senders may say of who, or what, did something, and which branch of an experiment a user took. Nothing counts them
-- yet. Most events have none: of what is the same throughout a part, next to nothing is stored.
ALTER TABLE events ADD COLUMN IF NOT EXISTS machine Enum8('' = 0, 'false' = 1, 'true' = 2) AFTER link_url;

ALTER TABLE events ADD COLUMN IF NOT EXISTS user_agent LowCardinality(String) AFTER machine;

ALTER TABLE events ADD COLUMN IF NOT EXISTS arm LowCardinality(String) AFTER user_agent;
