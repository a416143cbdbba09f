/** What the `journal` role in memory holds. */
import type {
  AnswerField,
  AnswerId,
  CellView,
  ContactKind,
  ContactView,
  Day,
  EntryId,
  EntryPage,
  EntryRow,
  EntryStatus,
  EntryView,
  Failure,
  Form,
  FormKey,
  FormView,
  HouseRules,
  IntentionView,
  Moment,
  Opened,
  QuestionView,
  Settings,
  ShellEvent,
  Sitting,
  StartEntry,
  Step,
  StepField,
  StoreCheck,
} from './contract';
import { kindsIn, type Specimen } from './fake-content';
import { fakeForms, formView, type FakeForm } from './fake-forms';
import type { FakeJournalOptions } from './fake-options';
import { FakeQuiet } from './fake-quiet';
import { cellFor, lookBacksIn, preparedFor, preparedView, stepsOf } from './fake-sheets';
import { folded, goingOf, keptUntil, type Terms } from './fake-terms';
import { anotherFor, chosenFor, followedBy, intentionIn, questionIn } from './fake-questions';

export type { FakeJournalOptions };

const PAGE = 50;
/** Milliseconds in a day. */
export const DAY = 24 * 60 * 60 * 1000;

/** An answer as the store keeps it. */
export interface StoredAnswer {
  id: AnswerId;
  field: AnswerField;
  /** The question as it was shown. */
  asked: QuestionView | null;
  text: string;
  writtenAt: Moment;
  savedAt: Moment;
  letGo: boolean;
  /** Its place, in a sheet. */
  cell: CellView | null;
  /** The day that it looks back from, in a sheet. */
  lookBack: { lookBack: AnswerId | null; asks: string; due: Day } | null;
}

/** An entry as the store keeps it. */
export interface StoredEntry {
  readonly id: EntryId;
  readonly form: Form;
  /** The form of a sheet, with the name that it had. */
  readonly sheet: { form: FormKey; title: string } | null;
  /** Whether it is about a contact that was still to come. */
  readonly prepares: boolean;
  /** What was written before the contact. */
  prepared: EntryId | null;
  contact: ContactView | null;
  sitting: Sitting | null;
  day: Day;
  readonly startedAt: Moment;
  /** The questions of the sitting. */
  asked: string[];
  /** The questions that were put aside. Only ever in memory. */
  readonly aside: Set<string>;
  answers: StoredAnswer[];
  binnedAt: number | null;
  /** The longest it may be kept; none where it never had an alias. Never moved later. */
  keepUntil: Day | null;
  /** When it was first told that it goes. */
  announcedOn: Day | null;
  status: EntryStatus;
}

/** The role's memory, for a test that wants to see what became durable. */
export class FakeStore {
  readonly entries = new Map<EntryId, StoredEntry>();
  /** When the work with an alias was closed, by its folded name. */
  readonly closed = new Map<string, Day>();
  /** What is kept quiet. */
  readonly quiet = new FakeQuiet();
  settings: Settings;
  check: StoreCheck;
  /** What packs of others add to the handbook. */
  fromPacks: { kinds: readonly ContactKind[]; houseRules: Partial<HouseRules> } = {
    kinds: [],
    houseRules: {},
  };
  /** The forms that the handbook has now. */
  forms: readonly FakeForm[] = fakeForms;
  private lastId = 0;
  private readonly told: ShellEvent[] = [];
  private hears: ((event: ShellEvent) => void) | null = null;

  constructor(
    readonly now: () => number,
    private readonly options: FakeJournalOptions,
  ) {
    this.settings = {
      idleMinutes: 5,
      residentWord: 'inwoner',
      workerWord: 'consulent',
      keepDays: 180,
      ...options.settings,
      appearance: { language: 'nl', textSize: 'normal', ...options.appearance },
    };
    this.check = options.opened?.check ?? { left: 'sealed', verdict: 'sound' };
    // The oldest first, so that an outcome finds the intention before it.
    const byAge = [...(options.specimens ?? [])].sort((a, b) => b.daysAgo - a.daysAgo);
    for (const specimen of byAge) this.add(specimen);
  }

