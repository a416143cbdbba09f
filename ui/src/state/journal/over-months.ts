/**
 * What returned over months, in a sentence.
 *
 * A sentence says no more than the figures hold: that of late something came back more often only
 * where there was writing before to compare with, and where the difference is plain.
 */
import type { Month, OverMonths, OverMonthsRow } from '../../backend/contract';
import { monthInFull } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';
import { firstDayOf } from './months';

/** Whether something came back more or less often of late. */
export type Lately = 'more' | 'less' | 'same';

/** Months that count as of late. */
const LATE = 3;
/** Months before them in which there must be writing, to be compared with. */
const WRITTEN_BEFORE = 3;

/**
 * Whether a row came back more or less often of late than before.
 *
 * The month that is not over yet can only be too low: it counts where something came back more
 * often, and is left aside where it came back less.
 */
export function lately(counts: readonly number[], all: readonly OverMonthsRow[]): Lately {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const perMonth = (values: readonly number[]): number => sum(values) / Math.max(values.length, 1);
  const writtenIn = (from: number, until: number): number =>
    counts
      .slice(from, until)
      .filter((_, at) => all.some(({ entries }) => (entries[from + at] ?? 0) > 0)).length;

  const end = counts.length;
  if (writtenIn(0, end - LATE) >= WRITTEN_BEFORE) {
    const late = counts.slice(-LATE);
    if (sum(late) >= LATE && perMonth(late) >= 2 * perMonth(counts.slice(0, -LATE))) return 'more';
  }
  // Three whole months, in which one did write.
  const whole = counts.slice(0, -1);
  if (
    writtenIn(0, end - 1 - LATE) >= WRITTEN_BEFORE &&
    writtenIn(end - 1 - LATE, end - 1) === LATE
  ) {
    const before = whole.slice(0, -LATE);
    if (sum(before) >= LATE && 2 * perMonth(whole.slice(-LATE)) <= perMonth(before)) return 'less';
  }
  return 'same';
}

/** What is to be seen in the chart of one row. */
export function rowInWords(
  name: string,
  { entries }: OverMonthsRow,
  months: readonly Month[],
  all: readonly OverMonthsRow[],
): string {
  const its = months.filter((_, at) => (entries[at] ?? 0) > 0);
  const [only] = its;
  const whole = t('looking-number', { number: months.length });
  if (only === undefined) return t('looking-months-none', { name, all: whole });
  if (its.length === 1)
    return t('looking-months-one', { name, all: whole, month: monthInFull(firstDayOf(only)) });
  const change = lately(entries, all);
  return its.length === months.length
    ? t('looking-months-all', { name, all: whole, lately: change })
    : t('looking-months-some', {
        name,
        count: t('looking-number', { number: its.length }),
        all: whole,
        lately: change,
      });
}

/** The name of a kind of question; one that nobody knows here keeps its id. */
export function aspectName(id: string): string {
  switch (id) {
    case 'event':
      return t('looking-aspect-event');
    case 'myself':
      return t('looking-aspect-self');
    case 'other':
      return t('looking-aspect-other');
    case 'values':
      return t('looking-aspect-values');
    case 'knowledge':
      return t('looking-aspect-knowledge');
    case 'next-step':
      return t('looking-aspect-next-step');
    case 'context':
      return t('looking-aspect-context');
    default:
      return id;
  }
}

/** Rows in which something stands, with their names. */
export function named(
  rows: readonly OverMonthsRow[],
  name: (row: OverMonthsRow) => string,
): { name: string; row: OverMonthsRow }[] {
  return rows
    .filter(({ entries }) => entries.some((count) => count > 0))
    .map((row) => ({ name: name(row), row }));
}

/** The days that all of it is about: from the first month to the last. */
export function spanInWords({ months }: OverMonths): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  return t('looking-months-span', {
    first: monthInFull(firstDayOf(first)),
    last: monthInFull(firstDayOf(last)),
  });
}
