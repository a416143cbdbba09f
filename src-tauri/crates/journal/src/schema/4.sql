-- Sheets: forms with named fields. What must be read of one stands in its own rows, so that it can be
-- read when the pack it came from is gone. And what a person prepares, and the packs of others.

ALTER TABLE entry ADD COLUMN title TEXT;     -- a sheet's name, as its pack had it; none: no sheet
ALTER TABLE entry ADD COLUMN prepares INTEGER NOT NULL DEFAULT 0 CHECK (prepares IN (0, 1));
ALTER TABLE entry ADD COLUMN prepared INTEGER -- what was prepared for its contact, started before it
    REFERENCES entry (id) ON DELETE SET NULL CHECK (prepared < id) CHECK (prepared IS NULL OR prepares = 0);

CREATE INDEX entry_by_prepared ON entry (prepared) WHERE prepared IS NOT NULL;
CREATE INDEX preparation_by_day ON entry (day, id) WHERE prepares = 1 AND deleted_at IS NULL;
CREATE INDEX sheet_by_form ON entry (form_pack, form, day, id) WHERE title IS NOT NULL AND deleted_at IS NULL;

-- The checks of the old table know six fields, so it is made anew; the view on it comes back letter for
-- letter, for the index holds what it showed.
DROP VIEW entry_text;
ALTER TABLE answer RENAME TO answer_3;

CREATE TABLE answer (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    entry            INTEGER NOT NULL REFERENCES entry (id),
    ordinal          INTEGER NOT NULL, -- in the order of first saves
    field            TEXT NOT NULL CHECK (field IN
        ('question', 'own', 'free', 'feeling', 'intention', 'outcome', 'cell', 'look-back')),
    question_pack    TEXT,             -- a question of a pack: all of these four, or none
    question         TEXT,
    question_version INTEGER,
    -- Alone: a question in the person's own words, what a field of a sheet asks, or what is looked
    -- back on.
    wording          INTEGER REFERENCES wording (id),
    returns          TEXT CHECK (returns IN ('alias', 'kind')), -- at what contact an intention does
    scope            TEXT,             -- which that is; none: the entry has no such contact
    let_go           INTEGER CHECK (let_go IN (0, 1)), -- an intention, or a day at which one looks back
    -- The intention of an outcome; of a look-back the answer that holds its day.
    about            INTEGER REFERENCES answer (id) ON DELETE SET NULL,
    cell             TEXT,             -- the form's id of a field of a sheet
    cell_column      TEXT,             -- a column of it, or an option where several may be chosen
    cell_row         INTEGER,
    value            TEXT CHECK (value IN ('text', 'choice', 'date', 'look-back')),
    option           TEXT,             -- what was chosen, by its id; its name is the text
    -- The name of a column, or the question that comes back on a day.
    heading          INTEGER REFERENCES wording (id),
    due              INTEGER,          -- the day at which one looks back, or on which that was asked
    text             TEXT NOT NULL,
    written_at       INTEGER NOT NULL, -- first saved
    written_offset   INTEGER NOT NULL,
    saved_at         INTEGER NOT NULL, -- last saved
    saved_offset     INTEGER NOT NULL,
    -- Nothing but white space, in any alphabet, says nothing.
    has_text         INTEGER NOT NULL AS (trim(text, char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192,
        8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)) <> ''),
    UNIQUE (entry, ordinal),
    CHECK ((question IS NULL) = (question_pack IS NULL)),
    CHECK ((question IS NULL) = (question_version IS NULL)),
    CHECK (CASE field
        WHEN 'question' THEN question IS NOT NULL AND wording IS NOT NULL
        WHEN 'own' THEN question IS NULL AND wording IS NOT NULL
        WHEN 'cell' THEN question IS NULL AND wording IS NOT NULL
        WHEN 'look-back' THEN question IS NULL AND wording IS NOT NULL
        WHEN 'intention' THEN (question IS NULL) = (wording IS NULL)
        ELSE question IS NULL AND wording IS NULL END),
    CHECK ((field = 'intention') = (returns IS NOT NULL)),
    CHECK ((field = 'intention' OR value IS 'look-back') = (let_go IS NOT NULL)),
    CHECK (field = 'intention' OR scope IS NULL),
    CHECK (field IN ('outcome', 'look-back') OR about IS NULL),
    CHECK ((field = 'cell') = (cell IS NOT NULL)),
    CHECK ((field = 'cell') = (cell_row IS NOT NULL)),
    CHECK ((field = 'cell') = (value IS NOT NULL)),
    CHECK (field = 'cell' OR cell_column IS NULL),
    CHECK (field = 'cell' OR heading IS NULL),
    CHECK (cell_row >= 0),
    CHECK (option IS NULL OR (value IS 'choice' AND text <> '')),
    CHECK (CASE WHEN field = 'look-back' THEN due IS NOT NULL
                WHEN value IS 'look-back' THEN (due IS NULL) = (text = '')
                ELSE due IS NULL END)
) STRICT;

INSERT INTO answer (id, entry, ordinal, field, question_pack, question, question_version, wording, returns,
                    scope, let_go, about, text, written_at, written_offset, saved_at, saved_offset)
SELECT id, entry, ordinal, field, question_pack, question, question_version, wording, returns,
       scope, let_go, about, text, written_at, written_offset, saved_at, saved_offset
FROM answer_3 ORDER BY id;

-- No number is given out twice, also not the number of an answer that was erased before.
DELETE FROM sqlite_sequence WHERE name = 'answer';
INSERT INTO sqlite_sequence (name, seq) SELECT 'answer', seq FROM sqlite_sequence WHERE name = 'answer_3';
DROP TABLE answer_3;

CREATE INDEX answer_by_wording ON answer (wording) WHERE wording IS NOT NULL;
CREATE INDEX answer_by_heading ON answer (heading) WHERE heading IS NOT NULL;
CREATE INDEX answer_by_question ON answer (question_pack, question) WHERE question IS NOT NULL;
-- What came of an intention, and of a look-back.
CREATE INDEX outcome_by_intention ON answer (about) WHERE about IS NOT NULL;
-- The newest intention, of all and of a scope; the rest of each row is what a walk must know.
CREATE INDEX intention_by_age ON answer (id, scope) WHERE field = 'intention';
CREATE INDEX intention_by_scope ON answer (scope, id, entry) WHERE scope IS NOT NULL;
-- A sheet has each place once, for each sort of value that a field had.
CREATE UNIQUE INDEX cell_by_place ON answer (entry, cell, coalesce(cell_column, ''), cell_row, value)
    WHERE cell IS NOT NULL;
CREATE INDEX look_back_by_day ON answer (due, id) WHERE value = 'look-back' AND let_go = 0 AND due IS NOT NULL;

CREATE VIEW entry_text AS
SELECT
    entry.id AS id,
    coalesce((SELECT string_agg(answer.text, char(10) ORDER BY answer.ordinal)
              FROM answer WHERE answer.entry = entry.id), '') AS body,
    coalesce('k' || lower(hex(contact.kind)), '') || coalesce(' a' || contact.alias, '') AS meta
FROM entry LEFT JOIN contact ON contact.id = entry.contact
WHERE entry.indexed = 1;

-- What an organisation or the person brings, word for word as it was read; in the order of adding.
CREATE TABLE pack (
    place        INTEGER PRIMARY KEY,
    id           TEXT NOT NULL,
    language     TEXT NOT NULL,
    version      TEXT NOT NULL,
    text         TEXT NOT NULL,
    is_on        INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    added_at     INTEGER NOT NULL,
    added_offset INTEGER NOT NULL,
    UNIQUE (id, language)
) STRICT;
