SELECT t.text AS "Text", t.archived_at IS NOT NULL AS "IsArchived" FROM tags AS t WHERE t.text = @text ORDER BY t.text LIMIT @Value

SELECT r.tag_text AS "Key", count(*)::int AS "Count" FROM run_tags AS r INNER JOIN runs AS r0 ON r.run_number = r0.run_number WHERE r.tag_text = ANY (@Value) GROUP BY r.tag_text

SELECT r0.run_number AS "RunNumber", r.tag_text AS "Parent" FROM run_tags AS r INNER JOIN runs AS r0 ON r.run_number = r0.run_number WHERE r.tag_text = @Value ORDER BY r0.run_number DESC LIMIT @Value1
