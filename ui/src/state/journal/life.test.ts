/** Short life in the state of an open journal: what is asked and when, and what an answer changes. */
import { describe, expect, it } from 'vitest';

import type { Specimen } from '../../backend/fake-content';
import { failure } from '../../backend/fake-store';
import { saidText } from './said';
import { freePage, opened, settled } from './testing';

const DAY = 24 * 60 * 60 * 1000;

const about = (alias: string | null, daysAgo: number, ...texts: string[]): Specimen => ({
  daysAgo,
  kind: alias === null ? null : 'huisbezoek',
  alias,
  texts: texts.length > 0 ? texts : [`over ${alias ?? 'mezelf'}`],
});
const merel = about('rode merel', 176);

describe('what goes', () => {
  it('is asked while Today is there, and nowhere else', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    journal.go({ name: 'entries', search: false });
    await journal.life.visit();
    expect(backend.commands).not.toContain('list_leaving');
    journal.go({ name: 'today' });
    await journal.life.visit();
    expect(journal.life.leaving.map(({ row }) => row.alias)).toEqual(['rode merel']);
  });

  it('is never asked while a journal is only read', async () => {
    const { journal, backend } = await opened({
      specimens: [merel],
      opened: { onlyReading: { kind: 'asked' } },
    });
    await journal.life.visit();
    expect(backend.commands).not.toContain('list_leaving');
    expect(backend.commands).not.toContain('yearly_question');
  });

  it('goes a week after it was first told, however long nobody looked', async () => {
    const { journal, clock, store, life } = await opened({ specimens: [merel] });
    clock.sleep(300 * DAY);
    life.endTerms();
    expect(store.entries.size).toBe(1);
    await journal.life.visit();
    const [leaving] = journal.life.leaving;
    expect(leaving?.going).toEqual({ day: '2027-09-24', why: 'term' });
    clock.sleep(6 * DAY);
    life.endTerms();
    expect(store.entries.size).toBe(1);
    clock.sleep(DAY);
    life.endTerms();
    expect(store.entries.size).toBe(0);
  });

  it('starts its week anew after a clock that was set back', async () => {
    const { journal, clock, store, life } = await opened({ specimens: [about('rode merel', 190)] });
    await journal.life.visit();
    clock.sleep(-3 * DAY);
    await journal.life.visit();
    clock.sleep(6 * DAY);
    life.endTerms();
    expect(store.entries.size).toBe(1);
    clock.sleep(DAY);
    life.endTerms();
    expect(store.entries.size).toBe(0);
  });

  it('drops an answer that comes after the lock', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    backend.hold('yearly_question');
    const visiting = journal.life.visit();
    await settled();
    journal.stop();
    backend.release('yearly_question');
    await visiting;
    expect(journal.life.leaving).toEqual([]);
  });

  it('keeps what it shows when the role cannot answer', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    await journal.life.visit();
    backend.failNext('list_leaving', { code: 'out-of-turn' });
    await journal.life.visit();
    expect(journal.life.leaving).toHaveLength(1);
    expect(journal.failure).toBeNull();
  });

  it('asks for nothing after the lock', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    journal.stop();
    await journal.life.visit();
    expect(backend.commands).not.toContain('list_leaving');
  });
});

describe('the lesson', () => {
  it('is kept without a word of where it came from, and the entry stays until its day', async () => {
    const { journal, backend, store } = await opened({ specimens: [merel] });
    await journal.life.visit();
    const [leaving] = journal.life.leaving;
    if (!leaving) throw new Error('something goes');
    await journal.life.open(leaving);
    expect(journal.route.name).toBe('lesson');
    expect(await journal.life.keepLesson('Eerst stil zijn.')).toBe(true);
    expect(backend.requests('keep_rule')).toEqual([{ text: 'Eerst stil zijn.' }]);
    expect(journal.route.name).toBe('today');
    expect(journal.said).toEqual({ kind: 'lesson-kept' });
    expect(store.entries.size).toBe(1);
  });

  it('is not lost when it could not be kept', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    await journal.life.visit();
    const [leaving] = journal.life.leaving;
    if (!leaving) throw new Error('something goes');
    await journal.life.open(leaving);
    backend.failNext('keep_rule', { code: 'disk-full' });
    expect(await journal.life.keepLesson('Eerst stil zijn.')).toBe(false);
    expect(journal.route.name).toBe('lesson');
    expect(journal.failure).toEqual({ code: 'disk-full' });
  });

  it('pulls nobody back who went elsewhere meanwhile', async () => {
    const { journal, backend } = await opened({ specimens: [merel] });
    await journal.life.visit();
    const [leaving] = journal.life.leaving;
    if (!leaving) throw new Error('something goes');
    await journal.life.open(leaving);
    backend.hold('keep_rule');
    const keeping = journal.life.keepLesson('Eerst stil zijn.');
    journal.go({ name: 'help' });
    backend.release('keep_rule');
    await keeping;
    expect(journal.route.name).toBe('help');
  });

  it.each([
    [false, ['delete_entry', 'erase_entry']],
    [true, ['delete_entry', 'erase_everywhere']],
  ] as const)('can be let go with the entry at once (everywhere: %s)', async (everywhere, by) => {
    const { journal, backend, store } = await opened({
      specimens: [merel],
      backups: [{ daysAgo: 1 }],
    });
    const [entry] = store.newestFirst;
    if (!entry) throw new Error('there is an entry');
    await journal.life.eraseNow(entry.id, everywhere);
    expect(backend.commands.filter((name) => /delete|erase/.test(name))).toEqual(by);
    expect(store.entries.size).toBe(0);
    expect(journal.said?.kind).toBe(everywhere ? 'erased-everywhere' : 'erased');
  });
});

