-- Walking through entries with somebody who was invited. What will be seen is frozen here, so that an
-- entry can go on; a page goes with its entry, and of a walk-through without pages only stays that it was.

CREATE TABLE walk_through (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    for_whom        TEXT NOT NULL, -- a role; empty while nothing was written
    question        TEXT NOT NULL, -- what the writer asks; empty while nothing was written
    minutes         INTEGER NOT NULL CHECK (minutes IN (15, 30, 45, 60)),
    planned_on      INTEGER,       -- a day; none: now, or whenever
    prepared_at     INTEGER NOT NULL,
    prepared_offset INTEGER NOT NULL,
    changed_on      INTEGER,       -- the last day on which it was changed after it had been looked over
    withdrawn_on    INTEGER,       -- none while it holds
    looked_over     INTEGER NOT NULL CHECK (looked_over IN (0, 1)), -- since the last change
    pages_made      INTEGER NOT NULL, -- more than there are: some went with their entries
    began_at        INTEGER,       -- none while it was not shown
    began_offset    INTEGER,
    ended_at        INTEGER,       -- none where the program or the machine stopped before
    ended_offset    INTEGER,
    ended           TEXT CHECK (ended IN
        ('asked', 'time', 'locked-idle', 'locked-screen', 'locked-sleep', 'locked-lid')),
    returned        INTEGER NOT NULL CHECK (returned IN (0, 1)), -- whether somebody opened the journal after it
    card            TEXT NOT NULL CHECK (card IN ('open', 'kept', 'thrown-away')),
    discussed       TEXT NOT NULL,
    take_along      TEXT NOT NULL,
    differently     TEXT NOT NULL,
    CHECK ((began_at IS NULL) = (began_offset IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_offset IS NULL)),
    CHECK ((ended_at IS NULL) = (ended IS NULL)),
    CHECK (began_at IS NOT NULL OR (ended IS NULL AND returned = 0 AND card = 'open'
        AND discussed = '' AND take_along = '' AND differently = '')),
    CHECK (began_at IS NULL OR withdrawn_on IS NULL),
    CHECK (card <> 'thrown-away' OR (discussed = '' AND take_along = '' AND differently = ''))
) STRICT;

CREATE INDEX walk_through_to_return ON walk_through (began_at) WHERE began_at IS NOT NULL AND returned = 0;

CREATE TABLE walk_page (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    walk_through INTEGER NOT NULL REFERENCES walk_through (id) ON DELETE CASCADE,
    place        INTEGER NOT NULL,
    entry        INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    kind         TEXT,             -- the name of the kind of contact, as it is shown
    title        TEXT,             -- the name of a sheet
    who          TEXT,             -- what stands for the alias
    day          INTEGER NOT NULL, -- the entry's when it was frozen
    shows_day    INTEGER NOT NULL CHECK (shows_day IN (0, 1)),
    alias        INTEGER REFERENCES alias (id) ON DELETE SET NULL, -- the entry's when it was frozen
    said         TEXT NOT NULL,    -- all else that the entry said then; once it was shown, nothing
    UNIQUE (walk_through, entry),
    CHECK (who IS NOT NULL OR alias IS NULL)
) STRICT;

CREATE INDEX walk_page_by_place ON walk_page (walk_through, place, id);
CREATE INDEX walk_page_by_entry ON walk_page (entry);
CREATE INDEX walk_page_by_alias ON walk_page (alias) WHERE alias IS NOT NULL;

CREATE TABLE walk_block (
    id       INTEGER PRIMARY KEY AUTOINCREMENT, -- also the order of the parts of a page
    page     INTEGER NOT NULL REFERENCES walk_page (id) ON DELETE CASCADE,
    answer   INTEGER, -- its number; none for what the sitting was about. No answer gets that of another
    label    TEXT NOT NULL CHECK (label IN
        ('asked', 'free', 'feeling', 'intention', 'outcome', 'baggage', 'mood')),
    asks     TEXT,    -- what was asked, as it is shown
    heading  TEXT,    -- the name of a column of a sheet, as it is shown
    original TEXT NOT NULL, -- as the entry had it; once it was shown, nothing
    text     TEXT NOT NULL, -- as it will be seen
    CHECK ((label = 'asked') = (asks IS NOT NULL))
) STRICT;

CREATE INDEX walk_block_by_page ON walk_block (page, id);

-- What is covered of a part, from one UTF-16 code unit to another.
CREATE TABLE walk_cover (
    block INTEGER NOT NULL REFERENCES walk_block (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    end   INTEGER NOT NULL CHECK (end > start),
    PRIMARY KEY (block, start)
) STRICT, WITHOUT ROWID;

-- Which letter stands for an alias, in one walk-through: its place in the alphabet, from 0. The letter of
-- an alias that is gone stands for nobody else, for frozen texts may name it.
CREATE TABLE walk_letter (
    walk_through INTEGER NOT NULL REFERENCES walk_through (id) ON DELETE CASCADE,
    letter       INTEGER NOT NULL CHECK (letter >= 0),
    alias        INTEGER REFERENCES alias (id) ON DELETE SET NULL,
    PRIMARY KEY (walk_through, letter),
    UNIQUE (walk_through, alias)
) STRICT, WITHOUT ROWID;

CREATE INDEX walk_letter_by_alias ON walk_letter (alias) WHERE alias IS NOT NULL;
