/**
 * One entry while it is written: its fields, which of them is on screen, and how each reaches
 * the disk.
 *
 * An entry can be written in before the store knows it: a free page shows its field at once and
 * the text waits for the number. Nothing here ever deletes an entry, an empty one included; only
 * a person does that.
 */
import type { Backend } from '../../backend/backend';
import type {
  AnswerId,
  ContactView,
  Day,
  EntryId,
  EntryView,
  Form,
  JournalCommands,
  Moment,
  QuestionView,
  StartEntry,
  Step,
} from '../../backend/contract';
import type { Savable, SaveQueue } from './save-queue.svelte';

type Journal = Backend<JournalCommands>;

/** The element a key press came from, as far as we must know it. */
export interface TypedIn {
  /** What stands in it. */
  readonly value: string;
  /** Whether it is on the page. */
  readonly isConnected: boolean;
}

let lastKey = 0;

/** One page of an entry: a question with its answer, or free text. */
export class Field implements Savable {
  /** Tells one field from all others in this window, so that no textarea is used for two. */
  readonly key = `field-${(lastKey += 1)}`;
  /** The question; none for free text. */
  readonly question: QuestionView | null;
  /** What stands in the field. */
  text = $state('');
  /** When it was last saved. */
  savedAt = $state<Moment | null>(null);

  private answer: AnswerId | null;
  /** What is on disk. Whether a field is dirty follows from it, so a load cannot mark it so. */
  private stored: string;

  constructor(
    private readonly entry: EntryState,
    step: Step,
  ) {
    this.question = step.question;
    this.answer = step.answer?.answer ?? null;
    this.stored = step.answer?.text ?? '';
    this.text = this.stored;
    this.savedAt = step.answer?.savedAt ?? null;
  }

  get dirty(): boolean {
    return this.text !== this.stored;
  }

  /** Whether anything was ever kept here. */
  get written(): boolean {
    return this.answer !== null || this.text !== '';
  }

  /**
   * A key was pressed. WebKit's list of undo steps belongs to the page and not to a field: an
   * undo can write into an element that is no longer shown, and what it writes there is not
   * what the person sees. Such an event is ignored.
   */
  typed(source: TypedIn): void {
    if (!source.isConnected) return;
    // A textarea turns every line end into \n. That alone is no change.
    if (source.value === this.text.replaceAll(/\r\n?/g, '\n')) return;
    this.text = source.value;
    this.entry.queue.changed(this);
  }

  async save(): Promise<Moment> {
    const entry = await this.entry.created();
    // Taken after the wait, so that a save that waited for its entry brings the newest text.
    const text = this.text;
    const saved = await this.entry.backend.call('save_answer', {
      entry,
      answer: this.answer,
      question: this.question?.id ?? null,
      text: wellFormed(text),
    });
    this.answer = saved.answer;
    this.stored = text;
    this.savedAt = saved.savedAt;
    return saved.savedAt;
  }
}

/** Where an entry comes from. */
type Origin = { view: EntryView } | { start: StartEntry; day: Day };

/** An entry while it is written. */
export class EntryState {
  /** Its number; none before the store knows it. */
  id = $state<EntryId | null>(null);
  /** The contact it looks back on, if any. */
  contact = $state.raw<ContactView | null>(null);
  /** The day it belongs to. */
  day: Day;
  /** What it was made from. */
  readonly form: Form;
  /** Its pages, in order. */
  fields = $state.raw<Field[]>([]);
  /** Which page is on screen. */
  position = $state(0);

  private readonly start: StartEntry | null;
  private creating: Promise<EntryId> | null = null;

  constructor(
    readonly backend: Journal,
    readonly queue: SaveQueue,
    origin: Origin,
  ) {
    if ('view' in origin) {
      this.start = null;
      this.form = origin.view.form;
      this.day = origin.view.day;
      this.adopt(origin.view);
    } else {
      this.start = origin.start;
      this.form = origin.start.form;
      this.day = origin.day;
      this.contact = origin.start.contact;
      if (this.form === 'free-page')
        this.fields = [new Field(this, { question: null, answer: null })];
    }
  }

  /** The page on screen; none while the questions are on their way. */
  get field(): Field | null {
    return this.fields[this.position] ?? null;
  }

  /** Whether some of its text is not on disk yet. */
  get unsaved(): boolean {
    return this.fields.some((field) => field.dirty || this.queue.holds(field));
  }

  /** The entry's number; makes the entry when the store does not know it yet. */
  created(): Promise<EntryId> {
    if (this.id !== null) return Promise.resolve(this.id);
    this.creating ??= this.create().catch((thrown: unknown) => {
      // The next try starts afresh; the text waits in its field.
      this.creating = null;
      throw thrown;
    });
    return this.creating;
  }

  /** Whether there is a page before, or after, the one on screen. */
  canGo(step: -1 | 1): boolean {
    return this.fields[this.position + step] !== undefined;
  }

  /** Shows another page. What stands in the one left behind is saved at once. */
  goTo(position: number): void {
    if (this.fields[position] === undefined || position === this.position) return;
    this.position = position;
    this.saveNow();
  }

  /** Shows the free page; makes one when the entry has none. It is stored with its first word. */
  goToFreePage(): void {
    let position = this.fields.findIndex((field) => field.question === null);
    if (position < 0) {
      position = this.fields.length;
      this.fields = [...this.fields, new Field(this, { question: null, answer: null })];
    }
    this.goTo(position);
  }

  /** Saves what is open, without waiting. A failure shows in the queue's status. */
  saveNow(): void {
    this.queue.flush().catch(() => undefined);
  }

  private async create(): Promise<EntryId> {
    if (this.start === null) throw new Error('an entry without a number has a start');
    const view = await this.backend.call('start_entry', this.start);
    this.adopt(view);
    return view.entry;
  }

  /** Takes over what the store says, and nothing of what a person typed meanwhile. */
  private adopt(view: EntryView): void {
    this.id = view.entry;
    this.contact = view.contact;
    this.day = view.day;
    if (this.fields.length > 0) return;
    this.fields = view.steps.map((step) => new Field(this, step));
    const open = this.fields.findIndex((field) => !field.written);
    this.position = Math.max(0, open);
  }
}

/**
 * Half of an emoji can be left behind by an input method; JSON to Rust cannot carry it, and one
 * such character must not keep a whole answer from being saved.
 */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
