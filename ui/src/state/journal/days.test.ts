import { describe, expect, it } from 'vitest';

import type { Day, EntryId, EntryRow } from '../../backend/contract';
import { byMonth, calendarDay, dayPart } from './days';

describe('days', () => {
  it('are those of the calendar on the wall, around midnight too', () => {
    expect(calendarDay(new Date(2026, 10, 21, 0, 0, 1).getTime())).toBe('2026-11-21');
    expect(calendarDay(new Date(2026, 10, 21, 23, 59, 59).getTime())).toBe('2026-11-21');
    expect(calendarDay(new Date(2026, 0, 1).getTime())).toBe('2026-01-01');
  });

  it('have four parts', () => {
    expect([0, 5, 6, 11, 12, 17, 18, 23].map(dayPart)).toEqual([
      'night',
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ]);
  });

  it('fall into months without losing a row or the order', () => {
    const row = (entry: number, day: string): EntryRow => ({
      entry: entry as EntryId,
      day: day as Day,
      kind: null,
      sheet: null,
      alias: null,
      excerpt: '',
    });
    const rows = [
      row(4, '2026-11-21'),
      row(3, '2026-11-01'),
      row(2, '2026-10-31'),
      row(1, '2025-11-30'),
    ];
    const months = byMonth(rows);
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-10', '2025-11']);
    expect(months.flatMap((month) => month.rows)).toEqual(rows);
  });
});
