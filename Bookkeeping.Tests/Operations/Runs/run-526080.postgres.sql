SELECT r.run_number AS "RunNumber", r.time_o2_start AS "TimeO2Start", r.time_o2_end AS "TimeO2End", r.time_trg_start AS "TimeTrgStart", r.time_trg_end AS "TimeTrgEnd", r.start_time AS "StartTime", COALESCE(r.ended_at, @now) AS "EndTime", CAST(date_part('epoch', COALESCE(r.ended_at, @now3) - r.start_time) * 1000.0 AS bigint) AS "Duration", CASE WHEN r.ended_at IS NOT NULL THEN 1 WHEN r.start_time >= @lostBefore THEN 0 ELSE 2 END AS "Status", r.definition AS "Definition", r.quality AS "Quality", r.trigger AS "Trigger", r.dcs_enabled AS "DcsEnabled", r.epn_enabled AS "EpnEnabled", r.data_distribution_enabled AS "DataDistributionEnabled", r.epn_count AS "EpnCount", r.flp_count AS "FlpCount", r.detector_count AS "DetectorCount", r.odc_topology_full_name AS "OdcTopologyFullName", r.fill_number AS "FillNumber", r.lhc_period_name AS "LhcPeriodName", r.run_type_name AS "RunTypeName", r.environment_id AS "EnvironmentId" FROM runs AS r WHERE r.run_number = @runNumber ORDER BY r.run_number DESC LIMIT @Value

SELECT f.fill_number AS "FillNumber", f.stable_beams_duration AS "StableBeamsDuration" FROM fills AS f WHERE f.fill_number = ANY (@Value)

SELECT l.name AS "Name", l.year AS "Year" FROM lhc_periods AS l WHERE l.name = ANY (@Value)

SELECT t.text AS "Text", r.run_number AS "Parent" FROM run_tags AS r INNER JOIN tags AS t ON r.tag_text = t.text WHERE r.run_number = ANY (@Value) ORDER BY t.text LIMIT @Value1

SELECT e.reason_number AS "ReasonNumber", e.category AS "Category", e.title AS "Title", e.description AS "Description", e.run_number AS "Parent" FROM end_of_run_reasons AS e WHERE e.run_number = ANY (@Value) ORDER BY e.reason_number LIMIT @Value1

SELECT l.run_number AS "Key", count(*)::int AS "Count" FROM log_entry_runs AS l INNER JOIN log_entries AS l0 ON l.log_entry_number = l0.number WHERE l.run_number = ANY (@Value) GROUP BY l.run_number

SELECT l0.number AS "Number", l.run_number AS "Parent" FROM log_entry_runs AS l INNER JOIN log_entries AS l0 ON l.log_entry_number = l0.number WHERE l.run_number = @Value ORDER BY l0.number DESC LIMIT @Value1
