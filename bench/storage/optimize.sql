-- All parts of a partition into one: the state of months that are over.
OPTIMIZE TABLE storage_lab.events FINAL;
OPTIMIZE TABLE storage_lab.events_none FINAL;
OPTIMIZE TABLE storage_lab.events_channel FINAL;
OPTIMIZE TABLE storage_lab.events_step FINAL;
OPTIMIZE TABLE storage_lab.events_time FINAL;
OPTIMIZE TABLE storage_lab.events_zstd FINAL;
SYSTEM START MERGES storage_lab.user_states;
OPTIMIZE TABLE storage_lab.user_states FINAL;
SYSTEM START MERGES storage_lab.user_entrances;
OPTIMIZE TABLE storage_lab.user_entrances FINAL;
SYSTEM START MERGES storage_lab.user_devices;
OPTIMIZE TABLE storage_lab.user_devices FINAL;
