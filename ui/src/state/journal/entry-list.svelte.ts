/** The list of entries and the search in it. A late answer to an old question is dropped. */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  EntryCursor,
  EntryId,
  EntryPage,
  EntryRow,
  Failure,
  JournalCommands,
} from '../../backend/contract';
import type { Clock } from './clock';

/** Milliseconds of rest in the search field before the store is asked. */
export const SEARCH_REST = 200;

/** Entries, newest first: all of them, or those that hold the words searched for. */
export class EntryList {
  /** The rows so far. */
  rows = $state.raw<EntryRow[]>([]);
  /** What stands in the search field. */
  query = $state('');
  /** What the rows are an answer to; empty for all entries. */
  answered = $state('');
  /** Whether an answer is on its way. */
  loading = $state(false);
  /** Why there is no answer. */
  failure = $state.raw<Failure | null>(null);

  private next = $state.raw<EntryCursor | null>(null);
  private asked = 0;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
    first: EntryPage,
  ) {
    this.rows = first.rows;
    this.next = first.next;
  }

  /** Whether there are older rows to ask for. */
  get hasMore(): boolean {
    return this.next !== null && this.answered === '';
  }

  /** Whether a search found more than is shown; older ones are found with more words. */
  get cutOff(): boolean {
    return this.next !== null && this.answered !== '';
  }

  /** Asks anew for what the search field holds. */
  async refresh(): Promise<void> {
    this.stopTimer();
    const text = this.query.trim();
    await this.ask(
      text === ''
        ? () => this.backend.call('list_entries', { after: null })
        : () => this.found(text),
      (page) => {
        this.rows = page.rows;
        this.next = page.next;
        this.answered = text;
      },
    );
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const after = this.next;
    if (after === null || this.loading || !this.hasMore) return;
    await this.ask(
      () => this.backend.call('list_entries', { after }),
      (page) => {
        this.rows = [...this.rows, ...page.rows];
        this.next = page.next;
      },
    );
  }

  /** The search field changed; asks after a short rest. Nothing of it is kept. */
  search(text: string): void {
    this.query = text;
    this.stopTimer();
    this.stopTimer = this.clock.after(SEARCH_REST, () => void this.refresh());
  }

  /** Takes a row away that is no longer there. */
  without(entry: EntryId): void {
    this.rows = this.rows.filter((row) => row.entry !== entry);
  }

  /** Stops what was going to be asked. */
  stop(): void {
    this.stopTimer();
    this.asked += 1;
  }

  private async found(text: string): Promise<EntryPage> {
    const page = await this.backend.call('search_entries', {
      text,
      order: 'newest',
      filters: {
        from: null,
        until: null,
        kind: null,
        alias: null,
        theme: null,
        form: null,
        status: null,
      },
      after: null,
    });
    return { rows: page.rows.map(({ row }) => row), next: page.next };
  }

  private async ask(
    question: () => Promise<EntryPage>,
    answered: (page: EntryPage) => void,
  ): Promise<void> {
    const mine = (this.asked += 1);
    this.loading = true;
    try {
      const page = await question();
      if (mine !== this.asked) return;
      answered(page);
      this.failure = null;
    } catch (thrown) {
      if (mine !== this.asked) return;
      this.failure = toFailure(thrown);
    }
    this.loading = false;
  }
}