describe('the question of the year', () => {
  const old = [about(null, 500), about(null, 400), about(null, 200)];

  it('is about what is older than a year and never had an alias, and is asked once', async () => {
    const { journal, clock } = await opened({ specimens: [...old, about('rode merel', 400)] });
    await journal.life.visit();
    expect(journal.life.yearly?.rows.map(({ alias }) => alias)).toEqual([null, null]);
    await journal.life.keepAnotherYear();
    expect(journal.life.yearly).toBeNull();
    expect(journal.said).toEqual({ kind: 'kept-a-year' });
    await journal.life.visit();
    expect(journal.life.yearly).toBeNull();
    clock.sleep(366 * DAY);
    await journal.life.visit();
    expect(journal.life.yearly?.rows).toHaveLength(3);
  });
});

describe('terms that ended', () => {
  it('are said quietly, and the lists are asked for again', async () => {
    const { journal, store, clock, life } = await opened({
      specimens: [merel, about('late trein', 3)],
    });
    await journal.life.visit();
    clock.sleep(7 * DAY);
    life.endTerms();
    await settled();
    expect(journal.said).toEqual({ kind: 'terms-ended' });
    expect(journal.list.rows.map(({ alias }) => alias)).toEqual(['late trein']);
    expect(journal.life.leaving).toEqual([]);
    expect(store.entries.size).toBe(1);
  });

  it('take away nothing that can still be pressed', async () => {
    const { journal, store } = await opened({ specimens: [about('late trein', 3)] });
    const [entry] = store.newestFirst;
    if (!entry) throw new Error('there is an entry');
    await journal.putInBin(entry.id);
    store.tell({ kind: 'terms-ended' });
    await settled();
    expect(journal.said?.kind).toBe('in-bin');
  });

  it('ask nothing while a backup is looked into: its answers would be about that', async () => {
    const { session, backend, store, backups } = await opened({
      specimens: [merel],
      backups: [{ daysAgo: 1 }],
    });
    const [backup] = backups.list.rows;
    if (!backup) throw new Error('there is a backup');
    await session.tryBackup(backup.backup);
    await settled();
    const before = backend.commands.length;
    store.tell({ kind: 'terms-ended' });
    await settled();
    // Only the next event is waited for.
    expect(backend.commands.slice(before)).toEqual(['await_event']);
  });
});

describe('the term', () => {
  it('is what was chosen, or what the organisation keeps where that is shorter', async () => {
    const chosen = await opened({ settings: { keepDays: 90 } });
    expect(chosen.journal.termDays).toBe(90);
    const house = await opened({ houseRules: { longestDays: 60 } });
    expect(house.journal.termDays).toBe(60);
    expect(house.journal.houseRules.longestDays).toBe(60);
  });

  it('travels with the other settings', async () => {
    const { journal, backend } = await opened();
    await journal.change({ keepDays: 30 });
    expect(backend.requests('change_settings').at(-1)?.keepDays).toBe(30);
    expect(journal.termDays).toBe(30);
  });
});

