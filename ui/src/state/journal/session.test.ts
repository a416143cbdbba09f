import { describe, expect, it } from 'vitest';

import type { MenuAction } from '../../backend/contract';
import { fakeJournal } from '../../backend/fake-journal';
import { specimens } from '../../backend/fake-content';
import { JournalSession } from './session.svelte';
import { freePage, guide, opened, settled, TestClock, typing } from './testing';

/** Whether a text can be reached from an object, through fields and getters alike. */
function reaches(root: object, text: string): boolean {
  const seen = new Set<unknown>();
  const todo: unknown[] = [root];
  while (todo.length > 0) {
    const next = todo.pop();
    if (typeof next === 'string' && next.includes(text)) return true;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof Map || next instanceof Set) todo.push(...next.keys(), ...next.values());
    for (
      let level: object | null = next;
      level && level !== Object.prototype;
      level = Object.getPrototypeOf(level)
    )
      for (const name of Object.getOwnPropertyNames(level))
        try {
          todo.push((next as Record<string, unknown>)[name]);
        } catch {
          // A getter of a built-in prototype that wants its own kind of object.
        }
  }
  return false;
}

describe('the session', () => {
  it('knows and asks nothing while it waits for the key', async () => {
    const clock = new TestClock();
    const { backend } = fakeJournal({ now: () => clock.now(), specimens });
    backend.hold('await_opening');
    const session = new JournalSession(backend, clock);
    const started = session.start();
    await clock.pass(20 * 60_000);
    expect(session.phase.kind).toBe('waiting');
    expect(backend.commands).toEqual(['await_event', 'await_opening']);
    backend.release('await_opening');
    await started;
    expect(session.journal?.list.rows.length).toBeGreaterThan(5);
  });

  it('drops every state object when it locks', async () => {
    const { session, journal, backend, store } = await opened({ specimens });
    const secret = 'snel naar de formulieren';
    await journal.writeOn([...store.entries.keys()][0] as never);
    // The test of the test: while it is open, the words can be reached.
    const withoutRole = (): object => ({
      ...session,
      phase: session.phase,
      unsaved: session.unsaved,
    });
    const hidden = (object: object): object => {
      const copy = { ...object } as Record<string, unknown>;
      delete copy['backend'];
      return copy;
    };
    expect(reaches(hidden(withoutRole()), secret)).toBe(true);

    await session.lock();
    expect(session.phase).toEqual({ kind: 'closing' });
    expect(session.journal).toBeNull();
    expect(reaches(hidden(withoutRole()), secret)).toBe(false);
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'asked', backup: null },
    ]);
  });

  it('has let go of everything before the role is asked to end', async () => {
    const { session, backend } = await opened();
    backend.hold('lock_journal');
    void session.lock();
    await settled();
    expect(backend.commands.at(-1)).toBe('lock_journal');
    expect(session.journal).toBeNull();
  });

  it('stays open with the text when it cannot be saved, and leaves only on a choice', async () => {
    const { session, journal, backend, store } = await opened();
    await journal.begin(guide);
    journal.writing?.field?.typed(typing('niet kwijt'));
    backend.failNext('save_answer', { code: 'disk-full' }, 2);
    await session.lock();
    expect(session.unsaved?.failure).toEqual({ code: 'disk-full' });
    expect(backend.commands).not.toContain('lock_journal');

    session.stay();
    expect(session.unsaved).toBeNull();
    expect(journal.writing?.field?.text).toBe('niet kwijt');

    await session.lock();
    expect(session.unsaved).not.toBeNull();
    await session.tryAgain();
    expect(store.texts).toEqual(['niet kwijt']);
    expect(backend.commands.at(-1)).toBe('lock_journal');
  });

  it('locks by itself once the text is saved, when nobody was there', async () => {
    const { clock, session, journal, backend, store } = await opened();
    await journal.begin(freePage);
    await settled();
    backend.failNext('save_answer', { code: 'disk-full' }, 40);
    journal.writing?.field?.typed(typing('bewaard'));
    await clock.pass(5 * 60_000 + 1_000);
    expect(session.unsaved?.leaving).toEqual({
      kind: 'lock',
      intent: 'open',
      why: 'idle',
      backup: null,
    });
    session.stay();
    expect(session.unsaved).not.toBeNull();
    await clock.pass(10 * 60_000);
    expect(store.texts).toEqual(['bewaard']);
    expect(backend.requests('lock_journal')).toEqual([
      { intent: 'open', why: 'idle', backup: null },
    ]);
  });

  it('saves and quits when its window is closed', async () => {
    const { session, journal, backend, store } = await opened();
    await journal.begin(guide);
    journal.writing?.field?.typed(typing('nog net'));
    store.tell({ kind: 'close-requested' });
    await settled();
    expect(store.texts).toEqual(['nog net']);
    expect(backend.commands.at(-1)).toBe('quit_journal');
    expect(session.journal).toBeNull();
  });

  it('says when the role could not seal, shows nothing private, and tries again', async () => {
    const { session, backend } = await opened({ specimens });
    backend.failNext('lock_journal', { code: 'disk-full' });
    await session.lock('change-passphrase');
    expect(session.phase).toMatchObject({ kind: 'stuck', failure: { code: 'disk-full' } });
    expect(session.journal).toBeNull();
    await session.tryAgain();
    expect(backend.requests('lock_journal')).toHaveLength(2);
    expect(backend.requests('lock_journal')[1]).toEqual({
      intent: 'change-passphrase',
      why: 'asked',
      backup: null,
    });
  });

  it('does what its menu says', async () => {
    const { session, journal, backend, store } = await opened();
    const choose = async (action: MenuAction): Promise<void> => {
      store.tell({ kind: 'menu', action });
      await settled();
    };
    await choose('new-contact');
    expect(journal.route.name).toBe('new-contact');
    await choose('settings');
    expect(journal.route.name).toBe('settings');
    await choose('looking-back');
    expect(journal.route.name).toBe('looking-back');
    store.tell({ kind: 'menu', action: 'text-larger' });
    await choose('text-larger');
    expect(journal.settings.appearance.textSize).toBe('larger');
    await choose('text-normal');
    expect(journal.settings.appearance.textSize).toBe('normal');
    await choose('lock');
    expect(session.journal).toBeNull();
    const before = backend.commands.filter((command) => command !== 'await_event');
    await choose('new-contact');
    expect(backend.commands.filter((command) => command !== 'await_event')).toEqual(before);
  });

  it('does not take somebody who chooses from the menu for nobody', async () => {
    const { clock, session, store } = await opened({ settings: { idleMinutes: 1 } });
    for (const action of ['help', 'today', 'help'] as const) {
      await clock.pass(50_000);
      store.tell({ kind: 'menu', action });
      await settled();
    }
    expect(session.journal).not.toBeNull();
  });

  it('goes on hearing the shell after a word that went wrong', async () => {
    const { clock, journal, backend, store } = await opened();
    backend.failNext('await_event', { code: 'internal', incident: 1 });
    store.tell({ kind: 'menu', action: 'settings' });
    await clock.pass(2_000);
    store.tell({ kind: 'menu', action: 'new-contact' });
    await settled();
    expect(journal.route.name).toBe('new-contact');
  });

  it('hears what the checks of the store found', async () => {
    const { journal, store } = await opened({
      opened: { check: { left: 'not-closed', verdict: 'checking' } },
    });
    store.tell({ kind: 'store-check', check: { left: 'not-closed', verdict: 'sound' } });
    await settled();
    expect(journal.store.check).toEqual({ left: 'not-closed', verdict: 'sound' });
  });

  it('asks for what the checks found where nobody tells it', async () => {
    const { clock, journal, backend } = await opened({
      opened: { check: { left: 'sealed', verdict: 'checking' } },
    });
    await clock.pass(10_000);
    expect(backend.requests('store_check').length).toBeGreaterThan(1);
    expect(journal.store.check.verdict).toBe('checking');
  });
});

