SELECT count(*)::int FROM runs AS r

SELECT r.run_number, CAST(date_part('epoch', COALESCE(r.ended_at, @now) - r.start_time) * 1000.0 AS bigint), r.start_time FROM runs AS r ORDER BY CAST(date_part('epoch', COALESCE(r.ended_at, @now) - r.start_time) * 1000.0 AS bigint) DESC NULLS LAST, r.run_number DESC LIMIT @Value
