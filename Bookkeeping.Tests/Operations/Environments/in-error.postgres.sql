SELECT count(*)::int FROM environments AS e WHERE e.ever_in_error = @Value

SELECT e.environment_id AS "EnvironmentId", e.current_status AS "CurrentStatus", e.current_status_message AS "CurrentStatusMessage", e.status_sequence AS "StatusSequence" FROM environments AS e WHERE e.ever_in_error = @Value ORDER BY e.updated_at DESC NULLS LAST, e.environment_id DESC LIMIT @Value1

SELECT e1.status_change_number AS "StatusChangeNumber", e1.status AS "Status", e1.timestamp AS "Timestamp", e1."Parent" FROM environments AS e JOIN LATERAL ( SELECT e.environment_id AS "Parent", e0.status_change_number, e0.status, e0.timestamp, e0.timestamp_nano FROM environment_status_changes AS e0 WHERE e0.environment_id = e.environment_id ORDER BY e0.timestamp, e0.timestamp_nano NULLS FIRST, e0.status_change_number LIMIT @Value1 ) AS e1 ON TRUE WHERE e.environment_id = ANY (@Value) ORDER BY e1.timestamp, e1.timestamp_nano NULLS FIRST, e1.status_change_number

SELECT r.environment_id AS "Key", count(*)::int AS "Count" FROM runs AS r WHERE r.environment_id IS NOT NULL AND r.environment_id = ANY (@Value) GROUP BY r.environment_id

SELECT r0.run_number AS "RunNumber", r0."Parent" FROM environments AS e JOIN LATERAL ( SELECT e.environment_id AS "Parent", r.run_number FROM runs AS r WHERE r.environment_id = e.environment_id ORDER BY r.run_number DESC LIMIT @Value1 ) AS r0 ON TRUE WHERE e.environment_id = ANY (@Value) ORDER BY r0.run_number DESC
