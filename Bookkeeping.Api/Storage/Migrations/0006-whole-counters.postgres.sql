-- Counters keep all 64 bits: PostgreSQL's largest whole number has a sign, so they are numbers of 20 digits.

ALTER TABLE flp_roles
    ALTER COLUMN timeframe_count TYPE numeric(20,0),
    ALTER COLUMN bytes_processed TYPE numeric(20,0),
    ALTER COLUMN bytes_equipment_read_out TYPE numeric(20,0),
    ALTER COLUMN bytes_recording_read_out TYPE numeric(20,0),
    ALTER COLUMN bytes_fair_mq_read_out TYPE numeric(20,0);

ALTER TABLE trigger_counters
    ALTER COLUMN lmb TYPE numeric(20,0),
    ALTER COLUMN lma TYPE numeric(20,0),
    ALTER COLUMN l0b TYPE numeric(20,0),
    ALTER COLUMN l0a TYPE numeric(20,0),
    ALTER COLUMN l1b TYPE numeric(20,0),
    ALTER COLUMN l1a TYPE numeric(20,0);
