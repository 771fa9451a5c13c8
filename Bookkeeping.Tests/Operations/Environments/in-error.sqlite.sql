SELECT COUNT(*) FROM "environments" AS "e" WHERE "e"."ever_in_error" = @Value

SELECT "e"."environment_id" AS "EnvironmentId", "e"."current_status" AS "CurrentStatus", "e"."current_status_message" AS "CurrentStatusMessage", "e"."status_sequence" AS "StatusSequence" FROM "environments" AS "e" WHERE "e"."ever_in_error" = @Value ORDER BY "e"."updated_at" DESC, "e"."environment_id" DESC LIMIT @Value1

SELECT "e"."status_change_number" AS "StatusChangeNumber", "e"."status" AS "Status", "e"."timestamp" AS "Timestamp", "e"."environment_id" AS "Parent" FROM "environment_status_changes" AS "e" WHERE "e"."environment_id" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" ) ORDER BY "e"."timestamp", "e"."timestamp_nano", "e"."status_change_number" LIMIT @Value1

SELECT "r"."environment_id" AS "Key", COUNT(*) AS "Count" FROM "runs" AS "r" WHERE "r"."environment_id" IS NOT NULL AND "r"."environment_id" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" ) GROUP BY "r"."environment_id"

SELECT "r1"."run_number" AS "RunNumber", "e"."environment_id" AS "Parent" FROM "environments" AS "e" INNER JOIN ( SELECT "r0"."Parent", "r0"."run_number" FROM ( SELECT "r"."environment_id" AS "Parent", "r"."run_number", ROW_NUMBER() OVER(PARTITION BY "r"."environment_id" ORDER BY "r"."run_number" DESC) AS "row" FROM "runs" AS "r" WHERE "r"."environment_id" IS NOT NULL AND "r"."environment_id" IN ( SELECT "v0"."value" FROM json_each(@Value) AS "v0" ) ) AS "r0" WHERE "r0"."row" <= @Value1 ) AS "r1" ON "e"."environment_id" = "r1"."Parent" WHERE "e"."environment_id" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" ) ORDER BY "r1"."run_number" DESC
