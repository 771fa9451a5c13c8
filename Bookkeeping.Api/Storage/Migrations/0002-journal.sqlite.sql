-- The journal: what every change did, who made it and why; and a version of each subject, counted up with every change.

ALTER TABLE runs ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE fills ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE environments ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tags ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE TABLE journal (
    position INTEGER NOT NULL CONSTRAINT pk_journal PRIMARY KEY,
    at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    user_id INTEGER,
    system TEXT,
    reason TEXT,
    run_number INTEGER,
    fill_number INTEGER,
    environment_id TEXT,
    tag_text TEXT,
    changes TEXT NOT NULL,
    CONSTRAINT fk_journal_user_id FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE RESTRICT
);

CREATE INDEX ix_journal_at_position ON journal (at, position);
CREATE INDEX ix_journal_environment_id_position ON journal (environment_id, position);
CREATE INDEX ix_journal_fill_number_position ON journal (fill_number, position);
CREATE INDEX ix_journal_run_number_position ON journal (run_number, position);
CREATE INDEX ix_journal_tag_text_position ON journal (tag_text, position);
CREATE INDEX ix_journal_user_id_position ON journal (user_id, position);
