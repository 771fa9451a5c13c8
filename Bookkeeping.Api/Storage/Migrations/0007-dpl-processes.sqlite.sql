-- Processes of the data processing layer that ran in runs, for a detector and on a machine.

CREATE TABLE hosts (
    hostname TEXT NOT NULL CONSTRAINT pk_hosts PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE dpl_process_types (
    label TEXT NOT NULL CONSTRAINT pk_dpl_process_types PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE dpl_processes (
    dpl_process_number INTEGER NOT NULL CONSTRAINT pk_dpl_processes PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    type_label TEXT NOT NULL,
    CONSTRAINT fk_dpl_processes_type_label FOREIGN KEY (type_label) REFERENCES dpl_process_types (label) ON DELETE RESTRICT
);

CREATE TABLE dpl_process_executions (
    dpl_process_execution_number INTEGER NOT NULL CONSTRAINT pk_dpl_process_executions PRIMARY KEY AUTOINCREMENT,
    run_number INTEGER NOT NULL,
    detector_name TEXT NOT NULL,
    dpl_process_number INTEGER NOT NULL,
    hostname TEXT NOT NULL,
    args TEXT,
    args_digest TEXT NOT NULL,
    CONSTRAINT fk_dpl_process_executions_detector_name FOREIGN KEY (detector_name) REFERENCES detectors (name) ON DELETE RESTRICT,
    CONSTRAINT fk_dpl_process_executions_dpl_process_number FOREIGN KEY (dpl_process_number) REFERENCES dpl_processes (dpl_process_number) ON DELETE RESTRICT,
    CONSTRAINT fk_dpl_process_executions_hostname FOREIGN KEY (hostname) REFERENCES hosts (hostname) ON DELETE RESTRICT,
    CONSTRAINT fk_dpl_process_executions_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_dpl_process_executions_key ON dpl_process_executions (run_number, detector_name, dpl_process_number, hostname, args_digest);
CREATE INDEX ix_dpl_process_executions_detector ON dpl_process_executions (detector_name, dpl_process_execution_number);
CREATE INDEX ix_dpl_process_executions_process ON dpl_process_executions (dpl_process_number, dpl_process_execution_number);
CREATE INDEX ix_dpl_process_executions_host ON dpl_process_executions (hostname, dpl_process_execution_number);
CREATE INDEX ix_dpl_process_executions_run ON dpl_process_executions (run_number, dpl_process_execution_number);
CREATE UNIQUE INDEX ix_dpl_processes_name_type_label ON dpl_processes (name, type_label);
CREATE INDEX ix_dpl_processes_type_label_name_dpl_process_number ON dpl_processes (type_label, name, dpl_process_number);
