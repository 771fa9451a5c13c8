-- Counters keep all 64 bits: SQLite's whole numbers have a sign, so they are stored less 2^63.

UPDATE flp_roles SET
    timeframe_count = timeframe_count - 9223372036854775807 - 1,
    bytes_processed = bytes_processed - 9223372036854775807 - 1,
    bytes_equipment_read_out = bytes_equipment_read_out - 9223372036854775807 - 1,
    bytes_recording_read_out = bytes_recording_read_out - 9223372036854775807 - 1,
    bytes_fair_mq_read_out = bytes_fair_mq_read_out - 9223372036854775807 - 1;

UPDATE trigger_counters SET
    lmb = lmb - 9223372036854775807 - 1,
    lma = lma - 9223372036854775807 - 1,
    l0b = l0b - 9223372036854775807 - 1,
    l0a = l0a - 9223372036854775807 - 1,
    l1b = l1b - 9223372036854775807 - 1,
    l1a = l1a - 9223372036854775807 - 1;
