/** The entries beside the one that is read: among what was found, or else in the list. */
import type { EntryId, EntryRow } from '../../backend/contract';
import type { EntrySearch } from './entry-search.svelte';
import type { MonthList } from './month-list.svelte';

/** Where entries stand beside each other. */
interface Lists {
  readonly months: MonthList;
  readonly search: EntrySearch;
}

/** Whether there is an entry beside one: the older one (-1) or the newer one (1). */
export function hasBeside({ months, search }: Lists, entry: EntryId, by: -1 | 1): boolean {
  const at = search.rows.findIndex(({ row }) => row.entry === entry);
  if (at < 0) return months.hasBeside(entry, by);
  return search.rows[at - by] !== undefined || (by < 0 && search.hasMore);
}

/** The row beside an entry; none at either end. Throws a failure. */
export async function beside(
  { months, search }: Lists,
  entry: EntryId,
  by: -1 | 1,
): Promise<EntryRow | null> {
  const at = search.rows.findIndex(({ row }) => row.entry === entry);
  if (at < 0) return months.beside(entry, by);
  if (search.rows[at - by] === undefined && by < 0) await search.more();
  return search.rows[at - by]?.row ?? null;
}
