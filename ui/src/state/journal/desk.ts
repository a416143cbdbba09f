/** What a part of an open journal needs of the whole: to say what it did, and to go elsewhere. */
import type { EntryId, OnlyReading, StartEntry } from '../../backend/contract';
import type { EntryState } from './entry.svelte';
import type { Route } from './routes';
import type { Said } from './said';

/** The open journal, as its parts see it. */
export interface Desk {
  /** Where the person is. */
  readonly route: Route;
  /** Why nothing can be written; none where it can. */
  readonly onlyReading: OnlyReading | null;
  /** Does something a person asked for; a failure is shown and never thrown further. */
  attempt(act: () => Promise<void>): Promise<void>;
  /** Says what was done. */
  say(said: Said | null): void;
  /** Goes to a screen. */
  go(to: Route, said?: Said | null): void;
  /** Starts an entry. */
  begin(start: StartEntry): Promise<void>;
  /** An entry to write on in it, with what of it is not on disk yet. Throws a failure. */
  toWriteOn(id: EntryId): Promise<EntryState>;
  /** Waits until every text is on disk. */
  settle(): Promise<void>;
}
