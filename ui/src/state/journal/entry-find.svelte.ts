/** Looking for something in the entry that is read: where it stands, and which one is looked at. */
import type { Backend } from '../../backend/backend';
import type { EntryView, JournalCommands } from '../../backend/contract';
import { asksForWords } from './asks';
import { Finder } from './finder.svelte';
import type { Mark } from './marks';

const NO_MARKS: readonly Mark[] = [];

/** The find bar of an entry that is read. */
export class EntryFind extends Finder {
  /** The marks of each text. What stands where in a text depends on nothing but the text. */
  private byText = $state.raw<ReadonlyMap<string, readonly Mark[]>>(new Map());

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly view: EntryView,
    text: string | undefined,
  ) {
    super();
    // Whoever searched for what is not there has nothing to be shown here.
    if (text !== undefined && asksForWords(text)) {
      this.open = true;
      this.query = text;
      void this.ask();
    }
  }

  /** Where it stands in a text of this entry. */
  marks(text: string): readonly Mark[] {
    return this.open ? (this.byText.get(text) ?? NO_MARKS) : NO_MARKS;
  }

  protected async find(text: string): Promise<void> {
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
  }
}