describe('the open journal', () => {
  it('does not pull back whoever went elsewhere while an entry was started', async () => {
    const { journal, backend, store } = await opened();
    journal.go({ name: 'new-contact' });
    backend.hold('start_entry');
    const begun = journal.begin(guide);
    journal.go({ name: 'settings' });
    backend.release('start_entry');
    await begun;
    expect(journal.route.name).toBe('settings');
    expect(store.entries.size).toBe(1);
  });

  it('starts one entry for two quick presses', async () => {
    const { journal, store } = await opened();
    await Promise.all([journal.begin(guide), journal.begin(guide)]);
    expect(store.entries.size).toBe(1);
  });

  it('keeps a free page one step away, and stores it with its first word only', async () => {
    const { clock, journal, backend, store } = await opened();
    await journal.begin(guide);
    const entry = journal.writing;
    entry?.goToFreePage();
    entry?.goToFreePage();
    expect(entry?.pages.map(({ kind }) => kind)).toEqual([
      'question',
      'question',
      'question',
      'free',
      'closing',
    ]);
    await clock.pass(5_000);
    expect(backend.commands).not.toContain('save_answer');
    entry?.field?.typed(typing('vrij'));
    await clock.pass(2_000);
    expect(backend.requests('save_answer')).toEqual([
      { entry: entry?.id, answer: null, field: { kind: 'free' }, text: 'vrij' },
    ]);
    expect(store.texts).toEqual(['vrij']);
  });

  it('gives each answer its own row, and writes on in the same one', async () => {
    const { clock, journal, backend, store } = await opened();
    await journal.begin(guide);
    const entry = journal.writing;
    entry?.field?.typed(typing('een'));
    entry?.goTo(1);
    await settled();
    entry?.field?.typed(typing('twee'));
    entry?.goTo(0);
    await settled();
    entry?.field?.typed(typing('een, verder'));
    await clock.pass(2_000);
    expect(store.texts).toEqual(['een, verder', 'twee']);
    const answers = backend.requests('save_answer').map(({ answer }) => answer);
    expect(answers.slice(0, 2)).toEqual([null, null]);
    expect(answers[2]).not.toBeNull();
  });

  it('sends no half of an emoji, for one such character would keep the answer from the disk', async () => {
    const { journal, store } = await opened();
    await journal.begin(guide);
    journal.writing?.field?.typed(typing('blij 😀 en half \ud83d'));
    await journal.settle();
    expect(store.texts).toEqual(['blij 😀 en half \ufffd']);
  });

  it('puts an entry in the bin after its text is saved, and back again', async () => {
    const { journal, backend, store } = await opened({ specimens });
    const id = journal.list.rows[0]?.entry;
    if (id === undefined) throw new Error('there is an entry');
    await journal.putInBin(id);
    expect(journal.said).toEqual({ kind: 'in-bin', entry: id });
    expect(journal.list.rows.some((row) => row.entry === id)).toBe(false);
    await journal.restore(id);
    expect(journal.list.rows.some((row) => row.entry === id)).toBe(true);
    expect(store.open(id).binnedAt).toBeNull();
    expect(backend.commands).not.toContain('erase_entry');
  });

  it('does not pull back a person who went elsewhere while an entry goes into the bin', async () => {
    const { journal } = await opened({ specimens });
    const id = journal.list.rows[0]?.entry;
    if (id === undefined) throw new Error('there is an entry');
    await journal.read(id);
    const going = journal.putInBin(id);
    journal.go({ name: 'bin' });
    await going;
    expect(journal.route.name).toBe('bin');
    expect(journal.said).toEqual({ kind: 'in-bin', entry: id });
  });

  it('takes the next page of a long list, and drops a late answer to an old search', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      daysAgo: index,
      kind: 'telefonisch',
      alias: null,
      texts: [index === 70 ? 'een naald' : 'hooi'],
    }));
    const { clock, journal, backend } = await opened({ specimens: many });
    expect(journal.list.rows).toHaveLength(50);
    await journal.list.more();
    await journal.list.more();
    expect(journal.list.rows).toHaveLength(120);
    expect(journal.list.hasMore).toBe(false);

    backend.hold('search_entries');
    journal.list.search('hooi');
    await clock.pass(300);
    backend.release('search_entries');
    journal.list.search('naald');
    await clock.pass(300);
    expect(journal.list.rows).toHaveLength(1);
    expect(journal.list.answered).toBe('naald');
  });

  it('changes settings one at a time', async () => {
    const { journal, store } = await opened();
    await Promise.all([
      journal.change({ idleMinutes: 9 }),
      journal.change({ residentWord: 'client' }),
    ]);
    expect(store.settings).toMatchObject({ idleMinutes: 9, residentWord: 'client' });
    await journal.change({ idleMinutes: 99 });
    expect(journal.failure).toEqual({ code: 'setting-out-of-bounds' });
    expect(journal.settings.idleMinutes).toBe(9);
  });
});