describe('rules of thumb', () => {
  it('are kept, changed, let go of and erased, the latest first', async () => {
    const { journal } = await opened({ rules: ['een'] });
    const { rules } = journal;
    await rules.load();
    await rules.keep('twee');
    expect(rules.all?.map(({ text }) => text)).toEqual(['twee', 'een']);
    const [, first] = rules.all ?? [];
    if (!first) throw new Error('there is a rule');
    expect(await rules.change(first.rule, 'een, anders')).toBe(true);
    expect(rules.all?.map(({ text }) => text)).toEqual(['twee', 'een, anders']);
    expect(rules.used[1]?.former.map(({ text }) => text)).toEqual(['een']);
    await rules.drop(first.rule, true);
    expect(rules.used.map(({ text }) => text)).toEqual(['twee']);
    expect(rules.dropped.map(({ text }) => text)).toEqual(['een, anders']);
    await rules.erase(first.rule);
    expect(rules.all?.map(({ text }) => text)).toEqual(['twee']);
    expect(await rules.change(first.rule, 'weg')).toBe(false);
    expect(journal.failure).toEqual(failure({ code: 'rule-gone' }));
  });

  it('refuse what is no sentence', async () => {
    const { journal } = await opened();
    expect(await journal.rules.keep('een\ntwee')).toBe(false);
    expect(journal.failure).toEqual({ code: 'rule-unusable' });
    expect(await journal.rules.keep('a'.repeat(301))).toBe(false);
  });

  it('are not written while a journal is only read', async () => {
    const { journal, backend } = await opened({ opened: { onlyReading: { kind: 'asked' } } });
    expect(await journal.rules.keep('een')).toBe(false);
    expect(backend.commands).not.toContain('keep_rule');
  });

  it('wait half written for who looks elsewhere first', async () => {
    const { journal } = await opened();
    journal.rules.begun('new', 'half');
    expect(journal.rules.draftOf('new')).toBe('half');
    journal.rules.begun('new', ' ');
    expect(journal.rules.draftOf('new')).toBe('');
  });
});

