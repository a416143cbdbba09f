/**
 * A sheet while it is written: its fields, their rows, and a text for every place in them.
 *
 * Each place is a `Field` like any other: empty until somebody writes in it, and saved by the same
 * queue. There is always an empty row to write in where rows may be added; it is stored with its
 * first word, and never before.
 */
import type {
  CellValue,
  CellView,
  Day,
  FormView,
  Labelled,
  LookBackView,
  SheetField,
  Step,
} from '../../backend/contract';
import { Field, type FieldOwner, type TypedIn } from './field.svelte';
import { fieldsOf, isIn, type ShownField } from './sheet-fields';

let lastKey = 0;

/** Whether a day is one that somebody means: while a year is typed, it is a year long ago first. */
export const isNear = (day: Day): boolean => day >= '2000-01-01' && day < '2200-01-01';

/** One row of a field: a text, or a text for each column. */
export class SheetRow {
  /** Tells one row from all others in this window. */
  readonly key = `row-${(lastKey += 1)}`;
  /** What stood in it before it was taken away; none while it stands there. */
  taken = $state.raw<readonly string[] | null>(null);

  constructor(
    /** Its number in the store. */
    readonly number: number,
    /** Its texts, in the order of the columns. */
    readonly cells: readonly Field[],
  ) {}

  /** Whether anything stands in it. */
  get hasText(): boolean {
    return this.cells.some(({ hasText }) => hasText);
  }
}

/** One field of a sheet. */
export class SheetPart {
  /** Tells one part from all others of the sheet. */
  readonly key: string;
  /** What it asks and takes. */
  readonly field: SheetField;
  /** Whether the handbook no longer has it. */
  readonly gone: boolean;
  /** Its rows; one, unless there may be many. */
  rows = $state.raw<readonly SheetRow[]>([]);
  /** What came of it, on the days on which it asked. */
  lookBacks = $state.raw<readonly Field[]>([]);

  constructor(
    private readonly owner: FieldOwner,
    { field, gone }: ShownField,
    steps: readonly Step[],
  ) {
    this.key = `${gone ? 'gone' : 'has'}-${field.id}`;
    this.field = field;
    this.gone = gone;
    const written = new Map(
      steps.flatMap((step) =>
        step.field.kind === 'cell' ? [[placeOf(step.field.cell), step] as const] : [],
      ),
    );
    const numbers = new Set(
      [...written.values()].flatMap(({ field }) => (field.kind === 'cell' ? field.cell.row : [])),
    );
    if (!gone && !this.repeats) numbers.add(0);
    const rows = [...numbers]
      .sort((a, b) => a - b)
      .map((number) =>
        // Without its form there is a place only where something was written.
        gone ? this.leftRow(number, steps) : this.row(number, (cell) => written.get(placeOf(cell))),
      );
    if (gone) {
      this.rows = rows;
      return;
    }
    if (!this.repeats) {
      this.rows = rows.slice(0, 1);
      return;
    }
    // What was emptied is not shown again; the first of it after the last text is written in anew.
    const full = rows.filter(({ hasText }) => hasText);
    const after = full.at(-1)?.number ?? -1;
    const spare = rows.find(({ number }) => number > after);
    this.rows = spare ? [...full, spare] : full;
    this.lastNumber = Math.max(-1, ...numbers);
    this.keepRoom();
  }

  private lastNumber = 0;

  /** Whether rows may be added. */
  get repeats(): boolean {
    const { shape } = this.field;
    return !this.gone && (shape.kind === 'text' || shape.kind === 'columns') && shape.repeated;
  }

  /** The only text of a field that has one. */
  get only(): Field | null {
    return this.rows[0]?.cells[0] ?? null;
  }

  /** Everything that can be written in it. */
  get fields(): Field[] {
    return [...this.rows.flatMap(({ cells }) => cells), ...this.lookBacks];
  }

  /** A key was pressed in one of its texts. */
  typed(field: Field, source: TypedIn): void {
    field.typed(source);
    this.keepRoom();
  }

  /** Takes a row away: its texts become empty. Until one goes elsewhere it can be put back. */
  take(row: SheetRow): void {
    row.taken = row.cells.map(({ text }) => text);
    for (const cell of row.cells) cell.put('');
    this.keepRoom();
  }

  /** Puts back a row that was taken away. */
  putBack(row: SheetRow): void {
    const texts = row.taken ?? [];
    row.taken = null;
    row.cells.forEach((cell, at) => cell.put(texts[at] ?? ''));
  }

  /** The text of an option, where several may be chosen. */
  of(option: Labelled): Field | null {
    return this.rows[0]?.cells.find(({ cell }) => cell?.column === option.id) ?? null;
  }

  /** What is chosen, each with the words it was chosen under. */
  get chosenBefore(): readonly Field[] {
    return this.fields.filter(({ kind, text }) => kind === 'cell' && text !== '');
  }

