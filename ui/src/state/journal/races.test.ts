/**
 * Each way in which other journals lost their users' words, by name. These are the races of the
 * first block of complaints in our study of them; every one lost text for real somewhere.
 */
import { describe, expect, it } from 'vitest';

import type { EntryId } from '../../backend/contract';
import { specimens } from '../../backend/fake-content';
import type { EntryState } from './entry.svelte';
import type { OpenJournal } from './open-journal.svelte';
import { freePage, guide, opened, settled, typing } from './testing';

function written(journal: OpenJournal): EntryState {
  const entry = journal.writing;
  if (entry === null) throw new Error('an entry is being written');
  return entry;
}

describe('a text is never lost', () => {
  it('when the lock comes before the start of the entry was answered', async () => {
    const { session, journal, backend, store } = await opened();
    backend.hold('start_entry');
    void journal.begin(freePage);
    written(journal).field?.typed(typing('Net begonnen.'));

    const locked = session.lock();
    await settled();
    expect(backend.commands).not.toContain('lock_journal');

    backend.release('start_entry');
    await locked;
    expect(store.texts).toEqual(['Net begonnen.']);
    expect(backend.commands.slice(-3)).toEqual(['start_entry', 'save_answer', 'lock_journal']);
  });

  it('when the lock comes before the start was answered and nothing was typed yet', async () => {
    const { session, journal, backend, store } = await opened();
    backend.hold('start_entry');
    void journal.begin(guide);

    const locked = session.lock();
    await settled();
    expect(backend.commands).not.toContain('lock_journal');

    backend.release('start_entry');
    await locked;
    expect(store.entries.size).toBe(1);
    expect(backend.commands.at(-1)).toBe('lock_journal');
  });

  it('when it is typed within 500 ms of "new"', async () => {
    const { clock, journal, backend, store } = await opened();
    backend.hold('start_entry');
    void journal.begin(freePage);
    const entry = written(journal);
    entry.field?.typed(typing('Eerste'));
    await clock.pass(300);
    entry.field?.typed(typing('Eerste woorden.'));
    await clock.pass(200);
    backend.release('start_entry');
    await settled();

    // The answer of the store does not wipe what stands there, and it reaches the disk by itself.
    expect(entry.field?.text).toBe('Eerste woorden.');
    await clock.pass(2_000);
    expect(store.texts).toEqual(['Eerste woorden.']);
    expect(store.entries.size).toBe(1);
  });

  it('when the start of the entry failed at first', async () => {
    const { clock, journal, backend, store } = await opened();
    backend.failNext('start_entry', { code: 'disk-full' });
    await journal.begin(freePage);
    const entry = written(journal);
    entry.field?.typed(typing('Toch bewaard.'));
    await clock.pass(5_000);

    expect(store.texts).toEqual(['Toch bewaard.']);
    expect(store.entries.size).toBe(1);
  });

  it('when one navigates away with a pending save', async () => {
    const { journal, backend, store } = await opened();
    await journal.begin(guide);
    written(journal).field?.typed(typing('Van A.'));
    // No timer runs here: what saves it is the navigation.
    await journal.begin(freePage);
    await settled();
    expect(store.texts).toEqual(['Van A.']);

    written(journal).field?.typed(typing('Van B.'));
    await journal.settle();
    expect(store.texts).toEqual(['Van A.', 'Van B.']);
    const [first] = backend.requests('save_answer');
    expect(first).toMatchObject({
      entry: [...store.entries.keys()][0],
      field: { kind: 'question', id: 'D01' },
    });
  });

  it('when one navigates away while the save is in flight and newer text waits', async () => {
    const { clock, journal, backend, store } = await opened();
    await journal.begin(guide);
    const entry = written(journal);
    entry.field?.typed(typing('oud'));
    backend.hold('save_answer');
    await clock.pass(1_500);
    entry.field?.typed(typing('oud en nieuw'));
    journal.go({ name: 'today' });
    backend.release('save_answer');
    await settled();

    expect(store.texts).toEqual(['oud en nieuw']);
    expect(backend.requests('leave_entry')).toEqual([{ entry: entry.id }]);
    expect(backend.commands.lastIndexOf('save_answer')).toBeLessThan(
      backend.commands.indexOf('leave_entry'),
    );
  });

  it('when one comes back to an entry whose last save failed', async () => {
    const { journal, backend, store } = await opened({ specimens });
    const id = [...store.entries.keys()][0] as EntryId;
    await journal.writeOn(id);
    const entry = written(journal);
    backend.failNext('save_answer', { code: 'disk-full' }, 3);
    entry.goTo(0);
    entry.field?.typed(typing('Wat alleen hier staat.'));
    journal.go({ name: 'today' });
    await settled();
    await journal.read(id);

    expect(written(journal).fields[0]?.text).toBe('Wat alleen hier staat.');
  });

  it('when two languages of line ends meet: a load alone changes nothing', async () => {
    const { clock, journal, backend, store } = await opened();
    await journal.begin(freePage);
    await clock.pass(0);
    const id = [...store.entries.keys()][0] as EntryId;
    store.open(id).answers.push({
      id: 99 as never,
      field: { kind: 'free' },
      asked: null,
      text: 'regel een\r\nregel twee',
      writtenAt: store.moment(),
      savedAt: store.moment(),
      letGo: false,
      cell: null,
      lookBack: null,
    });
    await journal.writeOn(id);
    const field = written(journal).field;
    // The textarea shows \n and reports it on an event that changes nothing.
    field?.typed(typing('regel een\nregel twee'));
    await clock.pass(5_000);

    expect(field?.dirty).toBe(false);
    expect(backend.commands).not.toContain('save_answer');
    expect(store.texts).toEqual(['regel een\r\nregel twee']);
  });
});

