SELECT COUNT(*) FROM "runs" AS "r"

SELECT "r"."run_number", COALESCE("r"."ended_at", @now) - "r"."start_time", "r"."start_time" FROM "runs" AS "r" ORDER BY COALESCE("r"."ended_at", @now) - "r"."start_time" DESC, "r"."run_number" DESC LIMIT @Value
