/** Looking into a backup, reading alone, and what is found wrong with the store. */
import { describe, expect, it } from 'vitest';

import type { EntryId } from '../../backend/contract';
import { specimens } from '../../backend/fake-content';
import type { FakeJournalOptions } from '../../backend/fake-journal';
import type { OpenJournal } from './open-journal.svelte';
import type { JournalSession } from './session.svelte';
import { freePage, guide, opened, settled, typing } from './testing';

const withBackups: FakeJournalOptions = { specimens, backups: [{ daysAgo: 10 }] };

/** A session that looks into a backup of ten days ago, from the screen of the backups. */
async function inTrial(options: FakeJournalOptions = withBackups) {
  const all = await opened(options);
  const { session, journal: home } = all;
  home.go({ name: 'backups' });
  await settled();
  const backup = home.backups.newestGood?.good?.backup;
  if (backup === undefined) throw new Error('there is a backup');
  await session.tryBackup(backup);
  const trial = session.journal;
  if (trial === null) throw new Error('something is open');
  return { ...all, home, trial, backup };
}

/** Every command that changes something in a journal, or in what it keeps. */
const WRITING = [
  'start_entry',
  'change_entry',
  'other_question',
  'let_go_intention',
  'save_answer',
  'leave_entry',
  'delete_entry',
  'restore_entry',
  'erase_entry',
  'erase_everywhere',
  'make_backup',
  'choose_second_place',
  'use_second_place',
  'forget_second_place',
  'accept_store',
  'change_settings',
];

/** Asks for everything that would change something, as screens, menus and keys could. */
async function tryToWrite(session: JournalSession, journal: OpenJournal, id: EntryId) {
  const intention = { intention: 1 as never, entry: id } as never;
  await Promise.all([
    journal.begin(guide),
    journal.begin(freePage),
    journal.writeOn(id),
    journal.changeEntry({ entry: id, day: journal.today, kind: null, alias: null }),
    journal.returning.letGo(intention),
    journal.returning.keepAfterAll(intention),
    journal.putInBin(id),
    journal.restore(id),
    journal.erase(id),
    journal.eraseEverywhere(id),
    journal.backups.make(),
    journal.backups.choosePlace(),
    journal.backups.usePlace(),
    journal.backups.forgetPlace(),
    journal.acceptStore(),
    journal.change({ idleMinutes: 9 }),
    journal.changeTextSize(1),
  ]);
  for (const action of ['new-contact', 'free-page', 'today', 'text-larger', 'text-normal'] as const)
    session.choose(action);
  journal.done();
  await settled();
}

