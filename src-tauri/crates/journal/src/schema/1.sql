-- Moments are milliseconds of UTC with the zone's offset in minutes beside them; days are numbers,
-- day 1 being 1 January of the year 1. AUTOINCREMENT where a window may hold a number for long: an
-- erased entry's number must never come to mean another entry.

CREATE TABLE alias (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE -- in lower case, so that one pseudonym is not two
) STRICT;

CREATE TABLE contact (
    id    INTEGER PRIMARY KEY,
    day   INTEGER NOT NULL,
    kind  TEXT NOT NULL, -- an id of the handbook
    alias INTEGER REFERENCES alias (id)
) STRICT;
CREATE INDEX contact_by_alias ON contact (alias, day) WHERE alias IS NOT NULL;

CREATE TABLE entry (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    day            INTEGER NOT NULL, -- the contact's, or the day it was started
    contact        INTEGER REFERENCES contact (id),
    form_pack      TEXT NOT NULL,
    form           TEXT NOT NULL,
    form_version   INTEGER NOT NULL,
    seed           INTEGER NOT NULL, -- chose the questions; the same seed chooses the same again
    started_at     INTEGER NOT NULL,
    started_offset INTEGER NOT NULL,
    keep_until     INTEGER,          -- a day; none: no term was set
    deleted_at     INTEGER,          -- none: not in the bin
    deleted_offset INTEGER,
    indexed        INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1)),
    CHECK ((deleted_at IS NULL) = (deleted_offset IS NULL)),
    CHECK (indexed = 0 OR deleted_at IS NULL) -- the bin is not searched
) STRICT;
CREATE INDEX entry_by_day ON entry (day, id) WHERE deleted_at IS NULL;
CREATE INDEX entry_by_contact ON entry (contact) WHERE contact IS NOT NULL;
CREATE INDEX entry_in_bin ON entry (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX entry_to_index ON entry (id) WHERE indexed = 0 AND deleted_at IS NULL;

CREATE TABLE wording (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE -- a question as it was shown
) STRICT;

CREATE TABLE answer (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    entry            INTEGER NOT NULL REFERENCES entry (id),
    ordinal          INTEGER NOT NULL, -- in the order of first saves
    question_pack    TEXT,             -- none, with the next three: free text
    question         TEXT,
    question_version INTEGER,
    wording          INTEGER REFERENCES wording (id),
    text             TEXT NOT NULL,
    saved_at         INTEGER NOT NULL,
    saved_offset     INTEGER NOT NULL,
    UNIQUE (entry, ordinal),
    CHECK ((question IS NULL) = (question_pack IS NULL)),
    CHECK ((question IS NULL) = (question_version IS NULL)),
    CHECK ((question IS NULL) = (wording IS NULL))
) STRICT;
CREATE INDEX answer_by_wording ON answer (wording) WHERE wording IS NOT NULL;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the index has seen of an entry. It is the one place that says what `body` and `meta` are:
-- what went in must come out by the same letters, or the index is damaged.
CREATE VIEW entry_text AS
SELECT
    entry.id AS id,
    coalesce((SELECT string_agg(answer.text, char(10) ORDER BY answer.ordinal)
              FROM answer WHERE answer.entry = entry.id), '') AS body,
    coalesce('k' || lower(hex(contact.kind)), '') || coalesce(' a' || contact.alias, '') AS meta
FROM entry LEFT JOIN contact ON contact.id = entry.contact
WHERE entry.indexed = 1;

CREATE VIRTUAL TABLE entry_index USING fts5 (
    body, meta,
    content = 'entry_text', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2'
);
-- A page of SQLCipher has 80 bytes less than FTS5 reckons with.
INSERT INTO entry_index (entry_index, rank) VALUES ('pgsz', 3970);
INSERT INTO entry_index (entry_index, rank) VALUES ('secure-delete', 1);

-- Every word of the indexed entries, and in how many of them it occurs.
CREATE TABLE term (
    term    TEXT PRIMARY KEY,
    entries INTEGER NOT NULL CHECK (entries > 0)
) STRICT, WITHOUT ROWID;
