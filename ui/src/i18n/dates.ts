// Days and times in the words of the chosen language.
import type { Day, Moment } from '../backend/contract';
import { dateFormat, relativeFormat } from './formatters';

/** A day without a zone, so that no clock can move it to its neighbour. */
function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function inWords(day: Day, options: Intl.DateTimeFormatOptions): string {
  return dateFormat({ ...options, timeZone: 'UTC' }).format(dateOf(day));
}

/** "zaterdag 21 november 2026" */
export function dayInFull(day: Day): string {
  return inWords(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "zaterdag 21 november" */
export function dayInYear(day: Day): string {
  return inWords(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "za 21 nov" */
export function dayInShort(day: Day): string {
  return inWords(day, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "21 nov" */
export function dayAndMonth(day: Day): string {
  return inWords(day, { day: 'numeric', month: 'short' });
}

/** "za" */
export function weekdayInShort(day: Day): string {
  return inWords(day, { weekday: 'short' });
}

/** "zaterdag" */
export function weekdayInFull(day: Day): string {
  return inWords(day, { weekday: 'long' });
}

/** "november 2026" */
export function monthInFull(day: Day): string {
  return inWords(day, { month: 'long', year: 'numeric' });
}

/** "nov" */
export function monthInShort(day: Day): string {
  return inWords(day, { month: 'short' });
}

/** "14:32", on the clock that hung there when it was written. */
export function timeOf(moment: Moment): string {
  return moment.slice(11, 16);
}

/** "14:32" on the clock of the machine, of milliseconds since 1970; "14:32:07" where seconds tell. */
export function timeHere(milliseconds: number, seconds = false): string {
  return new Date(milliseconds).toTimeString().slice(0, seconds ? 8 : 5);
}

/** The day of a moment, on the calendar that hung there when it was written. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10) as Day;
}

/** "vandaag", "gisteren", or the day in full. */
export function dayFrom(today: Day, day: Day): string {
  const days = Math.round((dateOf(day).getTime() - dateOf(today).getTime()) / 86_400_000);
  if (days !== 0 && days !== -1) return dayInFull(day);
  return relativeFormat({ numeric: 'auto' }).format(days, 'day');
}