  /** The store as it was at a moment: what came later is not in it. */
  copy(at: number): FakeStore {
    const copy = new FakeStore(this.now, { ...this.options, specimens: [] });
    copy.settings = structuredClone(this.settings);
    for (const [id, entry] of this.entries)
      if (Date.parse(entry.startedAt) <= at) copy.entries.set(id, structuredClone(entry));
    return copy;
  }

  /** The shell says something to the window. */
  tell(event: ShellEvent): void {
    if (this.hears === null) this.told.push(event);
    else this.hears(event);
    this.hears = null;
  }

  /** Waits for the next thing the shell says. */
  nextEvent(): Promise<ShellEvent> {
    const waiting = this.told.shift();
    if (waiting) return Promise.resolve(waiting);
    return new Promise((resolve) => (this.hears = resolve));
  }

  /** What the organisation's handbook says besides questions. */
  get houseRules(): HouseRules {
    return {
      longestDays: null,
      safety: null,
      protocol: null,
      ...this.options.houseRules,
      ...this.fromPacks.houseRules,
    };
  }

  /** What the terms of entries depend on now. */
  get terms(): Terms {
    return {
      entries: this.entries.values(),
      closed: this.closed,
      term: Math.min(this.settings.keepDays, this.houseRules.longestDays ?? Infinity),
      today: this.today,
    };
  }

  /** Every text that is on disk, in no promised order. */
  get texts(): string[] {
    return [...this.entries.values()].flatMap((entry) => entry.answers.map(({ text }) => text));
  }

  get kinds(): ContactKind[] {
    return [...kindsIn(this.settings.appearance.language), ...this.fromPacks.kinds];
  }

  get today(): Day {
    return day(this.now());
  }

  get newestFirst(): StoredEntry[] {
    return [...this.entries.values()]
      .filter(({ binnedAt }) => binnedAt === null)
      .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
  }

  /** Intentions that come back, the latest first; a newer one takes the place of an older one. */
  get intentions(): IntentionView[] {
    const scopes = new Set<string>();
    return this.openIntentions(() => true).filter((intention) => {
      const scope = JSON.stringify(
        intention.returns === 'alias' ? [intention.alias] : [null, intention.kind],
      );
      if (scopes.has(scope)) return false;
      scopes.add(scope);
      return true;
    });
  }

  moment(at = this.now()): Moment {
    const minutes = -new Date(at).getTimezoneOffset();
    const local = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const offset = Math.abs(minutes);
    return `${local}${minutes < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}` as Moment;
  }

  id<T>(): T {
    return (this.lastId += 1) as T;
  }

  start(start: StartEntry, at = this.now()): StoredEntry {
    if (start.contact) this.checkContact(start.contact.kind, start.contact.alias);
    const { sitting, contact, question } = start;
    if (question && !questionIn(question.question, this.wording))
      throw failure({ code: 'unknown-question' });
    const form = start.sheet ? this.formNamed(start.sheet) : undefined;
    if (start.sheet && !form) throw failure({ code: 'unknown-form' });
    if (form?.head.about === 'nobody' && contact) throw failure({ code: 'form-without-person' });
    const entry: StoredEntry = {
      id: this.id(),
      form: start.form,
      sheet: form ? { form: form.head.form, title: form.head.title } : null,
      prepares: form?.head.about === 'coming-contact',
      prepared: null,
      contact,
      sitting: sitting && !sitting.keep ? { ...sitting, baggage: null, mood: null } : sitting,
      day: contact?.day ?? day(at),
      startedAt: this.moment(at),
      asked: [
        ...(question ? [question.question] : []),
        ...(start.form === 'guide' && sitting
          ? chosenFor(contact?.kind ?? null, sitting).filter((id) => id !== question?.question)
          : []),
      ],
      aside: new Set(),
      answers: [],
      binnedAt: null,
      keepUntil: null,
      announcedOn: null,
      status: { shownOn: null, carriedOutOn: null },
    };
    this.entries.set(entry.id, entry);
    this.contactMade(entry);
    entry.prepared = preparedFor(entry, this);
    // Asked on purpose, so that it is found again although nothing was written yet.
    if (question) this.save(entry, null, { kind: 'question', id: question.question }, '', at);
    return entry;
  }

