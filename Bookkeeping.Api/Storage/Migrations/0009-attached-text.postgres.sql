-- The text of attachments is found with the entry they came with.
ALTER TABLE log_entries
    ADD COLUMN attached_text text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE log_entries
    ADD COLUMN attached_words tsvector NOT NULL GENERATED ALWAYS AS
        (to_tsvector('simple', regexp_replace(attached_text COLLATE "default", '[^[:alnum:]]+', ' ', 'g'))) STORED;
CREATE INDEX ix_log_entries_attached_words ON log_entries USING gin (attached_words);

CREATE OR REPLACE FUNCTION log_entry_words(phrase text) RETURNS TABLE (rowid integer) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT number FROM log_entries
    WHERE title_words @@ phraseto_tsquery('simple', regexp_replace(phrase COLLATE "default", '[^[:alnum:]]+', ' ', 'g'))
        OR text_words @@ phraseto_tsquery('simple', regexp_replace(phrase COLLATE "default", '[^[:alnum:]]+', ' ', 'g'))
        OR attached_words @@ phraseto_tsquery('simple', regexp_replace(phrase COLLATE "default", '[^[:alnum:]]+', ' ', 'g'))
$$;
