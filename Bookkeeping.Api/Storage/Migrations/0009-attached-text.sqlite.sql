-- The text of attachments is found with the entry they came with.
ALTER TABLE log_entries ADD COLUMN attached_text TEXT NOT NULL DEFAULT '';
DROP TRIGGER log_entry_words_insert;
DROP TRIGGER log_entry_words_delete;
DROP TRIGGER log_entry_words_update;
DROP TABLE log_entry_words;
CREATE VIRTUAL TABLE log_entry_words USING fts5 (
    title, text, attached_text, content = 'log_entries', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO log_entry_words (log_entry_words) VALUES ('rebuild');
CREATE TRIGGER log_entry_words_insert AFTER INSERT ON log_entries BEGIN
    INSERT INTO log_entry_words (rowid, title, text, attached_text) VALUES (new.number, new.title, new.text, new.attached_text);
END;
CREATE TRIGGER log_entry_words_delete AFTER DELETE ON log_entries BEGIN
    INSERT INTO log_entry_words (log_entry_words, rowid, title, text, attached_text) VALUES ('delete', old.number, old.title, old.text, old.attached_text);
END;
CREATE TRIGGER log_entry_words_update AFTER UPDATE OF title, text, attached_text ON log_entries BEGIN
    INSERT INTO log_entry_words (log_entry_words, rowid, title, text, attached_text) VALUES ('delete', old.number, old.title, old.text, old.attached_text);
    INSERT INTO log_entry_words (rowid, title, text, attached_text) VALUES (new.number, new.title, new.text, new.attached_text);
END;
