/** The search. What is typed is asked at once, one question at a time; nothing of it is kept. */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  EntryCursor,
  EntryId,
  Failure,
  FoundRow,
  JournalCommands,
  SearchFilters,
  SearchOrder,
} from '../../backend/contract';

/** Lets everything through. */
export const NO_FILTERS: SearchFilters = {
  from: null,
  until: null,
  kind: null,
  alias: null,
  theme: null,
  form: null,
  status: null,
};

/** What is looked for, and what was found. */
export class EntrySearch {
  /** What stands in the search field. */
  query = $state('');
  /** In which order hits come. */
  order = $state.raw<SearchOrder>('newest');
  /** Of which entries. */
  filters = $state.raw<SearchFilters>(NO_FILTERS);
  /** The hits so far. */
  rows = $state.raw<readonly FoundRow[]>([]);
  /** What the rows are an answer to; none while nothing is looked for. */
  answered = $state.raw<string | null>(null);
  /** How many answers there were that began at their first row. */
  answers = $state(0);
  /** Whether an answer is on its way. */
  loading = $state(false);
  /** Why there is no answer. */
  failure = $state.raw<Failure | null>(null);

  private next = $state.raw<EntryCursor | null>(null);
  private changed = false;
  /** Whether the next page could not be had: who scrolls on would ask for it for ever. */
  private stuck = $state(false);
  /** How many rows are asked for at least. */
  private keep = 0;
  private edition = 0;

  constructor(private readonly backend: Backend<JournalCommands>) {}

  /** Whether something is looked for. */
  get active(): boolean {
    return this.query.trim() !== '' || this.filtered;
  }

  /** Whether not every entry is let through. */
  get filtered(): boolean {
    return Object.values(this.filters).some((filter) => filter !== null);
  }

  /** Whether there are more hits to ask for. */
  get hasMore(): boolean {
    return this.next !== null && this.answered !== null;
  }

  /** Whether more come by themselves as one scrolls towards them. */
  get comesOn(): boolean {
    return this.hasMore && !this.stuck;
  }

  /** The search field changed. */
  type(text: string): void {
    this.query = text;
    void this.ask();
  }

  /** Looks through other entries. */
  filter(change: Partial<SearchFilters>): void {
    this.filters = { ...this.filters, ...change };
    void this.ask();
  }

  /** Puts hits in another order. */
  sort(order: SearchOrder): void {
    this.order = order;
    void this.ask();
  }

  /** Looks for something that was asked elsewhere, in all entries but for the filters given. */
  lookFor(text: string, filters: Partial<SearchFilters> = {}): void {
    this.order = 'newest';
    this.query = text;
    this.filters = { ...NO_FILTERS, ...filters };
    void this.ask();
  }

  /** Asks for what is looked for now. Only the last one typed is asked after the one under way. */
  async ask(): Promise<void> {
    this.keep = 0;
    await this.answer();
  }

  /** Asks anew for what is shown, as many rows of it as there were: something of it changed. */
  async again(): Promise<void> {
    if (this.answered === null) return;
    this.keep = this.rows.length;
    await this.answer();
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const after = this.next;
    const text = this.answered;
    if (after === null || text === null || this.loading) return;
    this.loading = true;
    const edition = this.edition;
    try {
      const page = await this.backend.call('search_entries', { ...this.asked(text), after });
      if (edition !== this.edition) return;
      if (!this.changed) {
        this.rows = [...this.rows, ...page.rows];
        this.next = page.next;
        this.failure = null;
      }
    } catch (thrown) {
      if (edition !== this.edition) return;
      this.failure = toFailure(thrown);
      this.stuck = true;
    }
    this.loading = false;
    if (this.changed) await this.answer();
  }

  /**
   * Takes a row away that is no longer there. Answers the row that one goes on with: the one after it,
   * or else the one before; none where it was no row here or the last one.
   */
  without(entry: EntryId): EntryId | undefined {
    const at = this.rows.findIndex(({ row }) => row.entry === entry);
    if (at < 0) return undefined;
    this.rows = this.rows.toSpliced(at, 1);
    return (this.rows[at] ?? this.rows.at(-1))?.row.entry;
  }

  /** Looks for nothing any more, and forgets what was found. */
  clear(): void {
    this.edition += 1;
    this.query = '';
    this.order = 'newest';
    this.filters = NO_FILTERS;
    this.rows = [];
    this.answered = null;
    this.next = null;
    this.failure = null;
    this.stuck = false;
    this.loading = false;
    this.changed = false;
    this.keep = 0;
  }

  /** Asks until nothing changed meanwhile. Answers to what is no longer asked are dropped. */
  private async answer(): Promise<void> {
    if (!this.active) {
      this.clear();
      return;
    }
    this.changed = true;
    if (this.loading) return;
    this.loading = true;
    const edition = this.edition;
    while (this.changed) {
      this.changed = false;
      const text = this.query.trim();
      const asked = this.asked(text);
      try {
        let page = await this.backend.call('search_entries', { ...asked, after: null });
        const rows = [...page.rows];
        while (rows.length < this.keep && page.next !== null && !this.changed) {
          page = await this.backend.call('search_entries', { ...asked, after: page.next });
          rows.push(...page.rows);
        }
        if (edition !== this.edition) return;
        if (this.changed) continue;
        this.rows = rows;
        this.next = page.next;
        this.answered = text;
        if (this.keep === 0) this.answers += 1;
        this.failure = null;
        this.stuck = false;
      } catch (thrown) {
        if (edition !== this.edition) return;
        this.failure = toFailure(thrown);
      }
    }
    this.loading = false;
  }

  private asked(text: string) {
    return { text, order: this.order, filters: this.filters };
  }
}
