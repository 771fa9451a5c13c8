SELECT l.number AS "Number", l.root_number AS "RootNumber", l.parent_number AS "ParentNumber" FROM log_entries AS l WHERE l.number = @number ORDER BY l.number DESC LIMIT @Value

SELECT l.root_number AS "Key", count(*)::int AS "Count" FROM log_entries AS l WHERE l.root_number = ANY (@Value) GROUP BY l.root_number

SELECT l.number AS "Number", l.root_number AS "Parent" FROM log_entries AS l WHERE l.root_number = @Value ORDER BY l.number LIMIT @Value1

SELECT l.parent_number AS "Key", count(*)::int AS "Count" FROM log_entries AS l WHERE l.parent_number IS NOT NULL AND l.parent_number = ANY (@Value) GROUP BY l.parent_number
