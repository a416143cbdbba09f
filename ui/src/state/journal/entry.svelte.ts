/**
 * One entry while it is written: its pages, which of them is on screen, and how each text reaches
 * the disk.
 *
 * An entry can be written in before the store knows it: a free page shows its field at once and
 * the text waits for the number. Nothing here ever deletes an entry, an empty one included; only
 * a person does that.
 */
import type { Backend } from '../../backend/backend';
import type {
  ContactView,
  Day,
  EntryId,
  EntryView,
  Form,
  JournalCommands,
  Moment,
  PreparedView,
  QuestionView,
  StartEntry,
  Step,
  StepField,
} from '../../backend/contract';
import { dayOf } from '../../i18n/dates';
import { Field, type FieldOwner } from './field.svelte';
import { pagesOf, pageToOpen, type Page } from './pages';
import type { SaveQueue } from './save-queue.svelte';
import { Sheet } from './sheet.svelte';

type Journal = Backend<JournalCommands>;

/** Where an entry comes from. */
type Origin = { view: EntryView } | { start: StartEntry };

const empty = (field: StepField): Step => ({ field, answer: null });

/** An entry while it is written. */
export class EntryState implements FieldOwner {
  /** Its number; none before the store knows it. */
  id = $state<EntryId | null>(null);
  /** The contact it looks back on, if any. */
  contact = $state.raw<ContactView | null>(null);
  /** When it was started; none before the store knows it. */
  startedAt = $state<Moment | null>(null);
  /** The day it belongs to. */
  day: Day;
  /** What it was made from. */
  readonly form: Form;
  /** Its texts, in order, those included that are not shown yet. */
  fields = $state.raw<Field[]>([]);
  /** What is filled in, for an entry that is a sheet. */
  sheet = $state.raw<Sheet | null>(null);
  /** What was written before the contact, if anything. */
  prepared = $state.raw<PreparedView | null>(null);
  /** Its pages as they are shown. */
  readonly pages: readonly Page[] = $derived(pagesOf(this.fields, this.sheet?.fields));
  /** The page on screen; none while the questions are on their way. */
  readonly page: Page | null = $derived(
    this.pages.find(({ key }) => key === this.current) ?? this.pages[0] ?? null,
  );
  /** The place of that page among those that are shown, from 0. */
  readonly position: number = $derived(this.page === null ? 0 : this.pages.indexOf(this.page));
  /** Whether the handbook had nothing to ask about this contact in the time there is. */
  readonly withoutQuestions: boolean = $derived.by(
    () =>
      this.form === 'guide' &&
      this.id !== null &&
      !this.fields.some(({ kind }) => kind === 'question'),
  );

  /** Whether it is made to be taken to others, so that it holds nobody, by no alias either. */
  readonly forOthers: boolean = $derived(this.sheet?.form?.personFree ?? false);

  private current = $state<string | null>(null);
  private readonly start: StartEntry | null;
  private creating: Promise<EntryId> | null = null;

  constructor(
    readonly backend: Journal,
    readonly queue: SaveQueue,
    private readonly today: () => Day,
    origin: Origin,
  ) {
    if ('view' in origin) {
      this.start = null;
      this.form = origin.view.form;
      this.day = origin.view.day;
      this.adopt(origin.view);
    } else {
      const { start } = origin;
      this.start = start;
      this.form = start.form;
      this.day = start.contact?.day ?? today();
      this.contact = start.contact;
      if (this.form === 'free-page') this.fields = [new Field(this, empty({ kind: 'free' }))];
    }
  }

  /** The field of the page on screen; on the closing page the intention. */
  get field(): Field | null {
    return this.page?.field ?? null;
  }

  /** Whether it was started just now, and not opened to go on with it. */
  get fresh(): boolean {
    return this.start !== null;
  }

  /** Whether some of its text is not on disk yet. */
  get unsaved(): boolean {
    return this.all.some((field) => field.dirty || this.queue.holds(field));
  }

  /** Everything that can be written in it. */
  get all(): readonly Field[] {
    return this.sheet ? [...this.sheet.fields, ...this.fields] : this.fields;
  }

