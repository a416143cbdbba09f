// Days and times in the words of the chosen language.
import type { Day, Language, Moment } from '../backend/contract';
import { speech } from './i18n.svelte';

/** A day without a zone, so that no clock can move it to its neighbour. */
function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar of the work is Dutch in either language: the day before the month, Monday first. */
const calendars: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/**
 * Days in words. A format is made once for each language: making one takes longer than a row of a list
 * may.
 */
function inWords(options: Intl.DateTimeFormatOptions): (day: Day) => string {
  const formats: Partial<Record<Language, Intl.DateTimeFormat>> = {};
  return (day) => {
    const { language } = speech;
    formats[language] ??= new Intl.DateTimeFormat(calendars[language], {
      ...options,
      timeZone: 'UTC',
    });
    return formats[language].format(dateOf(day));
  };
}

/** "zaterdag 21 november 2026" */
export const dayInFull = inWords({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "zaterdag 21 november" */
export const dayInYear = inWords({ weekday: 'long', day: 'numeric', month: 'long' });

/** "za 21 nov" */
export const dayInShort = inWords({ weekday: 'short', day: 'numeric', month: 'short' });

/** "21 nov" */
export const dayAndMonth = inWords({ day: 'numeric', month: 'short' });

/** "za" */
export const weekdayInShort = inWords({ weekday: 'short' });

/** "zaterdag" */
export const weekdayInFull = inWords({ weekday: 'long' });

/** "november 2026" */
export const monthInFull = inWords({ month: 'long', year: 'numeric' });

/** "nov" */
export const monthInShort = inWords({ month: 'short' });

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
  return new Intl.RelativeTimeFormat(calendars[speech.language], { numeric: 'auto' }).format(
    days,
    'day',
  );
}
