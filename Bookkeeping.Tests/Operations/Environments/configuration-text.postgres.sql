SELECT count(*)::int FROM environments AS e WHERE lower(e.configuration::text) LIKE @text_contains

SELECT e.environment_id AS "EnvironmentId" FROM environments AS e WHERE lower(e.configuration::text) LIKE @text_contains ORDER BY e.updated_at DESC NULLS LAST, e.environment_id DESC LIMIT @Value
