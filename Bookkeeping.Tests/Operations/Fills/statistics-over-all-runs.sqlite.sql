SELECT "f"."fill_number" AS "FillNumber", "f"."stable_beams_start" AS "StableBeamsStart", "f"."stable_beams_end" AS "StableBeamsEnd" FROM "fills" AS "f" WHERE "f"."fill_number" = @fillNumber ORDER BY "f"."fill_number" DESC LIMIT @Value

SELECT "f"."fill_number" AS "FillNumber", "f"."is_recorded" AS "IsRecorded", "f"."run_count" AS "RunCount", "f"."time_between_runs" AS "TimeBetweenRuns" FROM "fill_statistics" AS "f" WHERE "f"."fill_number" IN ( SELECT "v"."value" FROM json_each(@Value) AS "v" )

SELECT "r"."fill_number", "r"."run_number", "r"."quality", "r"."start_time", "r"."ended_at", "r0"."detector_name", "r0"."run_number", "r"."ctf_file_size_bytes", "r"."tf_file_size_bytes" FROM "runs" AS "r" LEFT JOIN "run_detectors" AS "r0" ON "r"."run_number" = "r0"."run_number" WHERE "r"."fill_number" IS NOT NULL AND "r"."fill_number" = @numbers1 ORDER BY "r"."run_number", "r0"."run_number"

SELECT "r"."run_number" AS "RunNumber", "r"."fill_number" AS "FillNumber", "r"."start_time" AS "StartTime" FROM "runs" AS "r" WHERE "r"."fill_number" = @Value ORDER BY "r"."run_number" LIMIT @Value1

SELECT "r"."fill_number" AS "FillNumber", "r"."run_number" AS "RunNumber", "r"."start_time" AS "StartTime", "r"."ended_at" AS "EndedAt" FROM "runs" AS "r" WHERE "r"."fill_number" IS NOT NULL AND "r"."fill_number" = @numbers1 ORDER BY "r"."run_number"