  /** What is to be tried next time, where the entry asks for it. */
  get intention(): Field | null {
    return this.fields.find(({ kind }) => kind === 'intention') ?? null;
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

  /** Whether a text is written on a later day than the entry was started, or would be now. */
  isLater(field: Field): boolean {
    if (this.startedAt === null) return false;
    const written = field.writtenAt === null ? this.today() : dayOf(field.writtenAt);
    return written > dayOf(this.startedAt);
  }

  /** Whether a text was first written today, or not at all yet. */
  isForToday(field: Field): boolean {
    return field.writtenAt === null || dayOf(field.writtenAt) === this.today();
  }

  /** Whether there is a page before, or after, the one on screen. */
  canGo(step: -1 | 1): boolean {
    return this.pages[this.position + step] !== undefined;
  }

  /** Shows another page. What stands in the one left behind is saved at once. */
  goTo(position: number): void {
    const page = this.pages[position];
    if (page) this.show(page.key);
  }

  /** Goes a page back or on; answers whether there was one. */
  step(by: -1 | 1): boolean {
    const page = this.pages[this.position + by];
    if (page) this.show(page.key);
    return page !== undefined;
  }

  /**
   * Shows the free page of today; makes one when the entry has none. It is stored with its first
   * word.
   */
  goToFreePage(): void {
    const known = this.fields.find((field) => field.kind === 'free' && this.isForToday(field));
    this.show((known ?? this.insert({ kind: 'free' }, null)).key);
  }

  /**
   * Shows a page for a question of the person's own, right after the page on screen. One that is
   * still blank is taken again, so that blank pages do not pile up.
   */
  askOwnQuestion(): void {
    const blank = this.fields.find((field) => field.kind === 'own' && !field.written);
    this.show((blank ?? this.insert({ kind: 'own', question: '' }, this.field)).key);
  }

  /**
   * Puts another question in the place of one that nobody wrote in. Answers whether it did: what
   * was typed meanwhile stays where it is.
   */
  replace(field: Field, question: QuestionView): boolean {
    const at = this.fields.indexOf(field);
    if (at < 0 || field.written) return false;
    const other = new Field(this, empty({ kind: 'question', question, follows: null }));
    if (this.field === field) this.current = other.key;
    // What asks on from the one that goes, goes with it.
    const goes = ({ written, follows }: Field): boolean =>
      !written && follows !== null && follows === field.question?.id;
    this.fields = this.fields.with(at, other).filter((known) => !goes(known));
    return true;
  }

  /**
   * Takes the words of an intention that came back for the one of now, or takes that back. What a
   * person wrote there himself is never written over. Answers whether it could.
   */
  tryAgain({ intention: before }: Field, again = true): boolean {
    const { intention } = this;
    if (before === null || intention === null) return false;
    if (intention.hasText && intention.text !== before.text) return false;
    intention.put(again ? before.text : '');
    return true;
  }

  /** Shows the closing page, if there is one. */
  goToClosing(): void {
    const { intention } = this;
    if (intention) this.show(intention.key);
  }

  /** Saves what is open, without waiting. A failure shows in the queue's status. */
  saveNow(): void {
    this.queue.flush().catch(() => undefined);
  }

  private show(key: string): void {
    const before = this.field;
    if (this.page?.key === key) return;
    this.current = key;
    // Whoever leaves a question of his own blank changed his mind; nothing of it is left.
    if (before?.kind === 'own' && !before.written)
      this.fields = this.fields.filter((field) => field !== before);
    this.saveNow();
  }

  /** Adds a field after another one, or else as the last before the closing page. */
  private insert(asks: StepField, after: Field | null): Field {
    const field = new Field(this, empty(asks));
    const closing = this.fields.findIndex(({ kind }) => kind === 'intention');
    const last = closing < 0 ? this.fields.length : closing;
    const at = after === null ? last : Math.min(this.fields.indexOf(after) + 1, last);
    this.fields = this.fields.toSpliced(at, 0, field);
    return field;
  }

  private async create(): Promise<EntryId> {
    if (this.start === null) throw new Error('an entry without a number has a start');
    const view = await this.backend.call('start_entry', this.start);
    this.adopt(view);
    return view.entry;
  }

  /** Takes over what the store says, and nothing of what a person typed meanwhile. */
  private adopt(view: EntryView): void {
    this.contact = view.contact;
    this.day = view.day;
    this.startedAt = view.startedAt;
    this.prepared = view.prepared;
    if (view.sheet) this.sheet ??= new Sheet(this, view.sheet, view.steps);
    const known = new Set(this.fields.map(({ kind }) => kind));
    const coming = view.steps.filter(
      ({ field: { kind } }) => !known.has(kind) && kind !== 'cell' && kind !== 'look-back',
    );
    const begun = this.fields.length > 0;
    this.fields = [...this.fields, ...coming.map((step) => new Field(this, step))];
    // Where the handbook has no question, there is a page to write on all the same.
    const body =
      this.fields.some(({ kind }) => kind === 'question' || kind === 'free') ||
      (this.sheet?.fields.length ?? 0) > 0;
    if (!body && !this.fields.some(({ kind }) => kind === 'own'))
      this.insert({ kind: 'free' }, null);
    this.id = view.entry;
    this.current = (begun ? this.page : pageToOpen(this.pages))?.key ?? null;
  }
}
