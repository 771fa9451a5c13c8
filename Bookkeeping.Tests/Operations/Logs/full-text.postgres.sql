SELECT count(*)::int FROM log_entries AS l WHERE l.number IN ( SELECT w.rowid FROM log_entry_words(@content) AS w )

SELECT l.number AS "Number", l.title AS "Title" FROM log_entries AS l WHERE l.number IN ( SELECT w.rowid FROM log_entry_words(@content) AS w ) ORDER BY l.number DESC LIMIT @Value
