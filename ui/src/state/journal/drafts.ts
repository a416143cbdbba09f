/**
 * What was begun and not kept, for who looks elsewhere first.
 *
 * It is in no store and goes with the journal, so a draft never says of which entry it came.
 */
import type { EntryId } from '../../backend/contract';

/** On its own, beside an entry, or in the place of something that was kept. */
export type About = EntryId | 'new' | `change-${number}`;

/** Drafts of one kind. */
export class Drafts<Draft> {
  private readonly begun = new Map<About, Draft>();

  /** What was begun; none where nothing was. */
  of(about: About): Draft | null {
    return this.begun.get(about) ?? null;
  }

  /** Remembers what was begun; forgets it where there is nothing to remember. */
  put(about: About, draft: Draft | null): void {
    if (draft === null) this.begun.delete(about);
    else this.begun.set(about, draft);
  }
}
