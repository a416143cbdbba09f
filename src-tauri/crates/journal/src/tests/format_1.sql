-- What a journal of format 1 may hold. It is run over the tables of 1.sql and is never changed: it
-- stands for the journals that are out there.

INSERT INTO alias (id, name, folded) VALUES (1, 'Blauwe Reiger', 'blauwe reiger'), (4, 'Oude Élzenlaan', 'oude élzenlaan');

INSERT INTO contact (id, day, kind, alias) VALUES
    (1, 739500, 'telefonisch', 1),
    (2, 739501, 'huisbezoek', 4),
    (3, 739502, 'telefonisch', 1),
    (5, 739504, 'kennismaking', NULL);

-- Entry 6 was erased: its number and those of its answers are gone for good.
INSERT INTO entry (id, day, contact, form_pack, form, form_version, seed, started_at, started_offset,
                   keep_until, deleted_at, deleted_offset, indexed) VALUES
    (1, 739500, 1, 'basis', 'gids', 1, -7, 1772812800123, 60, NULL, NULL, NULL, 0),
    (2, 739501, 2, 'basis', 'gids', 2, 9223372036854775807, 1772899200000, 60, 739681, NULL, NULL, 0),
    (3, 739502, 3, 'basis', 'gids', 2, 0, 1772985600000, 120, NULL, 1773000000000, 60, 0),
    (4, 739503, NULL, 'basis', 'vrij', 1, 0, 1773072000000, -210, NULL, NULL, NULL, 0),
    (5, 739504, 5, 'basis', 'gids', 2, 3, 1773158400000, 60, NULL, NULL, NULL, 0),
    (6, 739505, NULL, 'basis', 'vrij', 1, 0, 1773244800000, 60, NULL, NULL, NULL, 0);

INSERT INTO wording (id, text) VALUES
    (2, 'Wat deed jij, en wat deed de inwoner?'),
    (3, 'Wat zag je, vóórdat je iets vond?');

INSERT INTO answer (id, entry, ordinal, question_pack, question, question_version, wording, text,
                    saved_at, saved_offset) VALUES
    (1, 1, 0, 'basis', 'q1', 1, 2, 'Ik wachtte. Zij zei “ja”.' || char(13, 10, 9) || 'Toen niets 😀.', 1772812860001, 60),
    (3, 1, 1, NULL, NULL, NULL, NULL, 'nul' || char(0) || 'los, e' || char(769) || ' is geen é', 1772812920000, 60),
    (2, 2, 0, 'basis', 'q2', 2, 3, 'Een kale muur, en een geïrriteerde buurman.', 1772899260000, 60),
    (5, 2, 1, 'basis', 'q1', 1, 2, '', 1772899320000, 60),
    (4, 3, 0, 'basis', 'q1', 1, 2, 'in de prullenbak', 1772985660000, 120),
    (6, 4, 0, NULL, NULL, NULL, NULL, ' zomaar een bladzijde ', 1773072060000, -210),
    (7, 4, 1, NULL, NULL, NULL, NULL, 'en nog een, die wacht', 1773072120000, -210),
    (12, 6, 0, NULL, NULL, NULL, NULL, 'gewist', 1773244860000, 60);
DELETE FROM answer WHERE id = 12;
DELETE FROM entry WHERE id = 6;

INSERT INTO setting (key, value) VALUES ('idle-minutes', '7'), ('from-the-future', 'ja');

-- The first two entries are in the index, the free page and the empty entry wait for it.
UPDATE entry SET indexed = 1 WHERE id IN (1, 2);
INSERT INTO entry_index (rowid, body, meta) SELECT id, body, meta FROM entry_text ORDER BY id;
INSERT INTO term (term, entries) VALUES
    ('buurman', 1), ('een', 1), ('e', 1), ('en', 1), ('geen', 1), ('geirriteerde', 1), ('ik', 1), ('is', 1),
    ('ja', 1), ('kale', 1), ('los', 1), ('muur', 1), ('niets', 1), ('nul', 1), ('toen', 1), ('wachtte', 1),
    ('zei', 1), ('zij', 1);
