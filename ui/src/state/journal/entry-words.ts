/** What a page of an entry is called. Never what is written on it: the task bar shows it. */
import { t } from '../../i18n/i18n.svelte';
import type { EntryState } from './entry.svelte';
import type { Page } from './pages';

/** The name of a page: "Vraag 2", and never out of how many. */
export function nameOf(page: Page): string {
  switch (page.kind) {
    case 'outcome':
      return t('writing-outcome');
    case 'question':
      return t('writing-step', { number: page.number ?? 1 });
    case 'own':
      return t('writing-own');
    case 'free':
      return t('writing-free');
    case 'closing':
      return t('closing-step');
    case 'sheet':
      return t('sheet-page');
  }
}

/** The name of the page on screen, for the title of the window. */
export function titleOf(entry: EntryState): string {
  return entry.page ? nameOf(entry.page) : t('writing-free');
}
