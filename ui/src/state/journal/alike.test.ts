/** One entry as looking back sees it: what resembles it, and whether it is kept quiet. */
import { describe, expect, it } from 'vitest';

import { aYear } from '../../backend/fake-looking-back-specimens';
import type { FakeJournalOptions } from '../../backend/fake-journal';
import { LookedAt } from './alike.svelte';
import { opened, settled } from './testing';

async function looking(options: FakeJournalOptions = {}) {
  const all = await opened({ specimens: aYear, ...options });
  const { journal, backend, store } = all;
  const entry = store.newestFirst[0];
  if (entry === undefined) throw new Error('there is an entry');
  await journal.read(entry.id);
  if (journal.route.name !== 'reading') throw new Error('it is read');
  const { view } = journal.route;
  return { ...all, view, looked: new LookedAt(backend, journal, view) };
}

describe('keeping an entry quiet', () => {
  it('holds for the page one comes back to, and ends as it began', async () => {
    const { backend, looked, view } = await looking();
    await looked.keepQuiet(true);
    expect([looked.quiet, looked.changed, view.quiet]).toEqual([true, true, true]);
    await looked.keepQuiet(false);
    expect([looked.quiet, view.quiet]).toEqual([false, false]);
    expect(backend.requests('keep_quiet')).toEqual([{ kind: 'entry', entry: view.entry }]);
    expect(backend.requests('end_quiet')).toEqual([{ kind: 'entry', entry: view.entry }]);
  });

  it('is asked for once, however often one presses', async () => {
    const { backend, looked } = await looking();
    backend.hold('keep_quiet');
    const first = looked.keepQuiet(true);
    const second = looked.keepQuiet(true);
    await settled();
    backend.release('keep_quiet');
    await Promise.all([first, second]);
    expect(backend.requests('keep_quiet')).toHaveLength(1);
  });

  it('leaves all as it was when it is refused, and says why', async () => {
    const { backend, journal, looked, view } = await looking();
    backend.failNext('keep_quiet', { code: 'entry-gone' });
    await looked.keepQuiet(true);
    expect([looked.quiet, looked.changed, view.quiet]).toEqual([false, false, false]);
    expect(journal.failure).toEqual({ code: 'entry-gone' });
  });

  it('is not done where a journal is only read', async () => {
    const { backend, looked } = await looking({ opened: { onlyReading: { kind: 'asked' } } });
    await looked.keepQuiet(true);
    expect(backend.commands).not.toContain('keep_quiet');
  });
});

describe('what resembles it', () => {
  it('is none of what is kept quiet', async () => {
    const { backend, looked } = await looking();
    await looked.load();
    const before = looked.alike.value?.rows ?? [];
    expect(before.length).toBeGreaterThan(1);
    const [first] = before;
    if (first === undefined) throw new Error('something resembles it');
    await backend.call('keep_quiet', { kind: 'entry', entry: first.row.entry });
    await looked.load();
    expect(looked.alike.value?.rows.map(({ row }) => row.entry)).toEqual(
      before.slice(1).map(({ row }) => row.entry),
    );
  });
});
