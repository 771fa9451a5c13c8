SELECT r.run_number AS "RunNumber", r.fill_number AS "FillNumber" FROM runs AS r ORDER BY r.run_number DESC LIMIT @Value

SELECT r.run_number AS "RunNumber", r.detector_name AS "DetectorName", r.quality AS "Quality" FROM run_detectors AS r WHERE r.run_number = ANY (@Value) ORDER BY r.run_number, r.detector_name LIMIT @Value1
