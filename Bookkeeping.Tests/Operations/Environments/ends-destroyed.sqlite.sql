SELECT COUNT(*) FROM "environments" AS "e" WHERE "e"."status_sequence" LIKE @letters_endswith ESCAPE '\' AND "e"."current_status" IN ('DESTROYED', 'DONE')

SELECT "e"."environment_id" AS "EnvironmentId", "e"."status_sequence" AS "StatusSequence" FROM "environments" AS "e" WHERE "e"."status_sequence" LIKE @letters_endswith ESCAPE '\' AND "e"."current_status" IN ('DESTROYED', 'DONE') ORDER BY "e"."updated_at" DESC, "e"."environment_id" DESC LIMIT @Value
