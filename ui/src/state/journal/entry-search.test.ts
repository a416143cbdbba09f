/** Searching as one types, over a role in memory. */
import { describe, expect, it } from 'vitest';

import type { Day, Failure } from '../../backend/contract';
import { specimens, type Specimen } from '../../backend/fake-content';
import { NO_FILTERS } from './entry-search.svelte';
import { hasBeside } from './neighbours';
import { freePage, opened, settled } from './testing';

const broken: Failure = { code: 'internal', incident: 1 };

/** So many about a walk, one a day. */
const walks = (count: number): Specimen[] =>
  Array.from({ length: count }, (_, daysAgo) => ({
    daysAgo,
    kind: null,
    alias: null,
    texts: [`wandeling ${daysAgo}`],
  }));

describe('the search', () => {
  it('asks at once, one question at a time, and then for what was typed last', async () => {
    const { journal, backend } = await opened({ specimens: walks(3) });
    const { search } = journal;
    backend.hold('search_entries');
    for (const text of ['w', 'wa', 'wan', 'wandeling 2']) search.type(text);
    await settled();
    expect(backend.requests('search_entries').map(({ text }) => text)).toEqual(['w']);
    expect(search.answered).toBeNull();
    backend.release('search_entries');
    await settled();
    expect(backend.requests('search_entries').map(({ text }) => text)).toEqual([
      'w',
      'wandeling 2',
    ]);
    expect(search.answered).toBe('wandeling 2');
    expect(search.rows.map(({ row }) => row.excerpt)).toEqual(['wandeling 2']);
    expect(search.loading).toBe(false);
  });

  it('shows no answer to what stands there no longer', async () => {
    const { journal, backend } = await opened({ specimens: walks(3) });
    const { search } = journal;
    backend.hold('search_entries');
    search.type('wandeling');
    await settled();
    search.type('');
    backend.release('search_entries');
    await settled();
    expect([search.active, search.answered, search.rows.length]).toEqual([false, null, 0]);
    search.type('wandeling 1');
    await settled();
    expect(search.rows).toHaveLength(1);
  });

  it('looks among entries of a period, a kind or a status, with words or without', async () => {
    const { journal, backend } = await opened({ specimens });
    const { search } = journal;
    search.filter({ kind: 'huisbezoek', from: '2026-11-01' as Day });
    await settled();
    expect(backend.requests('search_entries').at(-1)).toEqual({
      text: '',
      order: 'newest',
      filters: { ...NO_FILTERS, kind: 'huisbezoek', from: '2026-11-01' },
      after: null,
    });
    expect(search.rows.length).toBeGreaterThan(0);
    expect(search.rows.every(({ row }) => row.kind === 'huisbezoek')).toBe(true);
    search.filter({ kind: null, from: null });
    await settled();
    expect([search.active, search.rows.length]).toEqual([false, 0]);
  });

  it('has more as one goes on, and asks nothing twice', async () => {
    const { journal, backend } = await opened({ specimens: walks(48) });
    const { search } = journal;
    search.type('wandeling');
    await settled();
    expect([search.rows.length, search.hasMore]).toEqual([20, true]);
    void search.more();
    await search.more();
    await settled();
    expect(search.rows).toHaveLength(40);
    await search.more();
    expect([search.rows.length, search.hasMore]).toEqual([48, false]);
    await search.more();
    expect(backend.requests('search_entries')).toHaveLength(3);
    expect(new Set(search.rows.map(({ row }) => row.entry)).size).toBe(48);
  });

  it('goes on with what was typed when that comes while more is on its way', async () => {
    const { journal, backend } = await opened({ specimens: walks(120) });
    const { search } = journal;
    search.type('wandeling');
    await settled();
    backend.hold('search_entries');
    void search.more();
    search.type('"wandeling 7"');
    backend.release('search_entries');
    await settled();
    expect(search.answered).toBe('"wandeling 7"');
    expect(search.rows.every(({ row }) => row.excerpt.startsWith('wandeling 7'))).toBe(true);
  });

  it('stops asking by itself for a page that could not be had', async () => {
    const { journal, backend } = await opened({ specimens: walks(120) });
    const { search } = journal;
    search.type('wandeling');
    await settled();
    backend.failNext('search_entries', broken);
    await search.more();
    expect(search.failure).toEqual(broken);
    expect([search.hasMore, search.comesOn]).toEqual([true, false]);
    await search.more();
    expect([search.failure, search.rows.length]).toEqual([null, 40]);
  });

  it('says that it could not search, and does when it is asked again', async () => {
    const { journal, backend } = await opened({ specimens: walks(3) });
    const { search } = journal;
    backend.failNext('search_entries', broken);
    search.type('wandeling');
    await settled();
    expect([search.failure, search.answered]).toEqual([broken, null]);
    await search.ask();
    expect([search.failure, search.rows.length]).toEqual([null, 3]);
  });
});

