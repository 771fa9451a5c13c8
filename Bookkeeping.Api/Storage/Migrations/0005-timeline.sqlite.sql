-- The time line: which entries of the journal stand on it, which belong to one change, and the order of what happened in other tables.

ALTER TABLE journal ADD COLUMN first_position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN is_on_timeline INTEGER NOT NULL DEFAULT 0;

UPDATE journal SET first_position = position;
UPDATE journal SET is_on_timeline = 1 WHERE subject = 'RUN' AND kind = 'CHANGED'
    AND (changes LIKE '%"field":"quality"%' OR changes LIKE '%"field":"lhcBeamMode"%' OR changes LIKE '%"field":"detectors.%');

CREATE INDEX ix_journal_timeline ON journal (at, position) WHERE is_on_timeline;
CREATE INDEX ix_journal_first_position_position ON journal (first_position, position);
CREATE INDEX ix_environment_status_changes_timestamp_status_change_number ON environment_status_changes (timestamp, status_change_number);
CREATE INDEX ix_end_of_run_reasons_created_at_reason_number ON end_of_run_reasons (created_at, reason_number);