  /** The form that a sheet was made from, while the handbook has it. */
  formOf({ sheet }: StoredEntry): FakeForm | undefined {
    return sheet ? this.formNamed(sheet.form) : undefined;
  }

  private formNamed({ pack, form }: FormKey): FakeForm | undefined {
    return this.forms.find(({ head }) => head.form.pack === pack && head.form.form === form);
  }

  checkContact(kind: string, alias: string | null): void {
    const known = this.kinds.find(({ id }) => id === kind);
    if (!known) throw failure({ code: 'unknown-kind' });
    if (!known.contact && alias) throw failure({ code: 'form-without-person' });
    if (alias) this.checkAlias(alias);
  }

  checkAlias(alias: string): void {
    if (alias.trim() === '' || alias.length > 60 || /\d/.test(alias))
      throw failure({ code: 'alias-unusable' });
  }

  /** An alias that is given sets the longest life, and opens the work with it again. */
  contactMade(entry: StoredEntry): void {
    const alias = entry.contact?.alias;
    if (!alias) return;
    entry.keepUntil ??= keptUntil(entry.startedAt);
    this.closed.delete(folded(alias));
  }

  open(id: EntryId): StoredEntry {
    const entry = this.entries.get(id);
    if (!entry) throw failure({ code: 'entry-gone' });
    if (entry.binnedAt !== null) throw failure({ code: 'entry-in-bin' });
    return entry;
  }

  /** Saves an answer; the same one again where it has a number. */
  save(
    entry: StoredEntry,
    id: AnswerId | null,
    field: AnswerField,
    text: string,
    at = this.now(),
  ): StoredAnswer {
    const savedAt = this.moment(at);
    if (field.kind === 'own' && !/^[^\n]{1,300}$/u.test(field.question.trim()))
      throw failure({ code: 'own-question-unusable' });
    const known = entry.answers.find((answer) => answer.id === id || inSamePlace(answer, field));
    const cell =
      field.kind === 'cell' ? cellFor(this.formOf(entry), field, known?.cell ?? null) : null;
    if (id === null && !known) {
      const asked =
        field.kind === 'question'
          ? questionIn(field.id, this.wording)
          : field.kind === 'intention'
            ? intentionIn(this.wording)
            : null;
      const created: StoredAnswer = {
        id: this.id(),
        field,
        asked,
        text,
        writtenAt: savedAt,
        savedAt,
        letGo: false,
        cell,
        lookBack: field.kind === 'look-back' ? this.askedAgain(entry, field) : null,
      };
      entry.answers.push(created);
      return created;
    }
    if (!known) throw failure({ code: 'answer-gone' });
    return Object.assign(known, { field, text, savedAt, cell });
  }

  private askedAgain(
    entry: StoredEntry,
    { lookBack, due }: Extract<AnswerField, { kind: 'look-back' }>,
  ): StoredAnswer['lookBack'] {
    const day = entry.answers.find(({ id }) => id === lookBack);
    if (day?.cell?.value !== 'look-back') throw failure({ code: 'look-back-gone' });
    return { lookBack, due, asks: day.cell.heading ?? '' };
  }

  /** Another question in the place of one; none when there is no other. */
  other(entry: StoredEntry, question: string): QuestionView | null {
    const { sitting } = entry;
    if (!sitting) return null;
    const known = new Set([...entry.asked, ...entry.aside]);
    const other = anotherFor(entry.contact?.kind ?? null, sitting, known);
    if (other === null) return null;
    const answered = (id: string): boolean =>
      entry.answers.some(({ field }) => field.kind === 'question' && field.id === id);
    entry.aside.add(question);
    entry.asked = entry.asked
      .filter((id) => followedBy(id) !== question || answered(id))
      .map((id) => (id === question ? other : id));
    return questionIn(other, this.wording);
  }

  letGo(id: AnswerId, letGo: boolean): void {
    const answer = [...this.entries.values()]
      .flatMap(({ answers }) => answers)
      .find((other) => other.id === id);
    if (!answer) throw failure({ code: 'answer-gone' });
    answer.letGo = letGo;
  }

