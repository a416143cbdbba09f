import { describe, expect, it } from 'vitest';

import type { Day, Month } from '../../backend/contract';
import { daysLater, monthsLater, weekEnd, weekOf, weeksOf } from './calendar';

const day = (text: string): Day => text as Day;

describe('the calendar', () => {
  it.each([
    ['2026-11-22', 47],
    ['2026-11-23', 48],
    // A year that ends in week 53, and the days after it that are still of that week.
    ['2026-12-31', 53],
    ['2027-01-01', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    // Days before 1 January that are of week 1 already.
    ['2024-12-30', 1],
    ['2025-01-01', 1],
    ['2020-12-31', 53],
    ['2021-01-01', 53],
    ['2016-01-03', 53],
    ['2028-02-29', 9],
  ])('knows that %s is in week %i', (of, week) => {
    expect(weekOf(day(of))).toBe(week);
  });

  it('shows a month in weeks from Monday, with its own days alone', () => {
    const weeks = weeksOf('2026-11' as Month);
    expect(weeks.map(({ number }) => number)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(weeks[0]?.days).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks[5]?.days).toEqual(['2026-11-30', null, null, null, null, null, null]);
    expect(weeksOf('2028-02' as Month).flatMap(({ days }) => days.filter(Boolean))).toHaveLength(
      29,
    );
    expect(weeksOf('2027-02' as Month)).toHaveLength(4);
  });

  it('goes by days, weeks and months', () => {
    expect(daysLater(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(daysLater(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(monthsLater(day('2026-12-31'), 2)).toBe('2027-02-28');
    expect(monthsLater(day('2028-02-29'), -12)).toBe('2027-02-28');
    expect(monthsLater(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(weekEnd(day('2026-11-22'), 'first')).toBe('2026-11-16');
    expect(weekEnd(day('2026-11-16'), 'last')).toBe('2026-11-22');
  });
});