describe('looking into a backup', () => {
  it('shows what the backup holds, with the words and the size of now', async () => {
    const { session, trial: first, home, backup, backups, store } = await inTrial();
    expect(first.onlyReading?.kind).toBe('trial');
    await session.endTrial();
    const [kept] = backups.all;
    if (kept) kept.inside.settings.appearance = { language: 'en', textSize: 'largest' };
    await session.tryBackup(backup);
    const trial = session.journal;
    if (trial === null) throw new Error('something is open');
    expect(trial.kinds).toEqual(home.kinds);
    expect(trial).not.toBe(home);
    expect(trial.list.rows.length).toBeLessThan(home.list.rows.length);
    expect(trial.route).toEqual({ name: 'entries', search: false });
    expect(trial.settings).toEqual(store.settings);
    await trial.read(trial.list.rows[0]?.entry as EntryId);
    expect(trial.route.name).toBe('reading');
  });

  it('asks which months the backup has: its list may be longer than a first page', async () => {
    const { trial, backend } = await inTrial();
    await settled();
    const { commands } = backend;
    expect(commands.lastIndexOf('list_months')).toBeGreaterThan(commands.indexOf('try_backup'));
    expect(trial.months.months.length).toBeGreaterThan(0);
  });

  it('has every word on disk before it begins', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    await journal.begin(freePage);
    journal.writing?.field?.typed(typing('net getypt'));
    journal.go({ name: 'backups' });
    await session.tryBackup({ place: 'here', name: backupName(store) });
    expect(store.texts).toContain('net getypt');
    const { commands } = backend;
    expect(commands.lastIndexOf('save_answer')).toBeLessThan(commands.indexOf('try_backup'));
    expect(commands.lastIndexOf('leave_entry')).toBeLessThan(commands.indexOf('try_backup'));
    expect(session.journal?.onlyReading?.kind).toBe('trial');
  });

  it('waits until the journal has left what was being written', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    await journal.begin(guide);
    backend.hold('leave_entry');
    journal.go({ name: 'backups' });
    const trying = session.tryBackup({ place: 'here', name: backupName(store) });
    await settled();
    expect(backend.commands).not.toContain('try_backup');
    backend.release('leave_entry');
    await trying;
    expect(session.journal?.onlyReading?.kind).toBe('trial');
  });

  it('does not begin when a word could not be saved', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    await journal.begin(freePage);
    journal.writing?.field?.typed(typing('blijft'));
    backend.failNext('save_answer', { code: 'disk-full' }, 9);
    journal.go({ name: 'backups' });
    await session.tryBackup({ place: 'here', name: backupName(store) });
    expect(backend.commands).not.toContain('try_backup');
    expect(session.journal).toBe(journal);
    expect(journal.failure).toEqual({ code: 'disk-full' });
    expect(session.turning).toBeNull();
  });

  it('does not begin when the backup is damaged, and says so', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    backend.failNext('try_backup', { code: 'backup-damaged' });
    journal.go({ name: 'backups' });
    await session.tryBackup({ place: 'here', name: backupName(store) });
    expect(session.journal).toBe(journal);
    expect(journal.failure).toEqual({ code: 'backup-damaged' });
    expect(journal.route.name).toBe('backups');
  });

  it('changes nothing, whatever is asked', async () => {
    const { session, trial, backend } = await inTrial();
    const before = backend.calls.length;
    await tryToWrite(session, trial, trial.list.rows[0]?.entry as EntryId);
    const asked = backend.commands.slice(before);
    expect(asked.filter((command) => WRITING.includes(command))).toEqual([]);
    expect(session.journal).toBe(trial);
    session.choose('settings');
    session.choose('backups');
    expect(trial.route.name).toBe('entries');
    expect(trial.failure).toBeNull();
  });

  it('begins once for two quick presses, and no second one inside', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    const ref = { place: 'here', name: backupName(store) } as const;
    await Promise.all([session.tryBackup(ref), session.tryBackup(ref)]);
    await session.tryBackup(ref);
    expect(backend.requests('try_backup')).toEqual([ref]);
    expect(session.home).toBe(journal);
  });

  it('lets the journal rest: it asks nothing that the backup would answer', async () => {
    const { clock, backend } = await inTrial({
      ...withBackups,
      opened: { check: { left: 'not-closed', verdict: 'checking' } },
    });
    const before = backend.calls.length;
    await clock.pass(60_000);
    expect(backend.commands.slice(before)).not.toContain('store_check');
  });

  it('goes back to the journal as it was left', async () => {
    const { session, home, trial, backend } = await inTrial();
    await trial.read(trial.list.rows[0]?.entry as EntryId);
    await session.endTrial();
    expect(session.journal).toBe(home);
    expect(home.route.name).toBe('backups');
    expect(backend.commands.at(-2)).toBe('end_trial');
    expect(backend.commands.at(-1)).toBe('list_backups');
    await home.begin(freePage);
    expect(home.route.name).toBe('writing');
  });

  it('stays where it is when that fails, unless the role was back already', async () => {
    const { session, home, trial, backend } = await inTrial();
    backend.failNext('end_trial', { code: 'internal', incident: 7 });
    await session.endTrial();
    expect(session.journal).toBe(trial);
    expect(trial.failure).toEqual({ code: 'internal', incident: 7 });
    backend.failNext('end_trial', { code: 'out-of-turn' });
    await session.endTrial();
    expect(session.journal).toBe(home);
  });

  it('hears of the journal meanwhile, not of the backup', async () => {
    const { session, home, trial, store } = await inTrial();
    const check = { left: 'sealed', verdict: 'damaged' } as const;
    store.tell({ kind: 'store-check', check });
    store.tell({ kind: 'backup', news: { kind: 'not-made', failure: { code: 'disk-full' } } });
    await settled();
    expect(home.store.check).toEqual(check);
    expect(home.backups.trouble).toMatchObject({ failure: { code: 'disk-full' } });
    expect(trial.harm).toBeNull();
    await session.endTrial();
    expect(home.harm).toBe('damaged');
  });

  it('locks and quits as the journal does', async () => {
    const first = await inTrial();
    first.session.choose('lock');
    await settled();
    expect(first.backend.commands.at(-1)).toBe('lock_journal');
    expect(first.session.home).toBeNull();
    const second = await inTrial();
    second.session.choose('quit');
    await settled();
    expect(second.backend.commands.at(-1)).toBe('quit_journal');
  });

  it('locks by itself after the minutes of the journal', async () => {
    const { clock, session, backend } = await inTrial({
      ...withBackups,
      settings: { idleMinutes: 2 },
    });
    await clock.pass(2 * 60_000 + 1_000);
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'idle', backup: null },
    ]);
    expect(session.journal).toBeNull();
  });

  it('can be locked while it is being opened, and does not come after that', async () => {
    const { session, journal, backend, store } = await opened(withBackups);
    journal.go({ name: 'backups' });
    backend.hold('try_backup');
    const trying = session.tryBackup({ place: 'here', name: backupName(store) });
    await settled();
    expect(session.turning).toBe('to-trial');
    session.choose('new-contact');
    expect(journal.route.name).toBe('backups');
    await session.lock();
    backend.release('try_backup');
    await trying;
    expect(session.phase.kind).toBe('closing');
    expect(session.journal).toBeNull();
  });
});

