-- Requests that bear an idempotency key, so that a repetition is answered like the first and changes nothing.

CREATE TABLE remembered_requests (
    mutation text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    input_digest text COLLATE "C" NOT NULL,
    result text COLLATE "C" NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_remembered_requests PRIMARY KEY (mutation, key)
);

CREATE INDEX ix_remembered_requests_at_mutation_key ON remembered_requests (at, mutation, key);
