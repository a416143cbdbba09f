/**
 * What was written in a sheet, arranged to be read. Pure.
 *
 * Everything comes from the answers themselves: each carries the words it was asked with, so a sheet
 * is read the same when its form is long gone.
 */
import type { AnswerView, CellView, Day, SheetField, Step } from '../../backend/contract';
import { columnsOf } from './sheet-fields';

/** A part of a sheet, as it is read. */
export type ReadPart =
  | { kind: 'texts'; key: string; label: string; answers: readonly AnswerView[] }
  | {
      kind: 'table';
      key: string;
      /** Over the table; none where each row has its own name. */
      label: string | null;
      columns: readonly string[];
      rows: readonly ReadRow[];
    }
  | { kind: 'choice'; key: string; label: string; answers: readonly AnswerView[] }
  | {
      kind: 'day';
      key: string;
      label: string;
      day: Day;
      /** The question that comes back on that day. */
      asks: string | null;
      answer: AnswerView;
    }
  | { kind: 'look-back'; key: string; asks: string; due: Day; answer: AnswerView };

/** A row of a table. */
export interface ReadRow {
  readonly key: string;
  /** Its name; none where the first column names it. */
  readonly name: string | null;
  /** What stands in each column. */
  readonly cells: readonly (AnswerView | null)[];
}

interface Told {
  readonly cell: CellView;
  readonly answer: AnswerView;
}

/** The parts of a sheet in which something stands, in the order of the steps. */
export function readingOf(steps: readonly Step[], form: readonly SheetField[] = []): ReadPart[] {
  const parts: ReadPart[] = [];
  let together: Told[] = [];
  const close = (): void => {
    const part = partOf(together, form);
    if (part) parts.push(part);
    together = [];
  };
  for (const { field, answer } of steps) {
    if (answer === null || answer.text === '') continue;
    if (field.kind === 'cell') {
      const [first] = together;
      if (first && (first.cell.field !== field.cell.field || shapeOf(first) !== shapeOf(field)))
        close();
      together.push({ cell: field.cell, answer });
    } else if (field.kind === 'look-back') {
      close();
      const { asks, due } = field;
      parts.push({ kind: 'look-back', key: `answer-${answer.answer}`, asks, due, answer });
    }
  }
  close();
  return parts.reduce(joined, []);
}

/** What tells one sort of answer from another within a field. */
function shapeOf({ cell }: { cell: CellView }): string {
  return cell.value === 'text' ? `text ${cell.column !== null}` : cell.value;
}

function partOf(together: readonly Told[], form: readonly SheetField[]): ReadPart | null {
  const [first] = together;
  if (!first) return null;
  const { label, heading, value, column, field } = first.cell;
  const key = `answer-${first.answer.answer}`;
  const answers = together.map(({ answer }) => answer);
  switch (value) {
    case 'choice':
      return { kind: 'choice', key, label, answers };
    case 'date':
    case 'look-back':
      return {
        kind: 'day',
        key,
        label,
        day: first.answer.text as Day,
        asks: value === 'look-back' ? heading : null,
        answer: first.answer,
      };
    case 'text':
      if (column === null) return { kind: 'texts', key, label, answers };
      return tableOf(
        together,
        key,
        label,
        form.find(({ id }) => id === field),
      );
  }
}

function tableOf(
  together: readonly Told[],
  key: string,
  label: string,
  field: SheetField | undefined,
): ReadPart {
  const cells = together.map(({ cell }) => cell);
  const written = columnsOf(cells);
  // A column in which nothing stands is shown where the form tells of it.
  const columns =
    field?.shape.kind === 'columns' &&
    written.every(({ id }) => field.shape.kind === 'columns' && hasColumn(field.shape, id))
      ? field.shape.columns.map((known) => written.find(({ id }) => id === known.id) ?? known)
      : written;
  const numbers = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const alone = numbers.length === 1 && !(field?.shape.kind === 'columns' && field.shape.repeated);
  return {
    kind: 'table',
    key,
    label: alone ? null : label,
    columns: columns.map(({ label }) => label),
    rows: numbers.map((number) => ({
      key: `${key}-${number}`,
      name: alone ? label : null,
      cells: columns.map(
        ({ id }) =>
          together.find(({ cell }) => cell.row === number && cell.column === id)?.answer ?? null,
      ),
    })),
  };
}

function hasColumn({ columns }: { columns: readonly { id: string }[] }, column: string): boolean {
  return columns.some(({ id }) => id === column);
}

/** Fields with the same columns are one table, so that they can be read beside each other. */
function joined(parts: ReadPart[], part: ReadPart): ReadPart[] {
  const last = parts.at(-1);
  if (
    part.kind === 'table' &&
    part.label === null &&
    last?.kind === 'table' &&
    last.label === null &&
    last.columns.length === part.columns.length &&
    last.columns.every((column, at) => column === part.columns[at])
  )
    return [...parts.slice(0, -1), { ...last, rows: [...last.rows, ...part.rows] }];
  return [...parts, part];
}

/** The first words of a sheet, for a row of a list; what was chosen only where no text stands. */
export function wordsOf(steps: readonly Step[]): string {
  const texts = (value: CellView['value']): string[] =>
    steps.flatMap(({ field, answer }) =>
      field.kind === 'cell' && field.cell.value === value && answer?.text.trim()
        ? [answer.text]
        : [],
    );
  return texts('text')[0] ?? texts('choice')[0] ?? '';
}