describe('a journal that is open to be read only', () => {
  const asked: FakeJournalOptions = {
    ...withBackups,
    opened: { onlyReading: { kind: 'asked' } },
  };

  it('changes nothing, whatever is asked, and makes no trial', async () => {
    const { session, journal, backend, store } = await opened(asked);
    await tryToWrite(session, journal, journal.list.rows[0]?.entry as EntryId);
    await session.tryBackup({ place: 'here', name: backupName(store) });
    expect(backend.commands.filter((command) => WRITING.includes(command))).toEqual([]);
    expect(backend.commands).not.toContain('try_backup');
    expect(journal.route.name).toBe('entries');
  });

  it('leads to the backups, and to the lock window to restore one', async () => {
    const { session, journal, backend } = await opened(asked);
    session.choose('backups');
    await settled();
    expect(journal.route.name).toBe('backups');
    expect(journal.backups.lines).toHaveLength(1);
    await session.lock('restore');
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'restore', why: 'asked', backup: null },
    ]);
  });
});

describe('a store that is not as it was left', () => {
  it('brings the newest good backup to mind, once', async () => {
    const { clock, journal, backend, store } = await opened({
      specimens,
      backups: [{ daysAgo: 1, is: 'damaged' }, { daysAgo: 2 }],
      opened: { check: { left: 'not-closed', verdict: 'checking' } },
    });
    await clock.pass(1_000);
    expect(backend.commands).not.toContain('list_backups');
    store.tell({ kind: 'store-check', check: { left: 'not-closed', verdict: 'damaged' } });
    store.tell({ kind: 'store-check', check: { left: 'not-closed', verdict: 'damaged' } });
    await settled();
    expect(journal.harm).toBe('damaged');
    expect(backend.requests('list_backups')).toHaveLength(1);
    expect(journal.backups.newestGood?.madeAt).toContain('2026-11-19');
  });

  it('is gone on with when the person says so', async () => {
    const { journal, store } = await opened({
      opened: { check: { left: 'sealed', verdict: 'changed-outside' } },
    });
    expect(journal.harm).toBe('changed-outside');
    await journal.acceptStore();
    expect(journal.harm).toBeNull();
    expect(store.check.verdict).toBe('sound');
    expect(journal.said).toEqual({ kind: 'store-accepted' });
  });

  it.each(['sound', 'checking'] as const)(
    'is nothing to mention while it is %s',
    async (verdict) => {
      const { journal } = await opened({ opened: { check: { left: 'not-closed', verdict } } });
      expect(journal.harm).toBeNull();
    },
  );
});

describe('erasing from the backups too', () => {
  it('says what was done, and asks anew what is in the bin', async () => {
    const { journal, backups } = await opened({
      specimens,
      backups: [{ daysAgo: 0 }, { daysAgo: 0.1, is: 'damaged' }],
      second: { kind: 'absent', path: '/media/stick' },
    });
    journal.go({ name: 'bin' });
    await settled();
    const [first] = journal.bin.rows ?? [];
    const id = first?.row.entry as EntryId;
    expect(journal.bin.held.kind).toBe('until');
    await journal.eraseEverywhere(id);
    expect(journal.said).toEqual({
      kind: 'erased-everywhere',
      erased: { rewritten: 1, left: 1, outOfReach: true },
    });
    expect(journal.bin.rows?.some(({ row }) => row.entry === id)).toBe(false);
    expect(backups.all[0]?.inside.entries.has(id)).toBe(false);
    expect(journal.bin.erasingEverywhere).toBe(false);
  });
});

function backupName(store: { now(): number }): string {
  const at = store.now() - 10 * 24 * 60 * 60 * 1000;
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