describe('what was found', () => {
  it('is there as it was for who comes back from one of them', async () => {
    const { journal, backend } = await opened({ specimens: walks(120) });
    const { search } = journal;
    journal.go({ name: 'entries', search: true });
    search.type('wandeling');
    await settled();
    await search.more();
    const { entry } = search.rows[30]?.row ?? expect.fail('there are so many');
    await journal.read(entry, undefined, 'wandeling');
    expect(hasBeside(journal, entry, -1)).toBe(true);
    const asked = backend.requests('search_entries').length;
    journal.go({ name: 'entries', search: false, from: entry });
    await settled();
    expect([search.query, search.rows.length]).toEqual(['wandeling', 40]);
    expect(backend.requests('search_entries')).toHaveLength(asked);
  });

  it('is as long as it was when something of it changed', async () => {
    const { journal } = await opened({ specimens: walks(120) });
    const { search } = journal;
    journal.go({ name: 'entries', search: true });
    search.type('wandeling');
    await settled();
    await search.more();
    const { entry } = search.rows[30]?.row ?? expect.fail('there are so many');
    await journal.read(entry, undefined, 'wandeling');
    await journal.changeEntry({ entry, day: '2026-11-20' as Day, kind: null, alias: null });
    expect(search.rows).toHaveLength(40);
    expect(search.rows.find(({ row }) => row.entry === entry)?.row.day).toBe('2026-11-20');
  });

  it('stays when one of them goes to the bin, and has it again when that is undone', async () => {
    const { journal } = await opened({ specimens: walks(5) });
    const { search } = journal;
    journal.go({ name: 'entries', search: true });
    search.type('wandeling');
    await settled();
    const { entry } = search.rows[1]?.row ?? expect.fail('there are so many');
    const next = search.rows[2]?.row.entry;
    await journal.read(entry, undefined, 'wandeling');
    await journal.putInBin(entry);
    await settled();
    expect(journal.route).toEqual({ name: 'entries', search: false, from: next });
    expect(search.rows.map(({ row }) => row.excerpt)).not.toContain('wandeling 1');
    expect(journal.months.partOf(entry)).toBeNull();
    await journal.restore(entry);
    expect(search.rows.map(({ row }) => row.excerpt)).toContain('wandeling 1');
  });

  it.each([
    ['to Today', { name: 'today' }],
    ['to the list anew', { name: 'entries', search: false }],
    ['to the help', { name: 'help' }],
  ] as const)('is let go by who goes %s', async (_, route) => {
    const { journal } = await opened({ specimens: walks(5) });
    const { search } = journal;
    journal.go({ name: 'entries', search: true });
    search.type('wandeling');
    await settled();
    journal.go(route);
    await settled();
    expect([search.query, search.rows.length, search.active]).toEqual(['', 0, false]);
  });

  it('is let go by who begins to write', async () => {
    const { journal } = await opened({ specimens: walks(5) });
    journal.go({ name: 'entries', search: true });
    journal.search.type('wandeling');
    await settled();
    await journal.begin(freePage);
    expect(journal.search.rows).toEqual([]);
  });

  it('stays for who asks for the search field again', async () => {
    const { journal } = await opened({ specimens: walks(5) });
    journal.go({ name: 'entries', search: true });
    journal.search.type('wandeling');
    await settled();
    journal.go({ name: 'entries', search: true });
    await settled();
    expect([journal.search.query, journal.search.rows.length]).toEqual(['wandeling', 5]);
  });
});
