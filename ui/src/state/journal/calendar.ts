/** Months as a calendar shows them: weeks that begin on Monday, with their numbers. Pure. */
import type { Day, Month } from '../../backend/contract';

const DAY = 86_400_000;

/** One week of a month. */
export interface Week {
  /** Its number by ISO 8601, as Dutch calendars have it. */
  readonly number: number;
  /** Its days, Monday first; none where a day is of another month. */
  readonly days: readonly (Day | null)[];
}

/** The weeks of a month. */
export function weeksOf(month: Month): Week[] {
  const first = timeOf(`${month}-01` as Day);
  const weeks: { number: number; days: (Day | null)[] }[] = [];
  for (let time = first; dayAt(time).startsWith(month); time += DAY) {
    const place = weekday(time);
    if (weeks.length === 0 || place === 0)
      weeks.push({ number: weekOf(dayAt(time)), days: Array<Day | null>(7).fill(null) });
    const week = weeks.at(-1);
    if (week) week.days[place] = dayAt(time);
  }
  return weeks;
}

/** The number of the week of a day, by ISO 8601: week 1 has the first Thursday of the year. */
export function weekOf(day: Day): number {
  const time = timeOf(day);
  const thursday = time + (3 - weekday(time)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  return 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY));
}

/** The day that is so many days later. */
export function daysLater(day: Day, days: number): Day {
  return dayAt(timeOf(day) + days * DAY);
}

/** The same day so many months later, or the last day of a month that is too short for it. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const there = new Date(first);
  const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
  return dayAt(first + (Math.min(date, last) - 1) * DAY);
}

/** The first or the last day of the week of a day. */
export function weekEnd(day: Day, end: 'first' | 'last'): Day {
  const place = weekday(timeOf(day));
  return daysLater(day, end === 'first' ? -place : 6 - place);
}

/** The place of a moment in its week, from 0: Monday. */
function weekday(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7;
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}
