-- What a journal of format 6 may hold. It is run over the tables of 1.sql to 6.sql and is never changed: it
-- stands for the journals that are out there.

INSERT INTO alias (id, name, folded, closed_on) VALUES
    (1, 'Blauwe Reiger', 'blauwe reiger', NULL),
    (2, 'Oude Élzenlaan', 'oude élzenlaan', 739510);

INSERT INTO contact (id, day, kind, alias) VALUES
    (1, 738945, 'telefonisch', 1),
    (2, 739501, 'huisbezoek', 2),
    (3, 739502, 'telefonisch', 1),
    (4, 739504, 'kennismaking', NULL),
    (9, 739502, 'telefonisch', 2),
    (10, 739508, 'voortgang', 1),
    (11, 739509, 'voortgang', 1);

-- The third is in the bin; the fourth has a contact without an alias; the fifth is a page on its own, and
-- had an alias once; the sixth was erased; the eighth waits for the index. The tenth is a sheet, the
-- eleventh one that was prepared for the twelfth.
INSERT INTO entry (id, day, contact, form_pack, form, form_version, seed, started_at, started_offset,
                   keep_until, deleted_at, deleted_offset, indexed, minutes, young, baggage, mood,
                   announced_on, shown_on, carried_out_on, title, prepares, prepared) VALUES
    (1, 738945, 1, 'basis', 'gids', 1, -7, 1709163000000, 60, 739675, NULL, NULL, 0, 15, 0, 'levensverhaal', 'geraakt', 739669, NULL, 739600, NULL, 0, NULL),
    (2, 739501, 2, 'basis', 'gids', 2, 9223372036854775807, 1772899200000, 60, 740413, NULL, NULL, 0, 2, 1, NULL, NULL, NULL, 739511, NULL, NULL, 0, NULL),
    (3, 739502, 3, 'basis', 'gids', 2, 0, 1772985600000, 120, 740414, 1773000000000, 60, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL),
    (4, 739504, 4, 'basis', 'gids', 2, 3, 1773158400000, 60, NULL, NULL, NULL, 0, 5, 0, NULL, 'boos', NULL, NULL, NULL, NULL, 0, NULL),
    (5, 739503, NULL, 'basis', 'vrij', 1, 0, 1773072000000, -210, 740200, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL),
    (6, 739505, NULL, 'basis', 'vrij', 1, 0, 1773244800000, 60, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL),
    (7, 739502, 9, 'basis', 'gids', 2, 11, 1772929800000, -60, 740413, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL),
    (8, 739506, NULL, 'basis', 'vrij', 1, 12, 1773331200000, 60, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL),
    (10, 739507, NULL, 'basis', 'dilemma', 2, 13, 1773417600000, 60, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 739512, 'Dilemmablad', 0, NULL),
    (11, 739508, 10, 'team-zuid', 'voorbereiden', 1, -14, 1773504000000, 60, 740420, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Voorbereiden', 1, NULL),
    (12, 739509, 11, 'basis', 'gids', 2, 15, 1773590400000, 60, 740421, NULL, NULL, 0, 5, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 11);

INSERT INTO wording (id, text) VALUES
    (2, 'Wat deed jij, en wat deed de inwoner?'),
    (3, 'Waarom zei ik “ja”?'),
    (5, 'Wat ga je de volgende keer proberen?'),
    (6, 'Wat speelt er?'),
    (7, 'Mijn beeld'),
    (8, 'Wanneer kijk je terug?'),
    (9, 'Wat werd het?');

-- The outcome was saved before the intention that it is of got its number, as after a restore.
INSERT INTO answer (id, entry, ordinal, field, question_pack, question, question_version, wording, returns,
                    scope, let_go, about, text, written_at, written_offset, saved_at, saved_offset) VALUES
    (1, 1, 0, 'question', 'basis', 'q1', 1, 2, NULL, NULL, NULL, NULL, 'Ik wachtte. Zij zei “ja”.' || char(13, 10, 9) || 'Toen niets 😀.', 1772812860001, 60, 1772812960001, 60),
    (8, 1, 1, 'intention', 'basis', 'i1', 1, 5, 'alias', 'a1', 0, NULL, 'eerst vragen', 1772812920000, 60, 1772812920000, 60),
    (2, 2, 0, 'own', NULL, NULL, NULL, 3, NULL, NULL, NULL, NULL, 'Een kale muur, en een geïrriteerde buurman.', 1772899260000, 60, 1772899260000, 60),
    (5, 2, 1, 'feeling', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', 1772899320000, 60, 1772899320000, 60),
    (6, 2, 2, 'intention', NULL, NULL, NULL, NULL, 'kind', 'k' || 'huisbezoek', 1, NULL, 'aanbellen', 1772899320000, 60, 1772899320000, 60),
    (4, 3, 0, 'outcome', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 8, 'in de prullenbak', 1772985660000, 120, 1772985660000, 120),
    (9, 4, 0, 'outcome', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'van een gewist proefje', 1773158460000, 60, 1773158460000, 60),
    (7, 5, 0, 'free', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, ' nul' || char(0) || 'los, e' || char(769) || ' is geen é ', 1773072060000, -210, 1773072060000, -210),
    (10, 8, 0, 'free', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'wacht op de index', 1773331260000, 60, 1773331260000, 60),
    (41, 6, 0, 'free', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'gewist', 1773244860000, 60, 1773244860000, 60);

INSERT INTO answer (id, entry, ordinal, field, wording, heading, let_go, about, cell, cell_column, cell_row,
                    value, option, due, text, written_at, written_offset, saved_at, saved_offset) VALUES
    (20, 10, 0, 'cell', 6, 7, NULL, NULL, 'beelden', 'ik', 3, 'text', NULL, NULL, 'een muur 🙂', 1773417660000, 60, 1773417660000, 60),
    (21, 10, 1, 'cell', 6, NULL, NULL, NULL, 'stand', NULL, 0, 'choice', 'schuurt', NULL, 'Het schuurt nog', 1773417660000, 60, 1773417660000, 60),
    (22, 10, 2, 'cell', 8, NULL, NULL, NULL, 'besproken', NULL, 0, 'date', NULL, NULL, '2026-03-02', 1773417660000, 60, 1773417660000, 60),
    (23, 10, 3, 'cell', 8, 9, 0, NULL, 'dag', NULL, 0, 'look-back', NULL, 739520, '2025-09-26', 1773417660000, 60, 1773417660000, 60),
    (24, 10, 4, 'look-back', 9, NULL, NULL, 23, NULL, NULL, NULL, NULL, NULL, 739513, 'Minder dan gedacht', 1773417660000, 60, 1773417660000, 60),
    (25, 11, 0, 'cell', 6, NULL, NULL, NULL, 'feiten', NULL, 0, 'text', NULL, NULL, 'wat ik verwacht', 1773504060000, 60, 1773504060000, 60),
    (26, 12, 0, 'free', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'wat het werd', 1773590460000, 60, 1773590460000, 60);
DELETE FROM answer WHERE id = 41;
DELETE FROM entry WHERE id = 6;

INSERT INTO setting (key, value) VALUES ('idle-minutes', '7'), ('from-the-future', 'ja');
INSERT INTO rule_of_thumb (id, text, written_at, written_offset, changed_at, changed_offset, dropped_on) VALUES
    (1, 'Eerst vragen, dan zeggen.', 1772812860001, 60, 1772812960001, 60, NULL),
    (2, 'Één ding tegelijk 🙂', 1773072060000, -210, 1773072060000, -210, 739512),
    (4, 'Gewist.', 1772812860001, 60, 1772812960001, 60, NULL);
DELETE FROM rule_of_thumb WHERE id = 4;
INSERT INTO rule_wording (id, rule, text, until) VALUES (1, 1, 'Eerst vragen.', 739510), (3, 1, 'Vragen 🙂.', 739511);
INSERT INTO twofold_word (id, word, mine, theirs, whose, written_at, written_offset, changed_at, changed_offset) VALUES
    (2, 'stabiel', 'geen schuld', 'hij slaapt 🙂', 'wijkteam', 1772812860001, 60, 1772812960001, 60),
    (3, 'plan', '', '', '', 1773072060000, -210, 1773072060000, -210);
INSERT INTO team_point (id, theme, theme_name, text, written_on, discussed_on) VALUES
    (1, 'thuis', 'Thuis', 'Eerst bellen,' || char(10) || 'dan een brief', 739505, NULL),
    (5, NULL, NULL, 'besproken', 739505, 739512);
INSERT INTO own_trial (id, behaviour, scale, better, started_on, ended_on) VALUES
    (1, 'Ik vraag voor ik zeg', 'count', 'higher', 739490, NULL),
    (2, 'Ik wacht tien tellen', 'zero-to-ten', 'lower', 739400, 739480);
INSERT INTO trial_phase (id, trial, kind, began_on, differently) VALUES
    (1, 1, 'begin', 739490, ''), (2, 2, 'begin', 739400, ''), (4, 1, 'trial', 739500, 'Ik schrijf de vraag op');
INSERT INTO measurement (id, phase, day, value) VALUES (1, 1, 739490, 0), (2, 1, 739490, 999), (7, 4, 739501, 7);
INSERT INTO spared (word) VALUES ('bloem');
INSERT INTO forgotten (entry, seed) VALUES (6, 0), (12, -9223372036854775808);
INSERT INTO pack (place, id, language, version, text, is_on, added_at, added_offset) VALUES
    (1, 'team-zuid', 'nl', '1.0', '# é 🙂' || char(13, 10) || 'format = 1', 1, 1773072060000, -210),
    (2, 'team-zuid', 'en', '1.1', '', 0, 1773072060000, 60);
INSERT INTO erased (alias, entry, seed) VALUES (1, 14, 3);

-- Three entries are in the index, the others wait for it.
UPDATE entry SET indexed = 1 WHERE id IN (1, 2, 4);
INSERT INTO entry_index (rowid, body, meta) SELECT id, body, meta FROM entry_text ORDER BY id;
INSERT INTO term (term, entries) VALUES
    ('aanbellen', 1), ('buurman', 1), ('een', 2), ('eerst', 1), ('en', 1), ('geirriteerde', 1), ('gewist', 1),
    ('ik', 1), ('ja', 1), ('kale', 1), ('muur', 1), ('niets', 1), ('proefje', 1), ('toen', 1), ('van', 1),
    ('vragen', 1), ('wachtte', 1), ('zei', 1), ('zij', 1);

-- One walk-through was shown and its card kept, one is prepared, one lost its page.
INSERT INTO walk_through (id, for_whom, question, minutes, planned_on, prepared_at, prepared_offset, changed_on,
                          withdrawn_on, looked_over, pages_made, began_at, began_offset, ended_at, ended_offset,
                          ended, returned, card, discussed, take_along, differently) VALUES
    (1, 'coach', 'Wat had jij gedaan?', 30, 739512, 1773417660000, 60, 739513, NULL, 1, 2, 1773504060000, 60,
     1773505860000, 60, 'time', 1, 'kept', 'het gesprek 🙂', 'eerst vragen', ''),
    (2, 'kwaliteitsmedewerker', '', 15, NULL, 1773590460000, -210, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL,
     0, 'open', '', '', ''),
    (4, 'collega', '', 60, NULL, 1773590460000, 60, NULL, 739514, 0, 1, NULL, NULL, NULL, NULL, NULL, 0, 'open',
     '', '', '');
INSERT INTO walk_page (id, walk_through, place, entry, kind, title, who, day, shows_day, alias, said) VALUES
    (1, 1, 0, 1, 'Telefonisch', NULL, 'inwoner A', 738945, 1, 1, ''),
    (3, 2, 0, 10, NULL, 'Frameblad', NULL, 739508, 0, NULL, 'een muur 🙂');
INSERT INTO walk_block (id, page, answer, label, asks, heading, original, text) VALUES
    (1, 1, 1, 'asked', 'Wat deed jij?', NULL, '', 'Ik wachtte.'),
    (2, 3, 20, 'asked', 'Welke beelden?', 'Mijn beeld', 'een muur 🙂', 'een muur 🙂'),
    (5, 3, NULL, 'mood', NULL, NULL, 'geraakt', 'geraakt');
INSERT INTO walk_cover (block, start, end) VALUES (2, 0, 3), (2, 9, 11);
INSERT INTO walk_letter (walk_through, letter, alias) VALUES (1, 0, 1), (1, 1, NULL);
