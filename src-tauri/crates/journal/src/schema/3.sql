-- How long what was written lives, and what may outlive it.

-- The day on which the work with an alias was closed; none: it goes on.
ALTER TABLE alias ADD COLUMN closed_on INTEGER;

-- `keep_until` is from now on the bound of two years after an entry was started. An entry has it from
-- the day on which it first had an alias, whatever becomes of that. It is never moved later.
ALTER TABLE entry ADD COLUMN announced_on INTEGER;   -- when the person was first shown that it goes
ALTER TABLE entry ADD COLUMN shown_on INTEGER;       -- when it was last shown to somebody; none: personal
ALTER TABLE entry ADD COLUMN carried_out_on INTEGER; -- when it was last saved in a page

-- Two years after the day on which it was started, by the clock of that place. Day 719,163 is the
-- first of 1970; what SQLite calls floor makes the 29th of February the 28th, as the calendar in Rust
-- does. Nothing is announced, so that nothing goes before a week after it was first shown.
UPDATE entry SET keep_until = CAST(julianday(date('1970-01-01',
        ((started_at + started_offset * 60000 + 62135596800000) / 86400000 - 719162) || ' days',
        '+2 years', 'floor')) - 1721424.5 AS INTEGER)
WHERE keep_until IS NULL
    AND contact IN (SELECT id FROM contact WHERE alias IS NOT NULL);

CREATE INDEX entry_by_bound ON entry (keep_until) WHERE keep_until IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX entry_by_announcement ON entry (announced_on) WHERE announced_on IS NOT NULL;
CREATE INDEX entry_by_start ON entry (started_at) WHERE keep_until IS NULL AND deleted_at IS NULL;
-- The last contact with an alias is that of an entry that is not in the bin: no table is read for it.
DROP INDEX entry_by_contact;
CREATE INDEX entry_by_contact ON entry (contact, deleted_at) WHERE contact IS NOT NULL;

-- One's own, about one's own acting. It says nothing of where it came from: that would point back at
-- a person.
CREATE TABLE rule_of_thumb (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    text           TEXT NOT NULL,
    written_at     INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL,
    changed_offset INTEGER NOT NULL
) STRICT;

-- Words that the person said are no person, as lists compare them.
CREATE TABLE spared (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What was erased here and may still be in a backup: numbers, never a word.
CREATE TABLE forgotten (
    entry INTEGER NOT NULL,
    seed  INTEGER NOT NULL,
    PRIMARY KEY (entry, seed)
) STRICT, WITHOUT ROWID;

-- Of an alias that is in use: what was erased of it before, for the backups that hold it still. Who
-- erases the alias means that too.
CREATE TABLE erased (
    alias INTEGER NOT NULL REFERENCES alias (id) ON DELETE CASCADE,
    entry INTEGER NOT NULL,
    seed  INTEGER NOT NULL,
    PRIMARY KEY (alias, entry, seed)
) STRICT, WITHOUT ROWID;
