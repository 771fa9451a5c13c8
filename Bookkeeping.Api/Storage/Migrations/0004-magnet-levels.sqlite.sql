-- The magnet levels that PHYSICS runs were taken with are found by looks into this index, one for each pair.

CREATE INDEX ix_runs_definition_magnet_levels ON runs (definition, l3_current_level_ka, dipole_current_level_ka, run_number);
