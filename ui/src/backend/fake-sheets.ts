/** Sheets in memory, what was to be tried, and the days at which one looks back. */
import type {
  AnswerField,
  Became,
  CellView,
  Day,
  EntryId,
  FormView,
  JournalCommands,
  LookBackView,
  PreparedView,
  Step,
  StepField,
  TriedRow,
} from './contract';
import type { Handlers } from './fake';
import type { FakeForm } from './fake-forms';
import { failure, type FakeStore, type StoredAnswer, type StoredEntry } from './fake-store';

type SheetCommands =
  'list_tried' | 'list_look_backs' | 'let_go_look_back' | 'list_sheets' | 'save_sheet';

const PAGE = 50;

/** Sheets in memory. */
export class FakeSheets {
  /** Where the person saves a sheet as a page; none when the dialog is closed. */
  savesTo: string | null = '/home/noor/Documenten/inbreng.html';

  /** The commands about them. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, SheetCommands> {
    return {
      list_tried: ({ after }) => {
        const rows = triedIn(shown());
        const from = after ? rows.findIndex((row) => row.intention.intention === after) + 1 : 0;
        const page = rows.slice(from, from + PAGE);
        const last = page.at(-1);
        return {
          rows: page,
          next: rows.length > from + PAGE && last ? last.intention.intention : null,
        };
      },
      list_look_backs: () => ({ lookBacks: lookBacksIn(shown()) }),
      let_go_look_back: ({ lookBack, letGo }) => {
        const answer = [...written().entries.values()]
          .flatMap(({ answers }) => answers)
          .find(({ id, cell }) => id === lookBack && cell?.value === 'look-back');
        if (!answer) throw failure({ code: 'look-back-gone' });
        answer.letGo = letGo;
        return null;
      },
      list_sheets: ({ pack, form }) => ({
        sheets: shown()
          .newestFirst.filter(({ sheet }) => sheet?.form.pack === pack && sheet.form.form === form)
          .map((entry) => ({
            entry: entry.id,
            day: entry.day,
            alias: entry.contact?.alias ?? null,
            steps: shown()
              .view(entry)
              .steps.filter(({ answer }) => answer !== null && answer.text !== ''),
          })),
      }),
      save_sheet: ({ entry: id }) => {
        const entry = written().open(id);
        const form = written().formOf(entry);
        if (form && !form.head.personFree) throw failure({ code: 'internal', incident: 1 });
        if (this.savesTo !== null)
          entry.status = { ...entry.status, carriedOutOn: written().today };
        return { path: this.savesTo };
      },
    };
  }
}

/** Where an answer of a sheet stands, with the words of the form; those of before where it has some. */
export function cellFor(
  form: FakeForm | undefined,
  answer: Extract<AnswerField, { kind: 'cell' }>,
  before: CellView | null,
): CellView {
  const field = form?.fields.find(({ id }) => id === answer.field);
  const { column, row, option } = answer;
  if (before) return { ...before, option };
  if (!field) throw failure({ code: 'unknown-form' });
  const at = { field: field.id, column, row, label: field.label, option };
  switch (field.shape.kind) {
    case 'text':
      return { ...at, heading: null, value: 'text' };
    case 'columns': {
      const heading = field.shape.columns.find(({ id }) => id === column)?.label ?? null;
      return { ...at, heading, value: 'text' };
    }
    case 'choice':
      return { ...at, heading: null, value: 'choice' };
    case 'date': {
      const { asks } = field.shape;
      return { ...at, heading: asks, value: asks === null ? 'date' : 'look-back' };
    }
  }
}

/** The steps of a sheet: its cells in the order of the form and the rows, each look-back after its day. */
export function stepsOf(entry: StoredEntry, form: FormView): Step[] {
  const order = form.fields.map(({ id }) => id);
  const place = ({ field }: CellView): number => {
    const at = order.indexOf(field);
    return at < 0 ? order.length : at;
  };
  const column = (cell: CellView): number => {
    const shape = form.fields.find(({ id }) => id === cell.field)?.shape;
    if (shape?.kind === 'columns') return shape.columns.findIndex(({ id }) => id === cell.column);
    if (shape?.kind === 'choice') return shape.options.findIndex(({ id }) => id === cell.column);
    return 0;
  };
  const cells = entry.answers
    .flatMap((answer) => (answer.cell ? [{ answer, cell: answer.cell }] : []))
    .sort(
      (a, b) =>
        place(a.cell) - place(b.cell) || a.cell.row - b.cell.row || column(a.cell) - column(b.cell),
    );
  const lookBacks = (of: StoredAnswer): Step[] =>
    entry.answers.flatMap((answer) =>
      answer.lookBack?.lookBack === of.id
        ? [step({ kind: 'look-back', ...answer.lookBack }, answer)]
        : [],
    );
  return [
    ...cells.flatMap(({ answer, cell }) => [
      step({ kind: 'cell', cell }, answer),
      ...lookBacks(answer),
    ]),
    ...entry.answers
      .filter(({ field }) => field.kind === 'free')
      .map((answer) => step({ kind: 'free' }, answer)),
  ];
}

/** Days at which one looks back and that are still open, the earliest first. */
export function lookBacksIn(store: FakeStore): LookBackView[] {
  return store.newestFirst
    .flatMap((entry) =>
      entry.answers.flatMap(({ id, cell, text, letGo }): LookBackView[] => {
        if (cell?.value !== 'look-back' || text === '' || letGo) return [];
        const due = text as Day;
        const told = entry.answers.some(
          ({ lookBack, text }) =>
            lookBack?.lookBack === id && lookBack.due === due && text.trim() !== '',
        );
        if (told) return [];
        const { day, contact, sheet } = entry;
        return [
          {
            lookBack: id,
            entry: entry.id,
            title: sheet?.title ?? '',
            asks: cell.heading ?? '',
            due,
            day,
            alias: contact?.alias ?? null,
            excerpt: store.row(entry).excerpt,
          },
        ];
      }),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
}

/** What was written before a contact; the newest that fits. */
export function preparedFor(entry: StoredEntry, store: FakeStore): EntryId | null {
  const { contact } = entry;
  if (contact === null || entry.sheet !== null) return null;
  const days = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
  const found = [...store.entries.values()].reverse().find((other) => {
    const its = other.contact;
    if (!other.prepares || other.binnedAt !== null || its === null) return false;
    if (days(other.day, entry.day) > 31) return false;
    if (its.alias !== null) return its.alias === contact.alias;
    return its.kind === contact.kind && (contact.alias === null || other.day === entry.day);
  });
  return found?.id ?? null;
}

/** What was written before a contact, as it is shown beside it. */
export function preparedView(id: EntryId | null, store: FakeStore): PreparedView | null {
  const entry = id === null ? undefined : store.entries.get(id);
  if (!entry || entry.binnedAt !== null) return null;
  return {
    entry: entry.id,
    day: entry.day,
    lines: store
      .view(entry)
      .steps.flatMap(({ field, answer }) =>
        field.kind === 'cell' && answer && answer.text !== ''
          ? [{ label: field.cell.label, text: answer.text }]
          : [],
      ),
  };
}

/** What was to be tried and what became of it, the latest first. */
export function triedIn(store: FakeStore): TriedRow[] {
  const waits = new Set(store.intentions.map(({ intention }) => intention));
  return store.allIntentions().map((intention) => {
    const told = store.newestFirst.flatMap((entry) =>
      entry.answers.flatMap(({ field, text }): Became[] =>
        field.kind === 'outcome' && field.intention === intention.intention && text.trim() !== ''
          ? [{ kind: 'told', entry: entry.id, day: entry.day, text }]
          : [],
      ),
    )[0];
    const answer = store.entries
      .get(intention.entry)
      ?.answers.find(({ id }) => id === intention.intention);
    const became: Became =
      told ??
      (answer?.letGo
        ? { kind: 'let-go' }
        : waits.has(intention.intention)
          ? { kind: 'waits' }
          : { kind: 'replaced' });
    return { intention, became };
  });
}

function step(field: StepField, { id, text, writtenAt, savedAt }: StoredAnswer): Step {
  return { field, answer: { answer: id, text, writtenAt, savedAt } };
}
