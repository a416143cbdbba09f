/** What is kept quiet in memory. */
import type { Day, EntryId, QuietPeriod } from './contract';
import { folded } from './fake-terms';

/** What of an entry decides whether it is quiet. */
interface Quietable {
  readonly id: EntryId;
  readonly day: Day;
  readonly contact: { readonly alias: string | null } | null;
}

/** What is kept quiet. */
export class FakeQuiet {
  readonly entries = new Set<EntryId>();
  /** Aliases, folded. */
  readonly aliases = new Set<string>();
  periods: QuietPeriod[] = [];

  /** Whether looking back leaves an entry out. */
  has({ id, day, contact }: Quietable): boolean {
    return (
      this.entries.has(id) ||
      (contact?.alias ? this.hasAlias(contact.alias) : false) ||
      this.periods.some(({ from, until }) => from <= day && day <= until)
    );
  }

  /** Whether an alias is quiet. */
  hasAlias(alias: string): boolean {
    return this.aliases.has(folded(alias));
  }
}
