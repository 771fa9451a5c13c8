SELECT "r"."run_number" AS "RunNumber", "r"."fill_number" AS "FillNumber" FROM "runs" AS "r" WHERE "r"."run_number" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" )
