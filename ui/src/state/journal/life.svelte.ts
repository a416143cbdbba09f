/**
 * What goes by itself, and the question of the year: what Today tells of short life.
 *
 * Asking is what starts the week in which an entry stands there, so it is asked only while Today
 * is on screen. A late answer to an old question is dropped.
 */
import type { Backend } from '../../backend/backend';
import type { EntryId, JournalCommands, LeavingRow, YearlyQuestion } from '../../backend/contract';
import type { Bin } from './bin.svelte';
import type { Desk } from './desk';
import type { Route } from './routes';

/** Short life, as Today shows it. */
export class Life {
  /** What goes within a week, the first to go first. */
  leaving = $state.raw<readonly LeavingRow[]>([]);
  /** What is asked once a year; nothing while there is nothing to ask. */
  yearly = $state.raw<YearlyQuestion | null>(null);

  private asked = 0;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    private readonly bin: Bin,
  ) {}

  /** Today is on screen: what does it have to tell? */
  async visit(): Promise<void> {
    if (this.gone || this.desk.onlyReading || this.desk.route.name !== 'today') return;
    const mine = (this.asked += 1);
    try {
      const [leaving, yearly] = await Promise.all([
        this.backend.call('list_leaving', null),
        this.backend.call('yearly_question', null),
      ]);
      if (mine !== this.asked) return;
      this.leaving = leaving.rows;
      this.yearly = yearly.rows.length > 0 ? yearly : null;
    } catch {
      // What was not told has not begun to go; the next visit asks again.
    }
  }

  /** Opens the page on which the lesson of an entry is kept; from there one goes back as given. */
  async open(leaving: LeavingRow, back?: Route): Promise<void> {
    const from = this.desk.route;
    await this.desk.attempt(async () => {
      const { entry } = leaving.row;
      await this.desk.settle();
      const [view] = await Promise.all([
        this.backend.call('read_entry', { entry }),
        this.bin.load(),
      ]);
      if (this.desk.route === from) this.desk.go({ name: 'lesson', leaving, view, from: back });
    });
    // Where it could not be opened, what stands there may be gone.
    if (this.desk.route === from) await this.visit();
  }

  /** Keeps the lesson as a rule of thumb; the entry goes as it would. Answers whether it was kept. */
  async keepLesson(text: string): Promise<boolean> {
    const { route } = this.desk;
    let kept = false;
    await this.desk.attempt(async () => {
      await this.backend.call('keep_rule', { text });
      kept = true;
      const back = route.name === 'lesson' ? route.from : undefined;
      if (this.desk.route === route)
        this.desk.go(back ?? { name: 'today' }, { kind: 'lesson-kept' });
      else this.desk.say({ kind: 'rule-kept' });
    });
    return kept;
  }

  /** Erases an entry without the day in the bin, from the backups too where that is asked. */
  async eraseNow(entry: EntryId, everywhere: boolean): Promise<void> {
    if (this.desk.onlyReading || this.bin.erasingEverywhere) return;
    await this.desk.attempt(async () => {
      await this.desk.settle();
      await this.backend.call('delete_entry', { entry });
      if (everywhere) {
        const erased = await this.bin.eraseEverywhere(entry);
        this.desk.go({ name: 'today' }, { kind: 'erased-everywhere', erased });
      } else {
        await this.bin.erase(entry);
        this.desk.go({ name: 'today' }, { kind: 'erased' });
      }
    });
  }

  /** Keeps what was asked about for another year. */
  async keepAnotherYear(): Promise<void> {
    await this.desk.attempt(async () => {
      await this.backend.call('keep_another_year', null);
      this.yearly = null;
      this.desk.say({ kind: 'kept-a-year' });
    });
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.gone = true;
    this.asked += 1;
  }
}