describe('looking everything over', () => {
  const many = Array.from({ length: 7 }, (_, at) =>
    about(`schuilnaam ${'abcdefg'[at] ?? ''}`, at + 1, at % 2 === 0 ? 'Bel 06 12345678' : 'niets'),
  );

  it('goes part by part, and stops when it is told to', async () => {
    const { journal, backend } = await opened({ specimens: many });
    const { lookOver } = journal;
    backend.hold('check_entries');
    const looking = lookOver.start();
    await settled();
    expect(lookOver.looking).toBe('looking');
    lookOver.stop();
    backend.release('check_entries');
    await looking;
    expect(lookOver.looking).toBe('stopped');
    expect(lookOver.rows).toEqual([]);
    await lookOver.goOn();
    expect(lookOver.looking).toBe('done');
    expect(lookOver.rows).toHaveLength(4);
    expect(backend.requests('check_entries').map(({ after }) => after !== null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('stops at a failure, and goes on from there', async () => {
    const { journal, backend } = await opened({ specimens: many });
    const { lookOver } = journal;
    backend.failNext('check_entries', { code: 'internal', incident: 1 });
    await lookOver.start();
    expect(lookOver.looking).toBe('stopped');
    expect(lookOver.failure?.code).toBe('internal');
    await lookOver.goOn();
    expect(lookOver.looking).toBe('done');
    expect(lookOver.failure).toBeNull();
  });

  it('takes an entry off the list when nothing stands in it any more', async () => {
    const { journal, store } = await opened({ specimens: many });
    const { lookOver } = journal;
    await lookOver.start();
    const [first, second] = lookOver.rows;
    if (!first || !second) throw new Error('something was found');
    const [answer] = store.open(first.row.entry).answers;
    if (answer) answer.text = 'Bel terug';
    store.open(second.row.entry).binnedAt = store.now();
    await lookOver.lookAgain(first.row.entry);
    await lookOver.lookAgain(second.row.entry);
    expect(lookOver.rows).toHaveLength(2);
  });
});

describe('aliases', () => {
  const two = [about('stille haven', 20), about('stille haven', 40), about('late trein', 3)];

  it('tell a name in use from a failure, so that the two can be joined', async () => {
    const { journal, store } = await opened({ specimens: two });
    const { aliasPages } = journal;
    await aliasPages.open('stille haven', 'settings');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    const { view } = journal.route;
    expect(await aliasPages.rename(view, 'Late Trein')).toBe('taken');
    expect(journal.failure).toBeNull();
    expect(await aliasPages.rename(view, 'Stille Haven')).toBe('renamed');
    expect(await aliasPages.rename(view, '12')).toBe('failed');
    expect(journal.failure).toEqual({ code: 'alias-unusable' });
    await aliasPages.merge(view, 'late trein');
    expect(journal.said).toEqual({ kind: 'aliases-merged', alias: 'late trein' });
    expect(store.newestFirst.map(({ contact }) => contact?.alias)).toEqual(
      Array(3).fill('late trein'),
    );
  });

  it('that are joined live no longer for it', async () => {
    const { journal, store } = await opened({
      specimens: [about('rode merel', 100), about('late trein', 3)],
    });
    const [, merelEntry] = store.newestFirst;
    if (!merelEntry) throw new Error('there are two');
    const before = store.view(merelEntry).going?.day;
    await journal.aliasPages.open('rode merel', 'settings');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    await journal.aliasPages.merge(journal.route.view, 'late trein');
    expect(store.view(merelEntry).going?.day).toBe(before);
  });

  it('show their older entries when asked, each once', async () => {
    const many = Array.from({ length: 53 }, (_, daysAgo) => about('stille haven', daysAgo));
    const { journal, backend } = await opened({ specimens: many });
    await journal.aliasPages.open('stille haven', 'entries');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    const { view } = journal.route;
    expect(view.entries.rows).toHaveLength(50);
    await Promise.all([journal.aliasPages.more(view), journal.aliasPages.more(view)]);
    const shown = journal.route.view.entries;
    expect([new Set(shown.rows.map(({ row }) => row.entry)).size, shown.next]).toEqual([53, null]);
    expect(shown.rows).toHaveLength(53);
    const asked = backend.requests('list_alias_entries').length;
    await journal.aliasPages.more(journal.route.view);
    expect(backend.requests('list_alias_entries')).toHaveLength(asked);
  });

  it('that are closed go thirty days later, and a new contact opens them again', async () => {
    const { journal, store } = await opened({ specimens: two });
    await journal.aliasPages.open('stille haven', 'entries');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    await journal.aliasPages.close(journal.route.view, true);
    expect(journal.said).toEqual({ kind: 'alias-closed' });
    expect(journal.route.view.entries.rows.map(({ going }) => going)).toEqual(
      Array(2).fill({ day: '2026-12-21', why: 'closed' }),
    );
    store.start({
      ...freePage,
      contact: { day: store.today, kind: 'huisbezoek', alias: 'Stille haven' },
    });
    expect(store.closed.size).toBe(0);
  });

  it('are erased with all under them, and the list says what came of it', async () => {
    const { journal, store } = await opened({
      specimens: [...two, about(null, 1, 'ik dacht aan stille haven')],
      backups: [{ daysAgo: 1 }, { daysAgo: 30 }],
    });
    await journal.aliasPages.open('stille haven', 'entries');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    await journal.aliasPages.erase(journal.route.view);
    expect(journal.route).toMatchObject({
      name: 'aliases',
      from: 'entries',
      erased: { alias: 'stille haven', everywhere: { rewritten: 2 }, stillNamed: true },
    });
    expect(store.newestFirst).toHaveLength(2);
    await journal.aliasPages.open('stille haven', 'entries');
    expect(journal.failure).toEqual({ code: 'alias-gone' });
  });

  it('that are erased while one is elsewhere are said there', async () => {
    const { journal, backend } = await opened({ specimens: two });
    await journal.aliasPages.open('stille haven', 'entries');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    backend.hold('erase_alias');
    const erasing = journal.aliasPages.erase(journal.route.view);
    await settled();
    expect(journal.aliasPages.erasing).toBe(true);
    journal.go({ name: 'entries', search: false });
    backend.release('erase_alias');
    await erasing;
    await settled();
    await settled();
    expect(journal.route.name).toBe('entries');
    expect(journal.said?.kind).toBe('alias-erased');
    expect(journal.said && saidText(journal.said)).toContain('stille haven is gewist. In je');
    const rows = journal.months.months.flatMap(({ parts }) =>
      parts.flatMap((part) => part.rows ?? []),
    );
    expect(rows.map(({ alias }) => alias)).toEqual(['late trein']);
  });

  it('are saved as an overview, whose entries then count as carried out', async () => {
    const { journal, life } = await opened({ specimens: two });
    const { aliasPages } = journal;
    await aliasPages.open('stille haven', 'entries');
    if (journal.route.name !== 'alias') throw new Error('the page opens');
    life.savesTo = null;
    await aliasPages.saveOverview(journal.route.view);
    expect(aliasPages.savedAt).toBeNull();
    expect(journal.route.view.entries.rows[0]?.status.carriedOutOn).toBeNull();
    life.savesTo = '/media/stick/overzicht.html';
    await aliasPages.saveOverview(journal.route.view);
    expect(aliasPages.savedAt).toBe('/media/stick/overzicht.html');
    expect(journal.route.view.entries.rows.map(({ status }) => status.carriedOutOn)).toEqual(
      Array(2).fill('2026-11-21'),
    );
  });
});