  view(entry: StoredEntry): EntryView {
    return {
      sheet: this.sheetView(entry),
      prepared: preparedView(entry.prepared, this),
      entry: entry.id,
      contact: entry.contact,
      sitting: entry.sitting,
      day: entry.day,
      form: entry.form,
      startedAt: entry.startedAt,
      going: goingOf(entry, this.terms),
      status: entry.status,
      quiet: this.quiet.entries.has(entry.id),
      steps: this.steps(entry),
    };
  }

  row(entry: StoredEntry): EntryRow {
    const words = entry.answers.filter(({ cell, text }) => cell?.value !== 'date' && text !== '');
    const first = words.find(({ cell }) => cell === null || cell.value === 'text') ?? words[0];
    return {
      sheet: entry.sheet?.title ?? null,
      entry: entry.id,
      day: entry.day,
      kind: entry.contact?.kind ?? null,
      alias: entry.contact?.alias ?? null,
      excerpt: (first?.text ?? '').replaceAll(/\s+/g, ' ').slice(0, 160),
    };
  }

  page(rows: EntryRow[]): EntryPage {
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      rows: shown,
      next: rows.length > PAGE && last ? { day: last.day, entry: last.entry } : null,
    };
  }

  opened(): Opened {
    return {
      lookBacks: { lookBacks: lookBacksIn(this) },
      today: this.today,
      recoveryReady: true,
      withRecoveryKey: false,
      afterAWhile: false,
      onlyReading: null,
      ...this.options.opened,
      check: this.check,
      settings: this.settings,
      kinds: this.kinds,
      houseRules: this.houseRules,
      entries: this.page(this.newestFirst.map((entry) => this.row(entry))),
      intentions: { intentions: this.intentions },
    };
  }

  private get wording(): { language: 'nl' | 'en'; resident: Settings['residentWord'] } {
    return {
      language: this.settings.appearance.language,
      resident: this.settings.residentWord,
    };
  }

  private sheetView(entry: StoredEntry): FormView | null {
    if (entry.sheet === null) return null;
    return formView(this.formOf(entry), entry.sheet, (days) =>
      day(new Date(`${entry.day}T12:00`).getTime() + days * DAY),
    );
  }

  private steps(entry: StoredEntry): Step[] {
    const sheet = this.sheetView(entry);
    if (sheet) return stepsOf(entry, sheet);
    const of = (kind: AnswerField['kind']): StoredAnswer[] =>
      entry.answers.filter(({ field }) => field.kind === kind);
    const steps: Step[] = [];

    const [outcome] = of('outcome');
    const before = this.intentionBefore(entry, outcome);
    if (outcome || before) steps.push(step({ kind: 'outcome', intention: before }, outcome));

    for (const id of entry.asked) steps.push(...this.questionStep(entry, id));
    for (const answer of of('own'))
      if (answer.field.kind === 'own')
        steps.push(step({ kind: 'own', question: answer.field.question }, answer));

    const free = of('free');
    for (const answer of free) steps.push(step({ kind: 'free' }, answer));
    const startedToday = entry.startedAt.slice(0, 10) === this.today;
    const writtenToday = free.some(({ writtenAt }) => writtenAt.slice(0, 10) === this.today);
    const later = entry.answers.length > 0 && !startedToday && !writtenToday;
    if (later || (entry.form === 'free-page' && free.length === 0))
      steps.push(step({ kind: 'free' }, undefined));

    const [intention] = of('intention');
    const returns =
      intention?.field.kind === 'intention'
        ? intention.field.returns
        : entry.contact?.alias
          ? 'alias'
          : 'kind';
    steps.push(
      step(
        { kind: 'intention', question: intention?.asked ?? intentionIn(this.wording), returns },
        intention,
      ),
      step({ kind: 'feeling' }, of('feeling')[0]),
    );
    return steps;
  }

  private questionStep(entry: StoredEntry, id: string): Step[] {
    const answer = entry.answers.find(({ field }) => field.kind === 'question' && field.id === id);
    const question = answer?.asked ?? questionIn(id, this.wording);
    if (!question) return [];
    return [step({ kind: 'question', question, follows: followedBy(id) }, answer)];
  }

  private intentionBefore(entry: StoredEntry, outcome: StoredAnswer | undefined) {
    if (outcome?.field.kind === 'outcome') {
      const { intention } = outcome.field;
      return this.allIntentions().find((other) => other.intention === intention) ?? null;
    }
    const { contact } = entry;
    if (!contact) return null;
    const open = this.openIntentions((other) => other.id < entry.id);
    return (
      open.find(({ returns, alias }) => returns === 'alias' && alias && alias === contact.alias) ??
      open.find(({ returns, kind }) => returns === 'kind' && kind === contact.kind) ??
      null
    );
  }

  private openIntentions(from: (entry: StoredEntry) => boolean): IntentionView[] {
    const answered = new Set(
      [...this.entries.values()].flatMap(({ answers }) =>
        answers.flatMap(({ field, text }) =>
          field.kind === 'outcome' && text.trim() !== '' ? [field.intention] : [],
        ),
      ),
    );
    return this.allIntentions(from, false).filter(({ intention }) => !answered.has(intention));
  }

  /** Every intention that has words, the latest entry first. */
  allIntentions(
    from: (entry: StoredEntry) => boolean = () => true,
    alsoLetGo = true,
  ): IntentionView[] {
    return this.newestFirst.filter(from).flatMap((entry) =>
      entry.answers.flatMap(({ id, field, text, letGo }): IntentionView[] =>
        field.kind === 'intention' && text.trim() !== '' && (alsoLetGo || !letGo)
          ? [
              {
                intention: id,
                entry: entry.id,
                text,
                day: entry.day,
                kind: entry.contact?.kind ?? null,
                alias: entry.contact?.alias ?? null,
                returns: field.returns,
              },
            ]
          : [],
      ),
    );
  }

  private add(specimen: Specimen): void {
    const at = this.now() - specimen.daysAgo * DAY;
    const { kind, alias } = specimen;
    const sitting: Sitting = {
      minutes: 5,
      young: false,
      baggage: null,
      mood: null,
      keep: false,
      ...specimen.sitting,
    };
    const entry = this.start(
      {
        sheet: null,
        question: null,
        contact: kind === null ? null : { day: day(at), kind, alias },
        sitting: kind === null ? null : sitting,
        form: kind === null ? 'free-page' : 'guide',
      },
      at,
    );
    const write = (field: AnswerField, text: string | undefined, when = at): void => {
      if (text !== undefined) this.save(entry, null, field, text, when);
    };
    const before = this.intentionBefore(entry, undefined);
    if (before) write({ kind: 'outcome', intention: before.intention }, specimen.outcome);
    specimen.texts.forEach((text, index) => {
      const id = entry.asked[index];
      write(id === undefined ? { kind: 'free' } : { kind: 'question', id }, text);
    });
    if (specimen.own) write({ kind: 'own', question: specimen.own[0] }, specimen.own[1]);
    write(
      { kind: 'intention', returns: specimen.returns ?? (alias ? 'alias' : 'kind') },
      specimen.intention,
    );
    write({ kind: 'feeling' }, specimen.feeling);
    if (specimen.later)
      write({ kind: 'free' }, specimen.later[1], this.now() - specimen.later[0] * DAY);
    if (specimen.binned) entry.binnedAt = this.now() - 3 * 60 * 60 * 1000;
  }
}

/** A place in a sheet, or the one look-back of a day, is never there twice. */
function inSamePlace({ field: known }: StoredAnswer, field: AnswerField): boolean {
  if (known.kind === 'cell' && field.kind === 'cell')
    return known.field === field.field && known.column === field.column && known.row === field.row;
  return (
    known.kind === 'look-back' &&
    field.kind === 'look-back' &&
    known.lookBack === field.lookBack &&
    known.due === field.due
  );
}

function step(field: StepField, answer: StoredAnswer | undefined): Step {
  if (!answer) return { field, answer: null };
  const { id, text, writtenAt, savedAt } = answer;
  return { field, answer: { answer: id, text, writtenAt, savedAt } };
}

/** Makes sure that what is thrown is a failure of the contract. */
export function failure(thrown: Failure): Failure {
  return thrown;
}

function day(at: number): Day {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}
