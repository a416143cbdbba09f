/** The contacts with one alias in time: where they stand on a line, and what that says. Pure. */
import type { ContactView, Day } from '../../backend/contract';
import type { LineMark } from '../../components/chart/days';
import { dayInFull, monthInShort } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';
import { firstDayOf, monthOf, monthsEarlier } from './months';

/** Days without a contact that are worth a word. */
const LONG = 42;

/** A line of more months than these has the names of years: those of months would come again and again. */
const MOST_MONTHS = 24;

/** A line of days. */
export interface ContactLine {
  /** The days of contacts, each so many after the line begins; the first first. */
  readonly days: readonly number[];
  readonly marks: readonly LineMark[];
  readonly length: number;
}

/** The contacts on a line of whole months; none where there is only one day, which is no line. */
export function contactLine(contacts: readonly ContactView[]): ContactLine | null {
  const days = daysOf(contacts);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const begin = firstDayOf(monthOf(first));
  const end = monthsEarlier(monthOf(last), -1);
  const months: Day[] = [];
  for (let month = monthOf(first); month < end; month = monthsEarlier(month, -1)) {
    months.push(firstDayOf(month));
  }
  const [named, name] =
    months.length > MOST_MONTHS
      ? [months.filter((day) => day.endsWith('-01-01')), yearOf]
      : [months, monthInShort];
  return {
    days: days.map((day) => daysBetween(begin, day)),
    marks: named.map((day) => ({ begins: daysBetween(begin, day), name: name(day) })),
    length: daysBetween(begin, firstDayOf(end)),
  };
}

/** What the line shows, a sentence each: from when to when, and a long time in which there was none. */
export function contactsInWords(contacts: readonly ContactView[]): string[] {
  const days = daysOf(contacts);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [t('alias-contacts-none')];
  if (first === last) return [t('alias-contacts-one', { day: dayInFull(first) })];
  const span = t('alias-contacts-span', { first: dayInFull(first), last: dayInFull(last) });
  const gaps = days
    .slice(1)
    .map((until, at) => ({ from: days[at] ?? until, until }))
    .toSorted((a, b) => daysBetween(b.from, b.until) - daysBetween(a.from, a.until));
  const [gap] = gaps;
  return gap !== undefined && daysBetween(gap.from, gap.until) > LONG
    ? [span, t('alias-contacts-gap', { from: dayInFull(gap.from), until: dayInFull(gap.until) })]
    : [span];
}

function daysOf(contacts: readonly ContactView[]): Day[] {
  return [...new Set(contacts.map(({ day }) => day))].toSorted();
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
