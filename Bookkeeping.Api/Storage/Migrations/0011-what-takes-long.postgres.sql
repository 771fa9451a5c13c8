-- What was under way at a moment: all that began shortly before it, and what takes longer than 48 hours.

CREATE INDEX ix_runs_long ON runs (start_time NULLS FIRST, run_number) WHERE CAST(date_part('epoch', ended_at - start_time) * 1000.0 AS bigint) > 172800000;
CREATE INDEX ix_environments_long ON environments (created_at NULLS FIRST, environment_id) WHERE CAST(date_part('epoch', updated_at - created_at) * 1000.0 AS bigint) > 172800000;
