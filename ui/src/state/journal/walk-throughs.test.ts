/** Walk-throughs as the journal prepares them, and the moment at which one begins. */
import { describe, expect, it } from 'vitest';

import { specimens } from '../../backend/fake-content';
import type { EntryId, WalkThroughView } from '../../backend/contract';
import type { OpenJournal } from './open-journal.svelte';
import { freePage, opened, settled, typing } from './testing';
import { WalkThroughs } from './walk-throughs.svelte';

const view = (journal: OpenJournal): WalkThroughView => {
  const { route } = journal;
  if (route.name !== 'walk-through' && route.name !== 'walk-through-preview')
    throw new Error('one is shown');
  return route.view;
};

async function prepared(count = 2) {
  const all = await opened({ specimens });
  const walks = new WalkThroughs(all.backend, all.journal);
  const entries: EntryId[] = all.journal.list.rows.slice(0, count).map(({ entry }) => entry);
  all.journal.go({ name: 'walk-throughs', choosing: true });
  await walks.choose(entries, null);
  return { ...all, walks, entries };
}

describe('preparing', () => {
  it('freezes the chosen entries in their order, and shows them', async () => {
    const { journal, entries } = await prepared();
    expect(view(journal).pages.map(({ head }) => head.entry)).toEqual(entries);
    expect(view(journal).ready).toBe(false);
  });

  it('saves what is being written before it is frozen', async () => {
    const { journal, backend, session } = await opened();
    await journal.begin(freePage);
    const { writing } = journal;
    writing?.fields[0]?.typed(typing('Net geschreven.'));
    const walks = new WalkThroughs(backend, journal);
    journal.go({ name: 'walk-throughs', choosing: true });
    await settled();
    const id = writing?.id;
    if (id === null || id === undefined) throw new Error('it is in the store');
    await walks.choose([id], null);
    expect(view(journal).pages[0]?.blocks.map(({ text }) => text)).toEqual(['Net geschreven.']);
    session.stop();
  });

  it('shows each change, and has it looked over again', async () => {
    const { journal, walks, entries } = await prepared();
    const { walkThrough, pages } = view(journal);
    const [first, second] = pages;
    if (!first || !second) throw new Error('two pages');
    await walks.lookedOver(walkThrough);
    expect(view(journal).ready).toBe(true);
    await walks.move(second.page, first.page);
    expect(view(journal).pages.map(({ head }) => head.entry)).toEqual(entries.toReversed());
    expect(view(journal).ready).toBe(false);
    expect(view(journal).changedOn).toBe('2026-11-21');
    await walks.takeOut(first.page);
    expect(view(journal).pages).toHaveLength(1);
    await walks.showDay(second.page, true);
    expect(view(journal).pages[0]?.showsDay).toBe(true);
  });

  it('covers and replaces, and a late list replaces nothing else', async () => {
    const { journal, walks } = await prepared(1);
    const block = view(journal).pages[0]?.blocks[0];
    if (!block) throw new Error('a part');
    const before = block.text;
    await walks.cover(block, () => [{ start: 2, end: 8 }]);
    await walks.replace(block.block, { start: 0, end: 1 }, before.slice(0, 1), '[naam]');
    const now = view(journal).pages[0]?.blocks[0];
    expect(now?.text).toBe(`[naam]${before.slice(1)}`);
    expect(now?.covers).toEqual([{ start: 7, end: 13 }]);
    expect(await walks.replace(block.block, { start: 0, end: 1 }, before.slice(0, 1), 'x')).toBe(
      false,
    );
    expect(journal.failure?.code).toBe('passage-moved');
    expect(view(journal).pages[0]?.blocks[0]).toEqual(now);
  });

  it('opens nothing that was covered a moment before', async () => {
    const { journal, walks } = await prepared(1);
    const block = view(journal).pages[0]?.blocks[0];
    if (!block) throw new Error('a part');
    const adds = (start: number) =>
      walks.cover(block, ({ covers }) => [...covers, { start, end: start + 2 }]);
    await Promise.all([adds(0), adds(5)]);
    expect(view(journal).pages[0]?.blocks[0]?.covers).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ]);
  });

  it('goes on from what the store has, also after the screen was left', async () => {
    const { journal, walks, backend } = await prepared(1);
    const block = view(journal).pages[0]?.blocks[0];
    if (!block) throw new Error('a part');
    const adds = (start: number) =>
      walks.cover(block, ({ covers }) => [...covers, { start, end: start + 2 }]);
    backend.hold('cover_walk_block');
    const both = Promise.all([adds(0), adds(5)]);
    await settled();
    journal.go({ name: 'today' });
    backend.release('cover_walk_block');
    await both;
    expect(backend.requests('cover_walk_block').at(-1)?.covers).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ]);
  });

  it('keeps what was typed and could not be kept', async () => {
    const { journal, walks } = await prepared(1);
    const { walkThrough } = view(journal);
    const plan = {
      walkThrough,
      forWhom: 'x'.repeat(61),
      question: '',
      minutes: 30,
      plannedOn: null,
    };
    expect(await walks.change({ ...plan, minutes: 30 })).toBe(false);
    expect(walks.draftOf(walkThrough)?.forWhom).toHaveLength(61);
    expect(journal.failure?.code).toBe('walk-through-unusable');
    expect(await walks.change({ ...plan, minutes: 45, forWhom: 'teamleider' })).toBe(true);
    expect(walks.draftOf(walkThrough)).toBeNull();
    expect(view(journal).minutes).toBe(45);
  });

  it('freezes again what changed since', async () => {
    const { journal, walks, store, entries } = await prepared(1);
    const [entry] = entries;
    if (entry === undefined) throw new Error('one entry');
    const answer = store.entries.get(entry)?.answers[0];
    const block = view(journal).pages[0]?.blocks.find(({ text }) => text === answer?.text);
    if (!answer || !block) throw new Error('its first answer is on the page');
    await walks.cover(block, () => [{ start: 0, end: 3 }]);
    answer.text = 'Heel anders.';
    await walks.open(view(journal).walkThrough);
    expect(view(journal).pages[0]?.original).toBe('changed');
    const page = view(journal).pages[0]?.page;
    if (page === undefined) throw new Error('one page');
    await walks.freezeAgain(page);
    const again = view(journal).pages[0]?.blocks.find(({ text }) => text === 'Heel anders.');
    expect(again?.covers).toEqual([{ start: 0, end: 12 }]);
    expect(view(journal).pages[0]?.original).toBe('same');
  });

  it('is withdrawn, taken back, and erased', async () => {
    const { journal, walks, walkThroughs } = await prepared(1);
    const { walkThrough } = view(journal);
    await walks.withdraw(walkThrough, true);
    expect(view(journal).withdrawnOn).toBe('2026-11-21');
    expect(await walks.lookedOver(walkThrough)).toBe(false);
    await walks.withdraw(walkThrough, false);
    expect(view(journal).withdrawnOn).toBeNull();
    await walks.erase(walkThrough);
    expect(journal.route.name).toBe('walk-throughs');
    expect(walkThroughs.walks).toEqual([]);
  });

  it('asks for nothing where one only reads', async () => {
    const { journal, backend } = await opened({
      specimens,
      opened: { onlyReading: { kind: 'asked' } },
    });
    const walks = new WalkThroughs(backend, journal);
    journal.go({ name: 'walk-throughs', choosing: true });
    expect(journal.route).toEqual({ name: 'walk-throughs' });
    const entry = journal.list.rows[0]?.entry;
    expect(entry && (await walks.choose([entry], null))).toBe(false);
    expect(backend.commands).not.toContain('prepare_walk_through');
  });
});

