/** All entries by month, at more than a window shows, over a role in memory. */
import { describe, expect, it } from 'vitest';

import type { Day, EntryId, Failure } from '../../backend/contract';
import type { Specimen } from '../../backend/fake-content';
import type { MonthList, Part } from './month-list.svelte';
import { opened, settled } from './testing';

/** So many a day, on each of so many days back from 21 November 2026. */
function many(days: number, perDay = 1): Specimen[] {
  return Array.from({ length: days * perDay }, (_, index) => ({
    daysAgo: Math.floor(index / perDay),
    kind: 'telefonisch',
    alias: null,
    texts: [`nummer ${index}`],
  }));
}

const broken: Failure = { code: 'internal', incident: 1 };

function part(months: MonthList, month: number, place = 0): Part {
  const found = months.months[month]?.parts[place];
  if (found === undefined) throw new Error('there is such a part');
  return found;
}

describe('the list of months', () => {
  it('shows the newest before the months are known, and all months after that', async () => {
    const { journal, backend } = await opened({ specimens: many(200) });
    const { months } = journal;
    expect(months.months.map(({ month, size }) => [month, size])).toEqual([
      ['2026-11', 21],
      ['2026-10', 29],
    ]);
    backend.hold('list_months');
    journal.go({ name: 'entries', search: false });
    await settled();
    expect(part(months, 1).rows).toHaveLength(29);
    backend.release('list_months');
    await settled();
    expect(months.months).toHaveLength(7);
    expect(months.months.reduce((sum, { size }) => sum + size, 0)).toBe(200);
    // What stood there stays, and what came below it in the same month is asked for.
    expect(part(months, 1).rows).toHaveLength(31);
    expect(part(months, 2).rows).toBeNull();
  });

  it('cuts a month into parts of the size of an answer', async () => {
    const { journal, backend } = await opened({ specimens: many(40, 4) });
    const { months } = journal;
    await months.refresh();
    expect(months.months[1]?.parts.map(({ first, size }) => [first, size])).toEqual([
      [0, 50],
      [50, 26],
    ]);
    months.near(part(months, 1, 1));
    await settled();
    expect(backend.requests('list_month').at(-1)).toEqual({ month: '2026-10', first: 50 });
    expect(part(months, 1, 1).rows).toHaveLength(26);
    expect(part(months, 1, 0).rows).toBeNull();
  });

  it('asks two parts at once, where somebody looks now first, and none that was left', async () => {
    const { journal, backend } = await opened({ specimens: many(250) });
    const { months } = journal;
    await months.refresh();
    const before = backend.requests('list_month').length;
    backend.hold('list_month');
    for (const month of [2, 3, 4, 5, 6]) months.near(part(months, month));
    await settled();
    expect(backend.requests('list_month').length - before).toBe(2);
    for (const month of [2, 4, 5]) months.far(part(months, month));
    backend.release('list_month');
    await settled();
    const asked = backend.requests('list_month').slice(before);
    expect(asked.map(({ month }) => month)).toEqual(['2026-09', '2026-08', '2026-05']);
    // The answer about what was left meanwhile is let go.
    expect([2, 3, 4, 5, 6].map((month) => part(months, month).rows !== null)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('asks for a part once, however often it comes near', async () => {
    const { journal, backend } = await opened({ specimens: many(100) });
    const { months } = journal;
    await months.refresh();
    const before = backend.requests('list_month').length;
    backend.hold('list_month');
    months.near(part(months, 2));
    await settled();
    months.far(part(months, 2));
    months.near(part(months, 2));
    backend.release('list_month');
    await settled();
    expect(backend.requests('list_month').length - before).toBe(1);
    expect(part(months, 2).rows).toHaveLength(30);
  });

  it('says that rows could not be read, and asks again', async () => {
    const { journal, backend } = await opened({ specimens: many(100) });
    const { months } = journal;
    await months.refresh();
    backend.failNext('list_month', broken);
    months.near(part(months, 2));
    await settled();
    expect(months.failure).toEqual(broken);
    await months.again();
    expect(months.failure).toBeNull();
    months.near(part(months, 2));
    await settled();
    expect(part(months, 2).rows).toHaveLength(30);
  });

  it('shows an entry no more that went, and again when it came back', async () => {
    const { journal, store } = await opened({ specimens: many(60) });
    const { months } = journal;
    journal.go({ name: 'entries', search: false });
    await settled();
    const gone = part(months, 0).rows?.[3]?.entry as EntryId;
    await journal.putInBin(gone);
    await settled();
    expect(months.partOf(gone)).toBeNull();
    expect(months.months[0]?.size).toBe(20);
    await journal.restore(gone);
    expect(months.partOf(gone)).toBe(part(months, 0));
    expect(months.months[0]?.size).toBe(21);
    expect(store.newestFirst).toHaveLength(60);
  });

  it('knows what lies beside an entry across parts and months', async () => {
    const { journal } = await opened({ specimens: many(40, 4) });
    const { months } = journal;
    await months.refresh();
    months.near(part(months, 0, 1));
    await settled();
    const last = part(months, 0, 1).rows?.at(-1)?.entry as EntryId;
    expect(months.hasBeside(last, -1)).toBe(true);
    const older = await months.beside(last, -1);
    expect(older?.day).toBe('2026-10-31');
    expect((await months.beside(older?.entry as EntryId, 1))?.entry).toBe(last);
    const newest = part(months, 0).rows?.[0]?.entry as EntryId;
    expect(months.hasBeside(newest, 1)).toBe(false);
    expect(await months.beside(newest, 1)).toBeNull();
  });

  it.each([
    ['a day with an entry', '2026-10-05', '2026-10-05'],
    ['a day without one', '2026-10-04', '2026-10-01'],
    ['a day before the first of its month', '2026-09-10', '2026-08-17'],
    ['a month without one', '2026-07-14', '2026-06-20'],
    ['a day to come', '2027-01-01', '2026-11-21'],
    ['a day before all', '2020-02-29', '2026-06-20'],
  ])('goes to %s', async (_, day, expected) => {
    const days = [
      '2026-11-21',
      '2026-10-05',
      '2026-10-01',
      '2026-09-20',
      '2026-08-17',
      '2026-06-20',
    ];
    const specimens = days.map((one): Specimen => ({
      daysAgo: Math.round((Date.UTC(2026, 10, 21) - Date.parse(one)) / 86_400_000),
      kind: null,
      alias: null,
      texts: [one],
    }));
    const { journal } = await opened({ specimens });
    await journal.months.refresh();
    const row = await journal.months.at(day as Day);
    expect(row?.day).toBe(expected);
    expect(journal.months.partOf(row?.entry as EntryId)).not.toBeNull();
  });
});
