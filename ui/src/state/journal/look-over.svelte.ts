/**
 * Looking over everything for what points at a person: part by part, so that it can be stopped.
 *
 * It is a list of pages to read again, and never a sum of them.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  AliasRow,
  CheckedRow,
  EntryCursor,
  EntryId,
  Failure,
  JournalCommands,
} from '../../backend/contract';

/** How far the looking is. */
export type Looking = 'not-yet' | 'looking' | 'stopped' | 'done';

/** What was found in entries and aliases. */
export class LookOver {
  /** How far it is. */
  looking = $state<Looking>('not-yet');
  /** Entries in which something points at a person, newest first. */
  rows = $state.raw<readonly CheckedRow[]>([]);
  /** Aliases that look like the name of a person. */
  aliases = $state.raw<readonly AliasRow[]>([]);
  /** Why it went no further. */
  failure = $state.raw<Failure | null>(null);

  private next: EntryCursor | null = null;
  private turn = 0;

  constructor(private readonly backend: Backend<JournalCommands>) {}

  /** Begins anew. */
  start(): Promise<void> {
    this.rows = [];
    this.aliases = [];
    this.next = null;
    return this.run(true);
  }

  /** Goes on where it was stopped. */
  goOn(): Promise<void> {
    return this.looking === 'stopped' ? this.run(this.next === null) : Promise.resolve();
  }

  /** Stops after the part that is looked over now; what was found stays. */
  stop(): void {
    this.turn += 1;
    if (this.looking === 'looking') this.looking = 'stopped';
  }

  /** Somebody was at an entry: what still stands in it? */
  async lookAgain(entry: EntryId): Promise<void> {
    const known = this.rows.find(({ row }) => row.entry === entry);
    if (known === undefined) return;
    try {
      const { kinds } = await this.backend.call('mirror_entry', { entry });
      this.rows = this.rows.flatMap((row) =>
        row.row.entry !== entry ? [row] : kinds.length > 0 ? [{ ...row, kinds }] : [],
      );
    } catch (thrown) {
      const { code } = toFailure(thrown);
      if (code === 'entry-gone' || code === 'entry-in-bin')
        this.rows = this.rows.filter(({ row }) => row.entry !== entry);
    }
  }

  private async run(fromTheTop: boolean): Promise<void> {
    const mine = (this.turn += 1);
    this.looking = 'looking';
    this.failure = null;
    try {
      if (fromTheTop) {
        const { rows } = await this.backend.call('list_alias_rows', null);
        if (mine !== this.turn) return;
        this.aliases = rows.filter(({ judgement }) => judgement.pointsAtPerson);
      }
      do {
        const part = await this.backend.call('check_entries', { after: this.next });
        if (mine !== this.turn) return;
        this.rows = [...this.rows, ...part.rows];
        this.next = part.next;
      } while (this.next !== null);
      this.looking = 'done';
    } catch (thrown) {
      if (mine !== this.turn) return;
      this.failure = toFailure(thrown);
      this.looking = 'stopped';
    }
  }
}
