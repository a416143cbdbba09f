/** Which pages an entry shows while it is written, and in what order. Pure. */
import type { Field } from './field.svelte';

/** What a page is about. The closing page holds two fields; every other page holds one. */
export type PageKind = 'outcome' | 'question' | 'own' | 'free' | 'closing';

/** One page of an entry. */
export interface Page {
  /** The same for as long as the entry is written. */
  readonly key: string;
  readonly kind: PageKind;
  /** The field of the page; on the closing page the intention. */
  readonly field: Field;
  /** On the closing page: how it was for the person. */
  readonly feeling: Field | null;
  /** The number of a question of the handbook among those that are shown, from 1. */
  readonly number: number | null;
}

/** The pages to be shown, in order. */
export function pagesOf(fields: readonly Field[]): Page[] {
  const feeling = fields.find(({ kind }) => kind === 'feeling') ?? null;
  let questions = 0;
  return fields.flatMap((field): Page[] => {
    const { key, kind } = field;
    switch (kind) {
      case 'feeling':
      // A sheet shows its fields together, and not a page each.
      case 'cell':
      case 'look-back':
        return [];
      case 'intention':
        return [{ key, kind: 'closing', field, feeling, number: null }];
      case 'question':
        if (!shown(field, fields)) return [];
        questions += 1;
        return [{ key, kind, field, feeling: null, number: questions }];
      default:
        return [{ key, kind, field, feeling: null, number: null }];
    }
  });
}

/** The page to open first: where one left off, or the first. */
export function pageToOpen(pages: readonly Page[]): Page | null {
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
