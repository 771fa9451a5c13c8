-- What was under way at a moment: all that began shortly before it, and what takes longer than 48 hours.

CREATE INDEX ix_runs_long ON runs (start_time, run_number) WHERE ended_at - start_time > 172800000;
CREATE INDEX ix_environments_long ON environments (created_at, environment_id) WHERE updated_at - created_at > 172800000;
