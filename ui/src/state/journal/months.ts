/** Months of the calendar. Pure. */
import type { Day, Month } from '../../backend/contract';

/** Days of a month in which one still looks back on the one before it. */
const STILL_LAST_MONTH = 7;

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The first day of a month, for its name. */
export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

/** So many months earlier. */
export function monthsEarlier(month: Month, months: number): Month {
  const at = new Date(`${month}-15T12:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 7) as Month;
}

/** The month that one looks back on at a day: in its first week that is the one before. */
export function monthToLookBackOn(day: Day): Month {
  const month = monthOf(day);
  return Number(day.slice(8)) <= STILL_LAST_MONTH ? monthsEarlier(month, 1) : month;
}

/** The month of a day and so many before it, the newest first. */
export function monthsUntil(day: Day, many: number): Month[] {
  return Array.from({ length: many }, (_, back) => monthsEarlier(monthOf(day), back));
}
