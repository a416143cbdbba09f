/** Days and months as the calendar of the machine has them. Pure. */
import type { Day, EntryRow } from '../../backend/contract';

/** The calendar day of a moment of the clock, where the machine is. */
export function calendarDay(milliseconds: number): Day {
  const at = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as Day;
}

/** Whether a text is a day that exists: `2026-02-30` is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** So many days later. */
export function daysLater(day: Day, days: number): Day {
  // At noon without a zone, so that no clock can move it to its neighbour.
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as Day;
}

/** The part of a day, for a greeting. */
export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

/** The part of the day of an hour, 0 to 23. */
export function dayPart(hour: number): DayPart {
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 18) return 'afternoon';
  return 'evening';
}

/** The rows of one month. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  /** A day in it, for the heading. */
  readonly day: Day;
  /** Its rows, in the order given. */
  readonly rows: readonly EntryRow[];
}

/** Rows by month, in the order given. */
export function byMonth(rows: readonly EntryRow[]): Month[] {
  const months: { month: string; day: Day; rows: EntryRow[] }[] = [];
  for (const row of rows) {
    const month = row.day.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push(row);
    else months.push({ month, day: row.day, rows: [row] });
  }
  return months;
}
