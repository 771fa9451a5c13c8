SELECT r.run_number AS "RunNumber" FROM runs AS r ORDER BY r.run_number LIMIT @Value

SELECT r.run_number AS "RunNumber" FROM runs AS r WHERE r.run_number = @runNumber ORDER BY r.run_number DESC LIMIT @Value

SELECT r.run_number AS "RunNumber", r.detector_name AS "DetectorName", r.quality AS "Quality" FROM run_detectors AS r WHERE r.run_number = ANY (@Value) ORDER BY r.quality, r.run_number, r.detector_name LIMIT @Value2 OFFSET @Value1

SELECT r1.run_number AS "RunNumber", r1.detector_name AS "DetectorName", r1.quality AS "Quality", r1."Parent" FROM runs AS r JOIN LATERAL ( SELECT r.run_number AS "Parent", r0.run_number, r0.detector_name, r0.quality FROM run_detectors AS r0 WHERE r0.run_number = r.run_number ORDER BY r0.run_number, r0.detector_name LIMIT @Value2 OFFSET @Value1 ) AS r1 ON TRUE WHERE r.run_number = ANY (@Value) ORDER BY r1.run_number, r1.detector_name LIMIT @Value3

SELECT s.text AS "Text", s."Parent" FROM runs AS r JOIN LATERAL ( SELECT r.run_number AS "Parent", t.text FROM run_tags AS r0 INNER JOIN tags AS t ON r0.tag_text = t.text WHERE r0.run_number = r.run_number ORDER BY t.text LIMIT @Value1 ) AS s ON TRUE WHERE r.run_number = ANY (@Value) ORDER BY s.text LIMIT @Value2
