/** Back from reading an entry, to where one came from. */
import type { EntryId } from '../../backend/contract';
import type { OpenJournal } from './open-journal.svelte';
import type { Reading, Route } from './routes';

/** Goes back to the screen that one came from, as it is now. */
export async function backFrom(journal: OpenJournal, { view, from }: Reading): Promise<void> {
  if (from?.name === 'alias') await journal.aliasPages.open(from.view.alias, from.from);
  else journal.go(from ?? { name: 'entries', search: false, from: view.entry });
  if (from?.name === 'look-over') await journal.lookOver.lookAgain(view.entry);
}

/** Puts the entry that is read in the bin, and goes back. */
export async function binFrom(journal: OpenJournal, { view, from }: Reading): Promise<void> {
  await journal.putInBin(view.entry, without(view.entry, from));
  if (from?.name === 'look-over') await journal.lookOver.lookAgain(view.entry);
}

/** The screen to go back to when an entry is gone; what that screen was opened with may show it. */
function without(entry: EntryId, from: Route | undefined): Route | undefined {
  if (from?.name === 'alias') return undefined;
  if (from?.name === 'looking-back') return { ...from, at: undefined };
  if (from?.name !== 'sheet-versions') return from;
  return { ...from, sheets: from.sheets.filter((sheet) => sheet.entry !== entry) };
}
