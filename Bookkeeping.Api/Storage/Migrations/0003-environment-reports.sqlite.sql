-- Every report of an environment as it came: its history and its configuration follow from them, in whatever order they arrive.

CREATE TABLE environment_reports (
    report_number INTEGER NOT NULL CONSTRAINT pk_environment_reports PRIMARY KEY AUTOINCREMENT,
    environment_id TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    timestamp_nano INTEGER,
    status TEXT,
    message TEXT,
    configuration TEXT,
    CONSTRAINT fk_environment_reports_environment_id FOREIGN KEY (environment_id) REFERENCES environments (environment_id) ON DELETE RESTRICT
);

CREATE INDEX ix_environment_reports_environment_id_report_number ON environment_reports (environment_id, report_number);
