SELECT f.fill_number AS "FillNumber", f.stable_beams_duration AS "StableBeamsDuration" FROM fills AS f WHERE f.fill_number = @fillNumber ORDER BY f.fill_number DESC LIMIT @Value

SELECT r.fill_number AS "Key", count(*)::int AS "Count" FROM runs AS r WHERE r.fill_number IS NOT NULL AND r.fill_number = ANY (@Value) GROUP BY r.fill_number

SELECT r.run_number AS "RunNumber", r.quality AS "Quality", CAST(date_part('epoch', COALESCE(r.ended_at, @now) - r.start_time) * 1000.0 AS bigint) AS "Duration", r.fill_number AS "Parent" FROM runs AS r WHERE r.fill_number = @Value ORDER BY r.run_number LIMIT @Value1

SELECT r.run_number AS "RunNumber", r.detector_name AS "DetectorName", r.quality AS "Quality" FROM run_detectors AS r WHERE r.run_number = ANY (@Value) ORDER BY r.run_number, r.detector_name LIMIT @Value1
