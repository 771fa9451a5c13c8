-- Requests that bear an idempotency key, so that a repetition is answered like the first and changes nothing.

CREATE TABLE remembered_requests (
    mutation TEXT NOT NULL,
    key TEXT NOT NULL,
    input_digest TEXT NOT NULL,
    result TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_remembered_requests PRIMARY KEY (mutation, key)
) WITHOUT ROWID;

CREATE INDEX ix_remembered_requests_at_mutation_key ON remembered_requests (at, mutation, key);
