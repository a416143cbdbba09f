/** Which pages an entry shows while it is written, and in what order. Pure. */
import type { Field } from './field.svelte';

/** What a page is about. The closing page holds two fields and a sheet many; every other holds one. */
export type PageKind = 'outcome' | 'question' | 'own' | 'free' | 'closing' | 'sheet';

/** The key of the page of a sheet: an entry has one. */
const SHEET = 'sheet';

/** One page of an entry. */
export interface Page {
  /** The same for as long as the entry is written. */
  readonly key: string;
  readonly kind: PageKind;
  /** The field of the page; on the closing page the intention, on a sheet its first. */
  readonly field: Field;
  /** Everything that can be written on the page. */
  readonly fields: readonly Field[];
  /** On the closing page: how it was for the person. */
  readonly feeling: Field | null;
  /** The number of a question of the handbook among those that are shown, from 1. */
  readonly number: number | null;
}

/** The pages to be shown, in order; what stands in a sheet is together on the first. */
export function pagesOf(fields: readonly Field[], cells: readonly Field[] = []): Page[] {
  const feeling = fields.find(({ kind }) => kind === 'feeling') ?? null;
  let questions = 0;
  const pages = fields.flatMap((field): Page[] => {
    const { key, kind } = field;
    const page = { key, field, fields: [field], feeling: null, number: null };
    switch (kind) {
      case 'feeling':
      case 'cell':
      case 'look-back':
        return [];
      case 'intention':
        return [
          { ...page, kind: 'closing', fields: feeling ? [field, feeling] : [field], feeling },
        ];
      case 'question':
        if (!shown(field, fields)) return [];
        questions += 1;
        return [{ ...page, kind, number: questions }];
      default:
        return [{ ...page, kind }];
    }
  });
  const [field] = cells;
  if (field === undefined) return pages;
  return [
    { key: SHEET, kind: 'sheet', field, fields: cells, feeling: null, number: null },
    ...pages,
  ];
}

/** The page to open first: where one left off, or the first. */
export function pageToOpen(pages: readonly Page[]): Page | null {
  const sheet = pages.find(({ kind }) => kind === 'sheet');
  if (sheet) return sheet;
  const body = pages.filter(({ kind }) => kind !== 'closing');
  const last = body.findLastIndex(({ field }) => field.written);
  return body.slice(last + 1).find(({ field }) => !field.written) ?? body[last] ?? pages[0] ?? null;
}

/**
 * A follow-up is shown once there is something to ask on from. What was written in one is never
 * hidden, whatever became of the question before it.
 */
function shown(field: Field, fields: readonly Field[]): boolean {
  if (field.follows === null || field.written) return true;
  return fields.some(({ question, kind, hasText }) => {
    return kind === 'question' && question?.id === field.follows && hasText;
  });
}
