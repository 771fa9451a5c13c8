SELECT COUNT(*) FROM "environments" AS "e" WHERE instr(lower(CAST("e"."configuration" AS text)), @text) > 0

SELECT "e"."environment_id" AS "EnvironmentId" FROM "environments" AS "e" WHERE instr(lower(CAST("e"."configuration" AS text)), @text) > 0 ORDER BY "e"."updated_at" DESC, "e"."environment_id" DESC LIMIT @Value
