/** Months of the calendar. */
import { expect, it } from 'vitest';

import type { Day, Month } from '../../backend/contract';
import { monthsEarlier, monthsUntil, monthToLookBackOn } from './months';

it('go back over the turn of a year', () => {
  expect(monthsEarlier('2026-01' as Month, 1)).toBe('2025-12');
  expect(monthsEarlier('2026-03' as Month, 14)).toBe('2025-01');
  expect(monthsUntil('2026-02-28' as Day, 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

it('are looked back on in the first week of the next', () => {
  expect(monthToLookBackOn('2026-11-07' as Day)).toBe('2026-10');
  expect(monthToLookBackOn('2026-11-08' as Day)).toBe('2026-11');
  expect(monthToLookBackOn('2026-01-01' as Day)).toBe('2025-12');
});
