SELECT count(*)::int FROM log_entries AS l INNER JOIN users AS u ON l.author_id = u.user_id WHERE u.name NOT LIKE @name_contains

SELECT s.number AS "Number", s.title AS "Title", s.author_id AS "AuthorId", s.created_at AS "CreatedAt", ( SELECT count(*)::int FROM log_entries AS l1 WHERE l0.number = l1.root_number AND l1.number <> s.number AND left(l1.thread_path, length(s.thread_path)) = s.thread_path) AS "ReplyCount", ( SELECT count(*)::int FROM attachments AS a WHERE s.number = a.log_entry_number) AS "AttachmentCount", s.root_number = s.number AS "IsRoot" FROM ( SELECT l.number, l.author_id, l.created_at, l.root_number, l.thread_path, l.title FROM log_entries AS l INNER JOIN users AS u ON l.author_id = u.user_id WHERE u.name NOT LIKE @name_contains ORDER BY l.number DESC LIMIT @Value ) AS s INNER JOIN log_entries AS l0 ON s.root_number = l0.number ORDER BY s.number DESC

SELECT u.user_id AS "UserId", u.name AS "Name" FROM users AS u WHERE u.user_id = ANY (@Value)

SELECT t.text AS "Text", l.log_entry_number AS "Parent" FROM log_entry_tags AS l INNER JOIN tags AS t ON l.tag_text = t.text WHERE l.log_entry_number = ANY (@Value) ORDER BY t.text LIMIT @Value1

SELECT s.run_number AS "RunNumber", s."Parent" FROM log_entries AS l JOIN LATERAL ( SELECT l.number AS "Parent", r.run_number FROM log_entry_runs AS l0 INNER JOIN runs AS r ON l0.run_number = r.run_number WHERE l0.log_entry_number = l.number ORDER BY r.run_number DESC LIMIT @Value1 ) AS s ON TRUE WHERE l.number = ANY (@Value) ORDER BY s.run_number DESC

SELECT s.environment_id AS "EnvironmentId", s."Parent" FROM log_entries AS l JOIN LATERAL ( SELECT l.number AS "Parent", e.environment_id, e.updated_at FROM log_entry_environments AS l0 INNER JOIN environments AS e ON l0.environment_id = e.environment_id WHERE l0.log_entry_number = l.number ORDER BY e.updated_at DESC NULLS LAST, e.environment_id DESC LIMIT @Value1 ) AS s ON TRUE WHERE l.number = ANY (@Value) ORDER BY s.updated_at DESC NULLS LAST, s.environment_id DESC

SELECT s.fill_number AS "FillNumber", s."Parent" FROM log_entries AS l JOIN LATERAL ( SELECT l.number AS "Parent", f.fill_number FROM log_entry_fills AS l0 INNER JOIN fills AS f ON l0.fill_number = f.fill_number WHERE l0.log_entry_number = l.number ORDER BY f.fill_number DESC LIMIT @Value1 ) AS s ON TRUE WHERE l.number = ANY (@Value) ORDER BY s.fill_number DESC
