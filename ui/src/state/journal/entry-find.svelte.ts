/** Looking for something in the entry that is read: where it stands, and which one is looked at. */
import { toFailure, type Backend } from '../../backend/backend';
import type { EntryView, Failure, JournalCommands } from '../../backend/contract';
import type { Mark } from './marks';

const NO_MARKS: readonly Mark[] = [];

/** The find bar of an entry. */
export class EntryFind {
  /** Whether the bar is there. */
  open = $state(false);
  /** What stands in it. */
  query = $state('');
  /** Which match is looked at, from 0. */
  at = $state(0);
  /** Why nothing could be looked for. */
  failure = $state.raw<Failure | null>(null);
  /** Goes up each time the caret must come to the bar. */
  called = $state(0);

  /** The marks of each text. What stands where in a text depends on nothing but the text. */
  private byText = $state.raw<ReadonlyMap<string, readonly Mark[]>>(new Map());
  private loading = false;
  private changed = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly view: EntryView,
    text: string | undefined,
  ) {
    if (text !== undefined && text.trim() !== '') {
      this.open = true;
      this.query = text;
      void this.ask();
    }
  }

  /** Where it stands in a text of this entry. */
  marks(text: string): readonly Mark[] {
    return this.open ? (this.byText.get(text) ?? NO_MARKS) : NO_MARKS;
  }

  /** Opens the bar, or brings the caret back to it. */
  call(): void {
    this.open = true;
    this.called += 1;
    void this.ask();
  }

  /** Closes the bar; what stood in it is forgotten with the screen. */
  close(): void {
    this.open = false;
  }

  /** What is looked for changed. */
  type(text: string): void {
    this.query = text;
    this.at = 0;
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.changed = true;
    if (this.loading) return;
    this.loading = true;
    while (this.changed) {
      this.changed = false;
      const text = this.query;
      try {
        const { matches } =
          text.trim() === ''
            ? { matches: [] }
            : await this.backend.call('find_in_entry', { entry: this.view.entry, text });
        const byText = new Map<string, readonly Mark[]>();
        for (const { answer } of this.view.steps) {
          if (answer === null) continue;
          const marks = matches.filter((match) => match.answer === answer.answer);
          if (marks.length > 0) byText.set(answer.text, marks);
        }
        this.byText = byText;
        this.failure = null;
      } catch (thrown) {
        this.failure = toFailure(thrown);
      }
    }
    this.loading = false;
  }
}
