/** When an entry in memory goes, by the rules of the journal. Pure; days only. */
import type { Day, Going, GoingReason } from './contract';
import type { StoredEntry } from './fake-store';

/** What the rules need to know besides the entry. */
export interface Terms {
  /** Every entry, those in the bin too. */
  readonly entries: Iterable<StoredEntry>;
  /** When the work with an alias was closed, by its folded name. */
  readonly closed: ReadonlyMap<string, Day>;
  /** Days after the last contact. */
  readonly term: number;
  readonly today: Day;
}

/** Days between telling that an entry goes and its going. */
export const WEEK = 7;
const AFTER_CLOSING = 30;
const YEARS = 2;

/** A name as names are compared. */
export function folded(alias: string): string {
  return alias.trim().toLocaleLowerCase();
}

/** So many days later. */
export function plusDays(day: Day, days: number): Day {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10) as Day;
}

/** So many years later. */
export function plusYears(day: Day, years: number): Day {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return at.toISOString().slice(0, 10) as Day;
}

/** The longest an entry may be kept that ever had an alias. */
export function keptUntil(startedAt: string): Day {
  return plusYears(startedAt.slice(0, 10) as Day, YEARS);
}

/** The day of the last contact with an alias, not later than today; none where there was none. */
export function lastContact(alias: string, { entries, today }: Terms): Day | null {
  let last: Day | null = null;
  for (const { contact, binnedAt } of entries) {
    if (binnedAt !== null || !contact?.alias || folded(contact.alias) !== folded(alias)) continue;
    const day = contact.day < today ? contact.day : today;
    if (last === null || day > last) last = day;
  }
  return last;
}

/** When an entry goes by its term alone; none where it stays. */
export function dueOn(entry: StoredEntry, terms: Terms): Going | null {
  const days: [Day, GoingReason][] = [];
  if (entry.keepUntil !== null) days.push([entry.keepUntil, 'two-years']);
  const alias = entry.contact?.alias;
  if (alias) {
    const last = lastContact(alias, terms);
    if (last !== null) days.push([plusDays(last, terms.term), 'term']);
    const closed = terms.closed.get(folded(alias));
    if (closed !== undefined) days.push([plusDays(closed, AFTER_CLOSING), 'closed']);
  }
  const [first] = days.toSorted(([a], [b]) => a.localeCompare(b));
  return first ? { day: first[0], why: first[1] } : null;
}

/** When an entry goes: never before a week after it was first told. */
export function goingOf(entry: StoredEntry, terms: Terms): Going | null {
  const due = dueOn(entry, terms);
  if (due === null || due.day > plusDays(terms.today, WEEK)) return due;
  const told = plusDays(entry.announcedOn ?? terms.today, WEEK);
  return told > due.day ? { ...due, day: told } : due;
}
