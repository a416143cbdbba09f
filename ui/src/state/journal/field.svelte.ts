/**
 * One text of an entry on its way to the disk: the answer to a question, a free page, what is to
 * be tried, what came of it, how it was.
 *
 * Whether a field is dirty follows from what stands in it and what was stored, so that a load
 * cannot mark it so.
 */
import type { Backend } from '../../backend/backend';
import type {
  AnswerField,
  AnswerId,
  CellView,
  Day,
  EntryId,
  IntentionView,
  JournalCommands,
  Labelled,
  Moment,
  QuestionView,
  Returns,
  Step,
  StepField,
} from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';
import type { Savable, SaveQueue } from './save-queue.svelte';

/** The element a key press came from, as far as we must know it. */
export interface TypedIn {
  /** What stands in it. */
  readonly value: string;
  /** Whether it is on the page. */
  readonly isConnected: boolean;
}

/** What a field needs of the entry that it is part of. */
export interface FieldOwner {
  readonly backend: Backend<JournalCommands>;
  readonly queue: SaveQueue;
  /** The entry's number, once the store has given one. */
  created(): Promise<EntryId>;
}

/** What a field asks. */
export type FieldKind = StepField['kind'];

let lastKey = 0;

/** One text of an entry. */
export class Field implements Savable {
  /** Tells one field from all others in this window, so that no textarea is used for two. */
  readonly key = `field-${(lastKey += 1)}`;
  /** What it asks. */
  readonly kind: FieldKind;
  /** The handbook's question; none for a field without one. */
  readonly question: QuestionView | null;
  /** The question whose answer this one asks on from, by its id. */
  readonly follows: string | null;
  /** What the person wanted to try; for a field that asks what came of it. */
  readonly intention: IntentionView | null;
  /** The place in a sheet; none for a field elsewhere. */
  readonly cell: CellView | null;
  /** The day of a sheet that is looked back on; none for a field of anything else. */
  readonly lookBack: { lookBack: AnswerId | null; asks: string; due: Day } | null;
  /** The option that is chosen, in a cell that takes one. */
  option = $state<string | null>(null);
  /** What stands in the field. */
  text = $state('');
  /** The words of a question that the person asks himself. */
  ownQuestion = $state('');
  /** When an intention comes back. */
  returns = $state<Returns>('kind');
  /** When it was first saved. */
  writtenAt = $state<Moment | null>(null);
  /** When it was last saved. */
  savedAt = $state<Moment | null>(null);
  /** Whether the intention that is asked about was let go here. */
  letGo = $state(false);
  /** Whether the handbook turned out to have no other question for this place. */
  noOther = $state(false);

  private answer = $state<AnswerId | null>(null);
  private stored: string;
  private storedQuestion: string;
  private storedReturns: Returns;
  private storedOption: string | null;

  constructor(
    private readonly entry: FieldOwner,
    { field, answer }: Step,
  ) {
    this.kind = field.kind;
    this.question = field.kind === 'question' || field.kind === 'intention' ? field.question : null;
    this.follows = field.kind === 'question' ? field.follows : null;
    this.intention = field.kind === 'outcome' ? field.intention : null;
    this.cell = field.kind === 'cell' ? field.cell : null;
    this.option = this.storedOption = this.cell?.option ?? null;
    this.lookBack = field.kind === 'look-back' ? field : null;
    this.answer = answer?.answer ?? null;
    this.text = this.stored = answer?.text ?? '';
    this.writtenAt = answer?.writtenAt ?? null;
    this.savedAt = answer?.savedAt ?? null;
    // What we put there for want of words is no question of the person's.
    const own = field.kind === 'own' && field.question !== t('writing-own') ? field.question : '';
    this.ownQuestion = this.storedQuestion = own;
    this.returns = this.storedReturns = field.kind === 'intention' ? field.returns : 'kind';
  }

  /** The number of the answer; none before the store has one. */
  get id(): AnswerId | null {
    return this.answer;
  }

  get dirty(): boolean {
    if (this.text !== this.stored || this.ownQuestion !== this.storedQuestion) return true;
    if (this.option !== this.storedOption) return true;
    // When it comes back is kept with the words; without words there is nothing to come back.
    return this.returns !== this.storedReturns && this.answer !== null;
  }

  /** Whether anything was ever kept here, or stands here now. */
  get written(): boolean {
    return this.answer !== null || this.text !== '' || this.ownQuestion !== '';
  }

  /** Whether there are words in it. */
  get hasText(): boolean {
    return this.text.trim() !== '';
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

  /** Something else than a key put this here: a day, a row that comes back, the words of before. */
  put(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.entry.queue.changed(this);
  }

  /** Chooses an option of a sheet, or takes that back. */
  choose(option: Labelled | null): void {
    this.text = option?.label ?? '';
    this.option = option?.id ?? null;
    if (this.dirty) this.entry.queue.changed(this);
  }

  /** A key was pressed in the line of a question that the person asks himself. */
  asked(source: TypedIn): void {
    if (!source.isConnected || source.value === this.ownQuestion) return;
    this.ownQuestion = source.value;
    this.entry.queue.changed(this);
  }

  /** Chooses when the intention comes back. */
  comesBack(returns: Returns): void {
    this.returns = returns;
    if (this.dirty) this.entry.queue.changed(this);
  }

  async save(): Promise<Moment> {
    const entry = await this.entry.created();
    // Taken after the wait, so that a save that waited for its entry brings the newest text.
    const { text, ownQuestion, returns, option } = this;
    const saved = await this.entry.backend.call('save_answer', {
      entry,
      answer: this.answer,
      field: this.answered(),
      text: wellFormed(text),
    });
    this.answer = saved.answer;
    this.stored = text;
    this.storedQuestion = ownQuestion;
    this.storedReturns = returns;
    this.storedOption = option;
    this.writtenAt ??= saved.savedAt;
    this.savedAt = saved.savedAt;
    return saved.savedAt;
  }

  private answered(): AnswerField {
    switch (this.kind) {
      case 'outcome':
        return { kind: 'outcome', intention: this.intention?.intention ?? null };
      case 'question':
        return { kind: 'question', id: this.question?.id ?? '' };
      case 'own':
        return { kind: 'own', question: oneLine(this.ownQuestion) || t('writing-own') };
      case 'intention':
        return { kind: 'intention', returns: this.returns };
      case 'free':
      case 'feeling':
        return { kind: this.kind };
      case 'cell': {
        const { field = '', column = null, row = 0 } = this.cell ?? {};
        return { kind: 'cell', field, column, row, option: this.option };
      }
      case 'look-back': {
        const { lookBack = null, due = '' as Day } = this.lookBack ?? {};
        return { kind: 'look-back', lookBack, due };
      }
    }
  }
}

/** A question is one line: what a paste may bring along besides letters becomes a space. */
function oneLine(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/**
 * Half of an emoji can be left behind by an input method; JSON to Rust cannot carry it, and one
 * such character must not keep a whole answer from being saved.
 */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