describe('beginning', () => {
  it('saves, hands over, and lets go of everything', async () => {
    const { journal, walks, session, backend, walkThroughs } = await prepared(1);
    const { walkThrough } = view(journal);
    await walks.lookedOver(walkThrough);
    await session.startWalkThrough(walkThrough);
    expect(session.phase).toEqual({ kind: 'closing' });
    expect(walkThroughs.walks[0]?.shown).not.toBeNull();
    expect(backend.commands).not.toContain('lock_journal');
  });

  it('stays open and says why, where it has not been looked over', async () => {
    const { journal, session } = await prepared(1);
    await session.startWalkThrough(view(journal).walkThrough);
    expect(session.journal).toBe(journal);
    expect(journal.failure?.code).toBe('preview-needed');
  });

  it('stays open where a text could not be saved', async () => {
    const { journal, session, walks, backend } = await prepared(1);
    const { walkThrough } = view(journal);
    await walks.lookedOver(walkThrough);
    await journal.begin(freePage);
    backend.failNext('save_answer', { code: 'disk-full' }, 9);
    journal.writing?.fields[0]?.typed(typing('Nog niet op schijf.'));
    await session.startWalkThrough(walkThrough);
    expect(session.journal).toBe(journal);
    expect(backend.commands).not.toContain('start_walk_through');
    session.stop();
  });

  it('locks after it, where that was asked meanwhile and nothing was handed over', async () => {
    const { journal, session, backend } = await prepared(1);
    backend.hold('start_walk_through');
    const starting = session.startWalkThrough(view(journal).walkThrough);
    await settled();
    await session.lock();
    expect(backend.commands).not.toContain('lock_journal');
    backend.release('start_walk_through');
    await starting;
    expect(backend.commands).toContain('lock_journal');
    expect(session.phase.kind).toBe('closing');
  });
});
