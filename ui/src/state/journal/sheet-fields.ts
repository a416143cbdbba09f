/** Which fields a sheet shows while it is written. Pure. */
import type { CellView, Labelled, SheetField } from '../../backend/contract';

/** A field of a sheet, and whether its form still has it. */
export interface ShownField {
  readonly field: SheetField;
  /**
   * Whether the handbook no longer has it: what was written stays, and can be written on. Its words
   * are those of the answers, and there is nothing to choose from any more.
   */
  readonly gone: boolean;
}

/**
 * The fields of the form, and after them what was answered in fields that it no longer has. A field
 * that was answered keeps the words it was answered under.
 */
export function fieldsOf(form: readonly SheetField[], cells: readonly CellView[]): ShownField[] {
  const shown = form.map((field): ShownField => {
    const label = cells.find((cell) => isIn(cell, field))?.label ?? field.label;
    return { field: { ...field, label }, gone: false };
  });
  const left = new Map<string, CellView[]>();
  for (const cell of cells)
    if (!form.some((field) => isIn(cell, field)))
      left.set(cell.field, [...(left.get(cell.field) ?? []), cell]);
  for (const [id, its] of left) shown.push({ field: fieldFrom(id, its), gone: true });
  return shown;
}

/** Whether an answer stands in a place that a field has. */
export function isIn(cell: CellView, { id, shape }: SheetField): boolean {
  if (cell.field !== id) return false;
  switch (shape.kind) {
    case 'text':
      return cell.value === 'text' && cell.column === null && (shape.repeated || cell.row === 0);
    case 'columns':
      return (
        cell.value === 'text' &&
        shape.columns.some((column) => column.id === cell.column) &&
        (shape.repeated || cell.row === 0)
      );
    case 'choice':
      return (
        cell.value === 'choice' &&
        (shape.many ? shape.options.some(({ id }) => id === cell.column) : cell.column === null)
      );
    case 'date':
      return cell.value === (shape.asks === null ? 'date' : 'look-back');
  }
}

/** A field as its answers tell it. */
function fieldFrom(id: string, cells: readonly CellView[]): SheetField {
  const [first] = cells;
  const base = { id, label: first?.label ?? id, hint: null, suggestions: [] };
  const repeated = cells.some(({ row }) => row > 0);
  switch (first?.value) {
    case 'date':
    case 'look-back':
      return { ...base, shape: { kind: 'date', asks: first.heading, proposed: null } };
    case 'choice':
      return {
        ...base,
        shape: { kind: 'choice', options: [], many: cells.some(({ column }) => column !== null) },
      };
    default: {
      const columns = columnsOf(cells);
      return {
        ...base,
        shape:
          columns.length === 0
            ? { kind: 'text', repeated }
            : { kind: 'columns', columns, repeated },
      };
    }
  }
}

/** The columns in which something was answered, in the order in which they come. */
export function columnsOf(cells: readonly CellView[]): Labelled[] {
  const columns = new Map<string, Labelled>();
  for (const { column, heading } of cells)
    if (column !== null && !columns.has(column))
      columns.set(column, { id: column, label: heading ?? column });
  return [...columns.values()];
}
