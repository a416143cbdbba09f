-- Looking back leaves out what is kept quiet; and a search can be asked of one theme or one form.

-- Kept quiet: found and read as before, and left out where one looks back.
ALTER TABLE entry ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1));
ALTER TABLE alias ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1));

CREATE TABLE quiet_period (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL CHECK (last_day >= first_day)
) STRICT;

CREATE INDEX quiet_entry ON entry (day, id) WHERE quiet = 1 AND deleted_at IS NULL;

-- `meta` has a token more for the form, and one for each question that was answered. What went into the
-- index by the letters of the old view comes out whole, and goes in by those of this one.
DROP VIEW entry_text;
CREATE VIEW entry_text AS
SELECT
    entry.id AS id,
    coalesce((SELECT string_agg(answer.text, char(10) ORDER BY answer.ordinal)
              FROM answer WHERE answer.entry = entry.id), '') AS body,
    coalesce('k' || lower(hex(contact.kind)) || ' ', '') || coalesce('a' || contact.alias || ' ', '')
        || 'f' || lower(hex(entry.form_pack || ' ' || entry.form))
        || coalesce((SELECT ' ' || string_agg(asked.token, ' ' ORDER BY asked.token)
                     FROM (SELECT DISTINCT 'q' || lower(hex(answer.question_pack || ' ' || answer.question)) AS token
                           FROM answer WHERE answer.entry = entry.id AND answer.question IS NOT NULL
                               AND answer.has_text) AS asked), '') AS meta
FROM entry LEFT JOIN contact ON contact.id = entry.contact
WHERE entry.indexed = 1;

INSERT INTO entry_index (entry_index) VALUES ('rebuild');

-- What was shown or carried out is listed without reading all entries.
CREATE INDEX entry_shown ON entry (day, id) WHERE shown_on IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX entry_carried_out ON entry (day, id) WHERE carried_out_on IS NOT NULL AND deleted_at IS NULL;