describe('a load', () => {
  it('never marks an entry dirty', async () => {
    const { clock, journal, backend, store } = await opened({ specimens });
    for (const id of store.entries.keys()) {
      await journal.writeOn(id);
      for (let step = 0; step < 4; step += 1) journal.writing?.goTo(step);
    }
    journal.go({ name: 'today' });
    await clock.pass(60_000);
    expect(journal.queue.settled).toBe(true);
    expect(backend.commands).not.toContain('save_answer');
  });

  it('does not overwrite what was typed while it was on its way', async () => {
    const { journal, backend } = await opened();
    backend.hold('start_entry');
    void journal.begin(freePage);
    const field = written(journal).field;
    field?.typed(typing('al getypt'));
    backend.release('start_entry');
    await settled();
    expect(written(journal).field).toBe(field);
    expect(field?.text).toBe('al getypt');
  });
});

describe('an empty entry', () => {
  it('is never deleted on the user’s behalf', async () => {
    const { clock, session, journal, backend, store } = await opened();
    await journal.begin(guide);
    journal.go({ name: 'today' });
    await journal.begin(freePage);
    const field = written(journal).field;
    field?.typed(typing('weg hiermee'));
    await clock.pass(2_000);
    field?.typed(typing(''));
    journal.done();
    await clock.pass(60_000);
    await session.lock();

    expect(backend.commands).not.toContain('delete_entry');
    expect(backend.commands).not.toContain('erase_entry');
    expect(store.entries.size).toBe(2);
    // Emptied by hand is a text like any other.
    expect(store.texts).toEqual(['']);
  });
});

describe('undo', () => {
  it('that reaches into another entry changes nothing: neither that entry nor this one', async () => {
    const { clock, journal, backend, store } = await opened();
    await journal.begin(guide);
    const first = written(journal).field;
    first?.typed(typing('Uit de eerste.'));
    await journal.begin(freePage);
    const second = written(journal).field;
    second?.typed(typing('Uit de tweede.'));
    await clock.pass(2_000);

    // The page's list of undo steps writes into the textarea of the first entry, which is gone.
    first?.typed({ value: '', isConnected: false });
    await clock.pass(5_000);

    expect(first?.text).toBe('Uit de eerste.');
    expect(second?.text).toBe('Uit de tweede.');
    expect(store.texts.toSorted()).toEqual(['Uit de eerste.', 'Uit de tweede.']);
    expect(backend.requests('save_answer')).toHaveLength(2);
  });

  it('finds no textarea that serves two questions: each field has a key of its own', async () => {
    const { journal } = await opened();
    await journal.begin(guide);
    const keys = written(journal).fields.map((field) => field.key);
    await journal.begin(guide);
    keys.push(...written(journal).fields.map((field) => field.key));
    expect(new Set(keys).size).toBe(10);
  });
});
