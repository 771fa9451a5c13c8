-- The journal: what every change did, who made it and why; and a version of each subject, counted up with every change.

ALTER TABLE runs ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE fills ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE environments ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE tags ADD COLUMN version integer NOT NULL DEFAULT 1;

CREATE TABLE journal (
    position bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    subject text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    user_id integer,
    system text COLLATE "C",
    reason text COLLATE "C",
    run_number integer,
    fill_number integer,
    environment_id text COLLATE "C",
    tag_text text COLLATE "C",
    changes text COLLATE "C" NOT NULL,
    CONSTRAINT pk_journal PRIMARY KEY (position),
    CONSTRAINT fk_journal_user_id FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE RESTRICT
);

CREATE INDEX ix_journal_at_position ON journal (at, position);
CREATE INDEX ix_journal_environment_id_position ON journal (environment_id NULLS FIRST, position);
CREATE INDEX ix_journal_fill_number_position ON journal (fill_number NULLS FIRST, position);
CREATE INDEX ix_journal_run_number_position ON journal (run_number NULLS FIRST, position);
CREATE INDEX ix_journal_tag_text_position ON journal (tag_text NULLS FIRST, position);
CREATE INDEX ix_journal_user_id_position ON journal (user_id NULLS FIRST, position);
