/** What was to be tried and what became of it, and the days at which one looks back. */
import type { Backend } from '../../backend/backend';
import type {
  AnswerId,
  Day,
  JournalCommands,
  LookBackView,
  TriedRow,
} from '../../backend/contract';
import type { Desk } from './desk';
import type { EntryState } from './entry.svelte';
import type { Route } from './routes';

/** What was to be tried. A late answer to an old question is dropped. */
export class Tried {
  /** Days at which one looks back, the earliest first. */
  lookBacks = $state.raw<readonly LookBackView[]>([]);
  /** What was to be tried, the latest first; none before it was asked for. */
  rows = $state.raw<readonly TriedRow[] | null>(null);
  /** Where the next page of it starts; none at the end. */
  private next = $state.raw<AnswerId | null>(null);

  private asked = 0;
  private pages = 0;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    first: readonly LookBackView[],
  ) {
    this.lookBacks = first;
  }

  /** Whether there is more of what was to be tried. */
  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Those whose day has come. */
  due(today: Day): LookBackView[] {
    return this.lookBacks.filter(({ due }) => due <= today);
  }

  /** Those still to come. */
  toCome(today: Day): LookBackView[] {
    return this.lookBacks.filter(({ due }) => due > today);
  }

  /** Asks for both. */
  async load(): Promise<void> {
    const mine = (this.pages += 1);
    await this.desk.attempt(async () => {
      const { rows, next } = await this.backend.call('list_tried', { after: null });
      if (mine !== this.pages) return;
      this.rows = rows;
      this.next = next;
    });
    await this.refresh();
  }

  /** Asks for the next page. */
  async more(): Promise<void> {
    const after = this.next;
    if (after === null) return;
    const mine = (this.pages += 1);
    await this.desk.attempt(async () => {
      const { rows, next } = await this.backend.call('list_tried', { after });
      if (mine !== this.pages) return;
      this.rows = [...(this.rows ?? []), ...rows];
      this.next = next;
    });
  }

  /** Asks for the look-backs anew. A failure leaves what is shown, which was true a moment ago. */
  async refresh(): Promise<void> {
    if (this.gone) return;
    const mine = (this.asked += 1);
    try {
      const { lookBacks } = await this.backend.call('list_look_backs', null);
      if (mine === this.asked) this.lookBacks = lookBacks;
    } catch {
      // Nobody asked for this; the next visit asks again.
    }
  }

  /** Opens the screen of one look-back; from there one goes back to where one is now. */
  async open(lookBack: LookBackView): Promise<void> {
    if (this.desk.onlyReading) return;
    const from = this.desk.route;
    await this.desk.attempt(async () => {
      const entry = await this.desk.toWriteOn(lookBack.entry);
      if (this.desk.route === from) this.desk.go({ name: 'look-back', lookBack, entry, from });
    });
  }

  /** Puts a look-back off to another day, and goes back. What was written about it stays. */
  later(lookBack: LookBackView, entry: EntryState, day: Day, to: Route): void {
    const field = entry.sheet?.dayOf(lookBack);
    if (!field || this.desk.onlyReading) return;
    field.put(day);
    // Until the day is on disk the list of before would still show it.
    this.lookBacks = this.lookBacks.map((other) =>
      other.lookBack === lookBack.lookBack ? { ...other, due: day } : other,
    );
    this.desk.go(to, { kind: 'look-back-later', day });
  }

  /** Lets a look-back rest: it no longer comes back. What was written stays in its sheet. */
  async letGo(lookBack: LookBackView, to?: Route): Promise<void> {
    if (this.desk.onlyReading) return;
    const from = this.desk.route;
    await this.desk.attempt(async () => {
      await this.backend.call('let_go_look_back', { lookBack: lookBack.lookBack, letGo: true });
      this.lookBacks = this.lookBacks.filter((other) => other.lookBack !== lookBack.lookBack);
      const said = { kind: 'look-back-let-go', lookBack } as const;
      if (to && this.desk.route === from) this.desk.go(to, said);
      else this.desk.say(said);
      await this.refresh();
    });
  }

  /** Takes back that a look-back was let go. */
  async keepAfterAll({ lookBack }: LookBackView): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      await this.backend.call('let_go_look_back', { lookBack, letGo: false });
      this.desk.say(null);
      await this.refresh();
    });
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.gone = true;
    this.asked += 1;
    this.pages += 1;
  }
}
