SELECT count(*)::int FROM environments AS e WHERE e.ever_in_error = @Value

SELECT e.environment_id AS "EnvironmentId", e.current_status AS "CurrentStatus", e.current_status_message AS "CurrentStatusMessage", e.status_sequence AS "StatusSequence" FROM environments AS e WHERE e.ever_in_error = @Value ORDER BY e.updated_at DESC NULLS LAST, e.environment_id DESC LIMIT @Value1

SELECT e.status_change_number AS "StatusChangeNumber", e.status AS "Status", e.timestamp AS "Timestamp", e.environment_id AS "Parent" FROM environment_status_changes AS e WHERE e.environment_id = ANY (@Value) ORDER BY e.timestamp, e.timestamp_nano NULLS FIRST, e.status_change_number LIMIT @Value1

SELECT r.environment_id AS "Key", count(*)::int AS "Count" FROM runs AS r WHERE r.environment_id IS NOT NULL AND r.environment_id = ANY (@Value) GROUP BY r.environment_id

SELECT r0.run_number AS "RunNumber", r0."Parent" FROM environments AS e JOIN LATERAL ( SELECT e.environment_id AS "Parent", r.run_number FROM runs AS r WHERE r.environment_id = e.environment_id ORDER BY r.run_number DESC LIMIT @Value1 ) AS r0 ON TRUE WHERE e.environment_id = ANY (@Value) ORDER BY r0.run_number DESC
