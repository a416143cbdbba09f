/** How pages and walk-throughs are called, for the one who wrote them. */
import type { WalkPageHead, WalkThroughRow } from '../../backend/contract';
import { dayInFull } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';

/** What a page is of: its sheet or kind of contact, its alias, its day. */
export function headName({ title, kind }: Pick<WalkPageHead, 'title' | 'kind'>): string {
  return title ?? kind ?? t('entries-free');
}

/** Its alias and its day. */
export function headFacts({ alias, day, title, kind }: WalkPageHead): string[] {
  return [title === null ? null : kind, alias, dayInFull(day)].filter((fact) => fact !== null);
}

/** For whom one is, as it is called in a list. */
export function forWhomName({ forWhom }: Pick<WalkThroughRow, 'forWhom'>): string {
  return forWhom === '' ? t('walk-for-nobody-yet') : t('walk-for', { whom: forWhom });
}
