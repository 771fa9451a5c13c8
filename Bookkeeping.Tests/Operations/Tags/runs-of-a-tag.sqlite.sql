SELECT "t"."text" AS "Text", "t"."archived_at" IS NOT NULL AS "IsArchived" FROM "tags" AS "t" WHERE "t"."text" = @text ORDER BY "t"."text" LIMIT @Value

SELECT "r"."tag_text" AS "Key", COUNT(*) AS "Count" FROM "run_tags" AS "r" INNER JOIN "runs" AS "r0" ON "r"."run_number" = "r0"."run_number" WHERE "r"."tag_text" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" ) GROUP BY "r"."tag_text"

SELECT "r0"."run_number" AS "RunNumber", "r"."tag_text" AS "Parent" FROM "run_tags" AS "r" INNER JOIN "runs" AS "r0" ON "r"."run_number" = "r0"."run_number" WHERE "r"."tag_text" = @Value ORDER BY "r0"."run_number" DESC LIMIT @Value1