  /** Whether an option is chosen. */
  isChosen({ id }: Labelled): boolean {
    const { shape } = this.field;
    if (shape.kind !== 'choice') return false;
    const cells = this.rows[0]?.cells ?? [];
    return cells.some(({ option, text }) => option === id && text !== '');
  }

  /** Chooses an option, or takes that back. */
  choose(option: Labelled): void {
    const { shape } = this.field;
    if (shape.kind !== 'choice') return;
    const field = shape.many ? this.of(option) : this.only;
    field?.choose(this.isChosen(option) ? null : option);
  }

  /** The last row that stands there is always an empty one, where rows may be added. */
  private keepRoom(): void {
    if (!this.repeats) return;
    const last = this.rows.findLast(({ taken }) => taken === null);
    if (last && !last.hasText && last === this.rows.at(-1)) return;
    this.lastNumber += 1;
    this.rows = [...this.rows, this.row(this.lastNumber, () => undefined)];
  }

  private leftRow(number: number, steps: readonly Step[]): SheetRow {
    const its = steps.filter(({ field }) => field.kind === 'cell' && field.cell.row === number);
    return new SheetRow(
      number,
      its.map((step) => new Field(this.owner, step)),
    );
  }

  private row(number: number, written: (cell: CellView) => Step | undefined): SheetRow {
    const cells = placesIn(this.field, number).map((cell) => {
      const step = written(cell);
      return new Field(this.owner, step ?? { field: { kind: 'cell', cell }, answer: null });
    });
    return new SheetRow(number, cells);
  }
}

/** A sheet while it is written. */
export class Sheet {
  /** Its fields, in the order of the form. */
  readonly parts: readonly SheetPart[];

  constructor(
    private readonly owner: FieldOwner,
    /** The form, as it is filled in. */
    readonly form: FormView,
    steps: readonly Step[],
  ) {
    const cells = steps.flatMap(({ field }) => (field.kind === 'cell' ? [field.cell] : []));
    this.parts = fieldsOf(form.fields, cells).map((shown) => {
      const its = steps.filter(
        ({ field }) =>
          field.kind === 'cell' &&
          (shown.gone
            ? field.cell.field === shown.field.id &&
              !form.fields.some((other) => isIn(field.cell, other))
            : isIn(field.cell, shown.field)),
      );
      return new SheetPart(owner, shown, its);
    });
    for (const [at, { field }] of steps.entries()) {
      if (field.kind !== 'look-back') continue;
      const part = this.partBefore(steps, at);
      const step = steps[at];
      if (part && step) part.lookBacks = [...part.lookBacks, new Field(owner, step)];
    }
  }

  /** Everything that can be written in it. */
  get fields(): Field[] {
    return this.parts.flatMap(({ fields }) => fields);
  }

  /** The texts in which a person writes freely. */
  get texts(): Field[] {
    return this.fields.filter(
      ({ kind, cell }) => kind === 'look-back' || (kind === 'cell' && cell?.value === 'text'),
    );
  }

  /** The place that holds a day at which one looks back. */
  dayOf({ lookBack }: LookBackView): Field | null {
    return this.fields.find(({ kind, id }) => kind === 'cell' && id === lookBack) ?? null;
  }

  /** The text for what came of a day; an empty one where nothing was written yet. */
  lookBackOn({ lookBack, due, asks }: LookBackView): Field {
    const known = this.fields.find(
      (field) => field.lookBack?.lookBack === lookBack && field.lookBack.due === due,
    );
    if (known) return known;
    const field = new Field(this.owner, {
      field: { kind: 'look-back', lookBack, due, asks },
      answer: null,
    });
    const part = this.parts.find(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ id }) => id === lookBack)),
    );
    if (part) part.lookBacks = [...part.lookBacks, field];
    return field;
  }

  /** The part of the day that a look-back follows. */
  private partBefore(steps: readonly Step[], at: number): SheetPart | undefined {
    const day = steps.slice(0, at).findLast(({ field }) => field.kind === 'cell');
    return this.parts.find(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ id }) => id !== null && id === day?.answer?.answer)),
    );
  }
}

/** The places of one row of a field. */
function placesIn({ id, label, shape }: SheetField, row: number): CellView[] {
  const place = (column: string | null, heading: string | null, value: CellValue): CellView => ({
    field: id,
    column,
    row,
    label,
    heading,
    value,
    option: null,
  });
  switch (shape.kind) {
    case 'text':
      return [place(null, null, 'text')];
    case 'columns':
      return shape.columns.map((column) => place(column.id, column.label, 'text'));
    case 'choice':
      return shape.many
        ? shape.options.map((option) => place(option.id, null, 'choice'))
        : [place(null, null, 'choice')];
    case 'date':
      return [place(null, shape.asks, shape.asks === null ? 'date' : 'look-back')];
  }
}

const placeOf = ({ column, row }: CellView): string => `${row} ${column ?? ''}`;
