-- The logbook's tables on SQLite. Names and types are those of the model; a test compares the two.
-- Instants and durations are milliseconds. A table without a number of its own is stored by its key.

CREATE TABLE detectors (
    name TEXT NOT NULL CONSTRAINT pk_detectors PRIMARY KEY,
    type TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE environments (
    environment_id TEXT NOT NULL CONSTRAINT pk_environments PRIMARY KEY,
    created_at INTEGER,
    updated_at INTEGER,
    current_status TEXT,
    current_status_message TEXT,
    status_sequence TEXT NOT NULL,
    ever_in_error INTEGER NOT NULL,
    configuration TEXT
);

CREATE TABLE fills (
    fill_number INTEGER NOT NULL CONSTRAINT pk_fills PRIMARY KEY,
    stable_beams_start INTEGER,
    stable_beams_end INTEGER,
    stable_beams_duration INTEGER,
    beam_type TEXT,
    filling_scheme_name TEXT,
    colliding_bunches_count INTEGER,
    colliding_bunches INTEGER,
    delivered_luminosity_inverse_nanobarn REAL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE lhc_periods (
    name TEXT NOT NULL CONSTRAINT pk_lhc_periods PRIMARY KEY,
    year INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE reason_types (
    category TEXT NOT NULL,
    title TEXT NOT NULL,
    CONSTRAINT pk_reason_types PRIMARY KEY (category, title)
) WITHOUT ROWID;

CREATE TABLE run_types (
    name TEXT NOT NULL CONSTRAINT pk_run_types PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE tags (
    text TEXT NOT NULL CONSTRAINT pk_tags PRIMARY KEY,
    description TEXT,
    email TEXT,
    mattermost TEXT,
    color TEXT,
    last_edited_by TEXT,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE users (
    user_id INTEGER NOT NULL CONSTRAINT pk_users PRIMARY KEY,
    external_id INTEGER,
    name TEXT NOT NULL
);

CREATE TABLE environment_status_changes (
    status_change_number INTEGER NOT NULL CONSTRAINT pk_environment_status_changes PRIMARY KEY AUTOINCREMENT,
    environment_id TEXT NOT NULL,
    status TEXT NOT NULL,
    message TEXT,
    timestamp INTEGER NOT NULL,
    timestamp_nano INTEGER,
    CONSTRAINT fk_environment_status_changes_environment_id FOREIGN KEY (environment_id) REFERENCES environments (environment_id) ON DELETE RESTRICT
);

CREATE TABLE fill_statistics (
    fill_number INTEGER NOT NULL CONSTRAINT pk_fill_statistics PRIMARY KEY,
    efficiency REAL,
    runs_coverage INTEGER,
    time_loss_at_start INTEGER,
    time_loss_at_end INTEGER,
    efficiency_loss_at_start REAL,
    efficiency_loss_at_end REAL,
    mean_run_duration INTEGER,
    total_ctf_file_size_bytes INTEGER,
    total_tf_file_size_bytes INTEGER,
    run_count INTEGER,
    good_run_count INTEGER,
    bad_run_count INTEGER,
    test_run_count INTEGER,
    none_run_count INTEGER,
    runs_over2_minutes INTEGER,
    runs_under2_minutes INTEGER,
    time_between_runs INTEGER,
    time_between_runs_incomplete INTEGER NOT NULL,
    is_recorded INTEGER NOT NULL,
    CONSTRAINT fk_fill_statistics_fill_number FOREIGN KEY (fill_number) REFERENCES fills (fill_number) ON DELETE RESTRICT
);

CREATE TABLE log_entries (
    number INTEGER NOT NULL CONSTRAINT pk_log_entries PRIMARY KEY,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    subtype TEXT NOT NULL,
    origin TEXT NOT NULL,
    announcement_valid_until INTEGER,
    author_id INTEGER NOT NULL,
    parent_number INTEGER,
    root_number INTEGER NOT NULL,
    thread_path TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT fk_log_entries_author_id FOREIGN KEY (author_id) REFERENCES users (user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entries_parent_number FOREIGN KEY (parent_number) REFERENCES log_entries (number) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entries_root_number FOREIGN KEY (root_number) REFERENCES log_entries (number) ON DELETE RESTRICT
);

CREATE TABLE runs (
    run_number INTEGER NOT NULL CONSTRAINT pk_runs PRIMARY KEY,
    time_o2_start INTEGER,
    time_o2_end INTEGER,
    time_trg_start INTEGER,
    time_trg_end INTEGER,
    first_tf_timestamp INTEGER,
    last_tf_timestamp INTEGER,
    start_time AS (COALESCE(time_trg_start, time_o2_start)) STORED,
    ended_at AS (COALESCE(time_trg_end, time_o2_end)) STORED,
    qc_time_start AS (COALESCE(first_tf_timestamp, time_trg_start, time_o2_start)) STORED,
    qc_time_end AS (COALESCE(last_tf_timestamp, time_trg_end, time_o2_end)) STORED,
    user_start_id INTEGER,
    user_stop_id INTEGER,
    environment_id TEXT,
    run_type_name TEXT,
    fill_number INTEGER,
    lhc_period_name TEXT,
    definition TEXT,
    definition_is_recorded INTEGER NOT NULL,
    calibration_status TEXT,
    quality TEXT NOT NULL,
    detector_count INTEGER,
    flp_count INTEGER,
    epn_count INTEGER,
    subtimeframe_count INTEGER,
    bytes_read_out INTEGER,
    data_distribution_enabled INTEGER,
    dcs_enabled INTEGER,
    epn_enabled INTEGER,
    trigger TEXT,
    epn_topology TEXT,
    odc_topology_full_name TEXT,
    pdp_config_option TEXT,
    pdp_topology_description_library_file TEXT,
    pdp_workflow_parameters TEXT,
    pdp_beam_type TEXT,
    readout_configuration_uri TEXT,
    time_frame_builder_mode TEXT,
    lhc_beam_energy_gev REAL,
    lhc_beam_mode TEXT,
    lhc_beta_star_m REAL,
    alice_l3_current_a REAL,
    alice_dipole_current_a REAL,
    alice_l3_polarity TEXT,
    alice_dipole_polarity TEXT,
    l3_current_level_ka AS (CAST(FLOOR(alice_l3_current_a / 1000 + 0.5) AS integer) * CASE WHEN alice_l3_polarity = 'NEGATIVE' THEN -1 ELSE 1 END) STORED,
    dipole_current_level_ka AS (CAST(FLOOR(alice_dipole_current_a / 1000 + 0.5) AS integer) * CASE WHEN alice_dipole_polarity = 'NEGATIVE' THEN -1 ELSE 1 END) STORED,
    start_of_data_transfer INTEGER,
    end_of_data_transfer INTEGER,
    ctf_file_count INTEGER,
    tf_file_count INTEGER,
    other_file_count INTEGER,
    ctf_file_size_bytes INTEGER,
    tf_file_size_bytes INTEGER,
    other_file_size_bytes INTEGER,
    timeframe_orbit_count INTEGER,
    inelastic_interaction_rate_average_hz REAL,
    inelastic_interaction_rate_at_start_hz REAL,
    inelastic_interaction_rate_at_mid_hz REAL,
    inelastic_interaction_rate_at_end_hz REAL,
    cross_section_microbarn REAL,
    trigger_efficiency REAL,
    trigger_acceptance REAL,
    phase_shift_at_start_beam1 REAL,
    phase_shift_at_start_beam2 REAL,
    phase_shift_at_end_beam1 REAL,
    phase_shift_at_end_beam2 REAL,
    trigger_configuration TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT fk_runs_environment_id FOREIGN KEY (environment_id) REFERENCES environments (environment_id) ON DELETE RESTRICT,
    CONSTRAINT fk_runs_fill_number FOREIGN KEY (fill_number) REFERENCES fills (fill_number) ON DELETE RESTRICT,
    CONSTRAINT fk_runs_lhc_period_name FOREIGN KEY (lhc_period_name) REFERENCES lhc_periods (name) ON DELETE RESTRICT,
    CONSTRAINT fk_runs_run_type_name FOREIGN KEY (run_type_name) REFERENCES run_types (name) ON DELETE RESTRICT,
    CONSTRAINT fk_runs_user_start_id FOREIGN KEY (user_start_id) REFERENCES users (user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_runs_user_stop_id FOREIGN KEY (user_stop_id) REFERENCES users (user_id) ON DELETE RESTRICT
);

CREATE TABLE fill_detector_statistics (
    fill_number INTEGER NOT NULL,
    detector_name TEXT NOT NULL,
    run_count INTEGER NOT NULL,
    efficiency REAL,
    CONSTRAINT pk_fill_detector_statistics PRIMARY KEY (fill_number, detector_name),
    CONSTRAINT fk_fill_detector_statistics_detector_name FOREIGN KEY (detector_name) REFERENCES detectors (name) ON DELETE RESTRICT,
    CONSTRAINT fk_fill_detector_statistics_fill_number FOREIGN KEY (fill_number) REFERENCES fill_statistics (fill_number) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE attachments (
    attachment_number INTEGER NOT NULL CONSTRAINT pk_attachments PRIMARY KEY AUTOINCREMENT,
    log_entry_number INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    original_name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    encoding TEXT,
    path TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT fk_attachments_log_entry_number FOREIGN KEY (log_entry_number) REFERENCES log_entries (number) ON DELETE RESTRICT
);

CREATE TABLE log_entry_environments (
    log_entry_number INTEGER NOT NULL,
    environment_id TEXT NOT NULL,
    CONSTRAINT pk_log_entry_environments PRIMARY KEY (log_entry_number, environment_id),
    CONSTRAINT fk_log_entry_environments_environment_id FOREIGN KEY (environment_id) REFERENCES environments (environment_id) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entry_environments_log_entry_number FOREIGN KEY (log_entry_number) REFERENCES log_entries (number) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE log_entry_fills (
    log_entry_number INTEGER NOT NULL,
    fill_number INTEGER NOT NULL,
    CONSTRAINT pk_log_entry_fills PRIMARY KEY (log_entry_number, fill_number),
    CONSTRAINT fk_log_entry_fills_fill_number FOREIGN KEY (fill_number) REFERENCES fills (fill_number) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entry_fills_log_entry_number FOREIGN KEY (log_entry_number) REFERENCES log_entries (number) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE log_entry_tags (
    log_entry_number INTEGER NOT NULL,
    tag_text TEXT NOT NULL,
    CONSTRAINT pk_log_entry_tags PRIMARY KEY (log_entry_number, tag_text),
    CONSTRAINT fk_log_entry_tags_log_entry_number FOREIGN KEY (log_entry_number) REFERENCES log_entries (number) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entry_tags_tag_text FOREIGN KEY (tag_text) REFERENCES tags (text) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE end_of_run_reasons (
    reason_number INTEGER NOT NULL CONSTRAINT pk_end_of_run_reasons PRIMARY KEY AUTOINCREMENT,
    run_number INTEGER NOT NULL,
    category TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT,
    last_edited_by TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT fk_end_of_run_reasons_category_title FOREIGN KEY (category, title) REFERENCES reason_types (category, title) ON DELETE RESTRICT,
    CONSTRAINT fk_end_of_run_reasons_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
);

CREATE TABLE flp_roles (
    flp_role_number INTEGER NOT NULL CONSTRAINT pk_flp_roles PRIMARY KEY AUTOINCREMENT,
    run_number INTEGER NOT NULL,
    name TEXT NOT NULL,
    hostname TEXT NOT NULL,
    timeframe_count INTEGER,
    bytes_processed INTEGER,
    bytes_equipment_read_out INTEGER,
    bytes_recording_read_out INTEGER,
    bytes_fair_mq_read_out INTEGER,
    CONSTRAINT fk_flp_roles_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
);

CREATE TABLE log_entry_runs (
    log_entry_number INTEGER NOT NULL,
    run_number INTEGER NOT NULL,
    CONSTRAINT pk_log_entry_runs PRIMARY KEY (log_entry_number, run_number),
    CONSTRAINT fk_log_entry_runs_log_entry_number FOREIGN KEY (log_entry_number) REFERENCES log_entries (number) ON DELETE RESTRICT,
    CONSTRAINT fk_log_entry_runs_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE run_detectors (
    run_number INTEGER NOT NULL,
    detector_name TEXT NOT NULL,
    quality TEXT NOT NULL,
    CONSTRAINT pk_run_detectors PRIMARY KEY (run_number, detector_name),
    CONSTRAINT fk_run_detectors_detector_name FOREIGN KEY (detector_name) REFERENCES detectors (name) ON DELETE RESTRICT,
    CONSTRAINT fk_run_detectors_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE run_tags (
    run_number INTEGER NOT NULL,
    tag_text TEXT NOT NULL,
    CONSTRAINT pk_run_tags PRIMARY KEY (run_number, tag_text),
    CONSTRAINT fk_run_tags_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT,
    CONSTRAINT fk_run_tags_tag_text FOREIGN KEY (tag_text) REFERENCES tags (text) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE trigger_counters (
    run_number INTEGER NOT NULL,
    class_name TEXT NOT NULL,
    timestamp INTEGER NOT NULL,
    lmb INTEGER NOT NULL,
    lma INTEGER NOT NULL,
    l0b INTEGER NOT NULL,
    l0a INTEGER NOT NULL,
    l1b INTEGER NOT NULL,
    l1a INTEGER NOT NULL,
    CONSTRAINT pk_trigger_counters PRIMARY KEY (run_number, class_name),
    CONSTRAINT fk_trigger_counters_run_number FOREIGN KEY (run_number) REFERENCES runs (run_number) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX ix_attachments_log_entry_number_attachment_number ON attachments (log_entry_number, attachment_number);
CREATE INDEX ix_end_of_run_reasons_category_title_run_number ON end_of_run_reasons (category, title, run_number);
CREATE INDEX ix_end_of_run_reasons_run_number_reason_number ON end_of_run_reasons (run_number, reason_number);
CREATE INDEX ix_environment_status_changes_history ON environment_status_changes (environment_id, timestamp, timestamp_nano, status_change_number);
CREATE INDEX ix_environments_created_at_environment_id ON environments (created_at, environment_id);
CREATE INDEX ix_environments_current_status_environment_id ON environments (current_status, environment_id);
CREATE INDEX ix_environments_ever_in_error_environment_id ON environments (ever_in_error, environment_id);
CREATE INDEX ix_environments_status_sequence_environment_id ON environments (status_sequence, environment_id);
CREATE INDEX ix_environments_updated_at_environment_id ON environments (updated_at, environment_id);
CREATE INDEX ix_fill_detector_statistics_detector_name ON fill_detector_statistics (detector_name);
CREATE INDEX ix_fill_statistics_efficiency_fill_number ON fill_statistics (efficiency, fill_number);
CREATE INDEX ix_fill_statistics_mean_run_duration_fill_number ON fill_statistics (mean_run_duration, fill_number);
CREATE INDEX ix_fill_statistics_runs_coverage_fill_number ON fill_statistics (runs_coverage, fill_number);
CREATE INDEX ix_fill_statistics_time_loss_at_start_fill_number ON fill_statistics (time_loss_at_start, fill_number);
CREATE INDEX ix_fills_beam_type_fill_number ON fills (beam_type, fill_number);
CREATE INDEX ix_fills_colliding_bunches_fill_number ON fills (colliding_bunches, fill_number);
CREATE INDEX ix_fills_filling_scheme_name_fill_number ON fills (filling_scheme_name, fill_number);
CREATE INDEX ix_fills_stable_beams_duration_fill_number ON fills (stable_beams_duration, fill_number);
CREATE INDEX ix_fills_stable_beams_end_fill_number ON fills (stable_beams_end, fill_number);
CREATE INDEX ix_fills_stable_beams_start_fill_number ON fills (stable_beams_start, fill_number);
CREATE INDEX ix_fills_updated_at_fill_number ON fills (updated_at, fill_number);
CREATE UNIQUE INDEX ix_flp_roles_run_number_name ON flp_roles (run_number, name);
CREATE INDEX ix_lhc_periods_year_name ON lhc_periods (year, name);
CREATE INDEX ix_log_entries_author_id_number ON log_entries (author_id, number);
CREATE INDEX ix_log_entries_created_at_number ON log_entries (created_at, number);
CREATE INDEX ix_log_entries_origin_number ON log_entries (origin, number);
CREATE INDEX ix_log_entries_parent_number_number ON log_entries (parent_number, number);
CREATE INDEX ix_log_entries_root_number_thread_path ON log_entries (root_number, thread_path);
CREATE INDEX ix_log_entries_subtype_number ON log_entries (subtype, number);
CREATE INDEX ix_log_entries_title_number ON log_entries (title, number);
CREATE INDEX ix_log_entry_environments_environment_id_log_entry_number ON log_entry_environments (environment_id, log_entry_number);
CREATE INDEX ix_log_entry_fills_fill_number_log_entry_number ON log_entry_fills (fill_number, log_entry_number);
CREATE INDEX ix_log_entry_runs_run_number_log_entry_number ON log_entry_runs (run_number, log_entry_number);
CREATE INDEX ix_log_entry_tags_tag_text_log_entry_number ON log_entry_tags (tag_text, log_entry_number);
CREATE INDEX ix_run_detectors_detector_name_run_number ON run_detectors (detector_name, run_number);
CREATE INDEX ix_run_tags_tag_text_run_number ON run_tags (tag_text, run_number);
CREATE INDEX ix_runs_calibration_status_run_number ON runs (calibration_status, run_number);
CREATE INDEX ix_runs_ctf_file_count_run_number ON runs (ctf_file_count, run_number);
CREATE INDEX ix_runs_data_distribution_enabled_run_number ON runs (data_distribution_enabled, run_number);
CREATE INDEX ix_runs_dcs_enabled_run_number ON runs (dcs_enabled, run_number);
CREATE INDEX ix_runs_definition_run_number ON runs (definition, run_number);
CREATE INDEX ix_runs_detector_count_run_number ON runs (detector_count, run_number);
CREATE INDEX ix_runs_ended_at_run_number ON runs (ended_at, run_number);
CREATE INDEX ix_runs_environment_id_run_number ON runs (environment_id, run_number);
CREATE INDEX ix_runs_epn_count_run_number ON runs (epn_count, run_number);
CREATE INDEX ix_runs_epn_enabled_run_number ON runs (epn_enabled, run_number);
CREATE INDEX ix_runs_fill_number_run_number ON runs (fill_number, run_number);
CREATE INDEX ix_runs_flp_count_run_number ON runs (flp_count, run_number);
CREATE INDEX ix_runs_inelastic_interaction_rate_average_hz_run_number ON runs (inelastic_interaction_rate_average_hz, run_number);
CREATE INDEX ix_runs_l3_current_level_ka_dipole_current_level_ka_run_number ON runs (l3_current_level_ka, dipole_current_level_ka, run_number);
CREATE INDEX ix_runs_lhc_beam_mode_run_number ON runs (lhc_beam_mode, run_number);
CREATE INDEX ix_runs_lhc_period_name_run_number ON runs (lhc_period_name, run_number);
CREATE INDEX ix_runs_other_file_count_run_number ON runs (other_file_count, run_number);
CREATE INDEX ix_runs_pdp_beam_type_run_number ON runs (pdp_beam_type, run_number);
CREATE INDEX ix_runs_quality_run_number ON runs (quality, run_number);
CREATE INDEX ix_runs_run_type_name_run_number ON runs (run_type_name, run_number);
CREATE INDEX ix_runs_start_time_run_number ON runs (start_time, run_number);
CREATE INDEX ix_runs_tf_file_count_run_number ON runs (tf_file_count, run_number);
CREATE INDEX ix_runs_time_o2_end_run_number ON runs (time_o2_end, run_number);
CREATE INDEX ix_runs_time_o2_start_run_number ON runs (time_o2_start, run_number);
CREATE INDEX ix_runs_trigger_run_number ON runs (trigger, run_number);
CREATE INDEX ix_runs_updated_at_run_number ON runs (updated_at, run_number);
CREATE INDEX ix_runs_user_start_id ON runs (user_start_id);
CREATE INDEX ix_runs_user_stop_id ON runs (user_stop_id);
CREATE UNIQUE INDEX ix_users_external_id ON users (external_id);
CREATE INDEX ix_users_name_user_id ON users (name, user_id);

-- Full text: words are runs of letters and digits, in lower case, so that both databases find the same phrases.
CREATE VIRTUAL TABLE log_entry_words USING fts5 (
    title, text, content = 'log_entries', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE TRIGGER log_entry_words_insert AFTER INSERT ON log_entries BEGIN
    INSERT INTO log_entry_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER log_entry_words_delete AFTER DELETE ON log_entries BEGIN
    INSERT INTO log_entry_words (log_entry_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER log_entry_words_update AFTER UPDATE OF title, text ON log_entries BEGIN
    INSERT INTO log_entry_words (log_entry_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO log_entry_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

-- Who did what nobody in particular did.
INSERT INTO users (user_id, external_id, name) VALUES (0, 0, 'Anonymous');
