-- What a sitting was about, when it was stored: how much time there was, a young person or not, and,
-- only when the person asked for it, baggage and mood. The codes are those of the handbook.
ALTER TABLE entry ADD COLUMN minutes INTEGER;
ALTER TABLE entry ADD COLUMN young INTEGER
    CHECK (young IN (0, 1)) CHECK ((young IS NULL) = (minutes IS NULL));
ALTER TABLE entry ADD COLUMN baggage TEXT CHECK (baggage IS NULL OR minutes IS NOT NULL);
ALTER TABLE entry ADD COLUMN mood TEXT CHECK (mood IS NULL OR minutes IS NOT NULL);

-- An answer has a field. The checks of the old table know two of them, so it is made anew; the view
-- on it comes back letter for letter, for the index holds what it showed.
DROP VIEW entry_text;
ALTER TABLE answer RENAME TO answer_1;

CREATE TABLE answer (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    entry            INTEGER NOT NULL REFERENCES entry (id),
    ordinal          INTEGER NOT NULL, -- in the order of first saves
    field            TEXT NOT NULL
        CHECK (field IN ('question', 'own', 'free', 'feeling', 'intention', 'outcome')),
    question_pack    TEXT,             -- a question of a pack: all of these four, or none
    question         TEXT,
    question_version INTEGER,
    wording          INTEGER REFERENCES wording (id), -- alone: a question in the person's own words
    returns          TEXT CHECK (returns IN ('alias', 'kind')), -- at what contact an intention does
    scope            TEXT,             -- which that is; none: the entry has no such contact
    let_go           INTEGER CHECK (let_go IN (0, 1)),
    about            INTEGER REFERENCES answer (id) ON DELETE SET NULL, -- the intention of an outcome
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
        WHEN 'intention' THEN (question IS NULL) = (wording IS NULL)
        ELSE question IS NULL AND wording IS NULL END),
    CHECK ((field = 'intention') = (returns IS NOT NULL)),
    CHECK ((field = 'intention') = (let_go IS NOT NULL)),
    CHECK (field = 'intention' OR scope IS NULL),
    CHECK (field = 'outcome' OR about IS NULL)
) STRICT;

INSERT INTO answer (id, entry, ordinal, field, question_pack, question, question_version, wording,
                    text, written_at, written_offset, saved_at, saved_offset)
SELECT id, entry, ordinal, iif(question IS NULL, 'free', 'question'), question_pack, question,
       question_version, wording, text, saved_at, saved_offset, saved_at, saved_offset
FROM answer_1 ORDER BY id;

-- No number is given out twice, also not the number of an answer that was erased before.
DELETE FROM sqlite_sequence WHERE name = 'answer';
INSERT INTO sqlite_sequence (name, seq) SELECT 'answer', seq FROM sqlite_sequence WHERE name = 'answer_1';
DROP TABLE answer_1;

CREATE INDEX answer_by_wording ON answer (wording) WHERE wording IS NOT NULL;
CREATE INDEX outcome_by_intention ON answer (about) WHERE about IS NOT NULL;
-- The newest intention, of all and of a scope; the rest of each row is what a walk must know.
CREATE INDEX intention_by_age ON answer (id, scope) WHERE field = 'intention';
CREATE INDEX intention_by_scope ON answer (scope, id, entry) WHERE scope IS NOT NULL;

CREATE VIEW entry_text AS
SELECT
    entry.id AS id,
    coalesce((SELECT string_agg(answer.text, char(10) ORDER BY answer.ordinal)
              FROM answer WHERE answer.entry = entry.id), '') AS body,
    coalesce('k' || lower(hex(contact.kind)), '') || coalesce(' a' || contact.alias, '') AS meta
FROM entry LEFT JOIN contact ON contact.id = entry.contact
WHERE entry.indexed = 1;
