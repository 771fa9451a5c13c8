SELECT count(*)::int FROM fills AS f LEFT JOIN fill_statistics AS f0 ON f.fill_number = f0.fill_number WHERE f0.fill_number IS NOT NULL AND f0.efficiency > @Value

SELECT f.fill_number AS "FillNumber", f.stable_beams_duration AS "StableBeamsDuration", f.colliding_bunches AS "CollidingBunches" FROM fills AS f LEFT JOIN fill_statistics AS f0 ON f.fill_number = f0.fill_number WHERE f0.fill_number IS NOT NULL AND f0.efficiency > @Value ORDER BY f0.efficiency DESC NULLS LAST, f.fill_number DESC LIMIT @Value1

SELECT f.fill_number AS "FillNumber", f.efficiency AS "Efficiency", f.runs_coverage AS "RunsCoverage", f.mean_run_duration AS "MeanRunDuration", f.time_loss_at_start AS "TimeLossAtStart", f.efficiency_loss_at_start AS "EfficiencyLossAtStart" FROM fill_statistics AS f WHERE f.fill_number = ANY (@Value)

SELECT f.fill_number AS "FillNumber", f.detector_name AS "DetectorName", f.run_count AS "RunCount", f.efficiency AS "Efficiency" FROM fill_detector_statistics AS f WHERE f.fill_number = ANY (@Value) ORDER BY f.fill_number, f.detector_name LIMIT @Value1
