/** Back from reading an entry, to where one came from. */
import type { OpenJournal } from './open-journal.svelte';
import type { Reading } from './routes';

/** Goes back to the screen that one came from, as it is now. */
export async function backFrom(journal: OpenJournal, { view, from }: Reading): Promise<void> {
  if (from?.name === 'alias') await journal.aliasPages.open(from.view.alias, from.from);
  else journal.go(from ?? { name: 'entries', search: false, from: view.entry });
  if (from?.name === 'look-over') await journal.lookOver.lookAgain(view.entry);
}

/** Puts the entry that is read in the bin, and goes back. */
export async function binFrom(journal: OpenJournal, { view, from }: Reading): Promise<void> {
  // The page of an alias would still show it.
  await journal.putInBin(view.entry, from?.name === 'alias' ? undefined : from);
  if (from?.name === 'look-over') await journal.lookOver.lookAgain(view.entry);
}
