-- What one learns and keeps without anybody in it. No row here knows an entry, a contact or an alias, so
-- that nothing points back at a person, and none of it goes by a term.

-- A rule of thumb that was dropped stays, and so do the words it had, until they are erased.
ALTER TABLE rule_of_thumb ADD COLUMN dropped_on INTEGER; -- a day; none while it is used

CREATE TABLE rule_wording (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    rule  INTEGER NOT NULL REFERENCES rule_of_thumb (id) ON DELETE CASCADE,
    text  TEXT NOT NULL,
    until INTEGER NOT NULL -- the day on which other words took its place
) STRICT;

CREATE INDEX rule_wording_by_rule ON rule_wording (rule, id);

CREATE TABLE twofold_word (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    word           TEXT NOT NULL,
    mine           TEXT NOT NULL,
    theirs         TEXT NOT NULL,
    whose          TEXT NOT NULL, -- a role
    written_at     INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL,
    changed_offset INTEGER NOT NULL
) STRICT;

CREATE TABLE team_point (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    theme        TEXT,    -- a pack's id of it; none: no theme
    theme_name   TEXT,    -- as the pack had it, for when the pack is gone
    text         TEXT NOT NULL,
    written_on   INTEGER NOT NULL,
    discussed_on INTEGER, -- none while it stands on the card
    CHECK ((theme IS NULL) = (theme_name IS NULL))
) STRICT;

CREATE TABLE own_trial (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    behaviour  TEXT NOT NULL,
    scale      TEXT NOT NULL CHECK (scale IN ('zero-to-ten', 'count')),
    better     TEXT NOT NULL CHECK (better IN ('higher', 'lower')),
    started_on INTEGER NOT NULL,
    ended_on   INTEGER  -- none while it runs
) STRICT;

CREATE TABLE trial_phase (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- also the order of the phases of a trial
    trial       INTEGER NOT NULL REFERENCES own_trial (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('begin', 'trial')),
    began_on    INTEGER NOT NULL,
    differently TEXT NOT NULL
) STRICT;

CREATE INDEX trial_phase_by_trial ON trial_phase (trial, id);

CREATE TABLE measurement (
    id    INTEGER PRIMARY KEY AUTOINCREMENT, -- also the order within a day
    phase INTEGER NOT NULL REFERENCES trial_phase (id) ON DELETE CASCADE,
    day   INTEGER NOT NULL,
    value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 999)
) STRICT;

CREATE INDEX measurement_by_phase ON measurement (phase, day, id);
