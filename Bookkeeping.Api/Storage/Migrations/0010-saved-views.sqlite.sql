-- Pages of the site with their filters, columns and sort, under names.

CREATE TABLE saved_views (
    view_number INTEGER NOT NULL CONSTRAINT pk_saved_views PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    is_shared INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CONSTRAINT fk_saved_views_owner_id FOREIGN KEY (owner_id) REFERENCES users (user_id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_saved_views_owner_id_name ON saved_views (owner_id, name);
CREATE INDEX ix_saved_views_name_view_number ON saved_views (name, view_number);
