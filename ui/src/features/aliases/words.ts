/** What became of an entry outside the journal, in words. */
import type { EntryStatus } from '../../backend/contract';
import { dayInFull } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';

/** "Persoonlijk", or what happened to it. */
export function statusOf({ shownOn, carriedOutOn }: EntryStatus): string[] {
  const words = [
    shownOn === null ? null : t('alias-shown', { day: dayInFull(shownOn) }),
    carriedOutOn === null ? null : t('alias-carried-out', { day: dayInFull(carriedOutOn) }),
  ].filter((word) => word !== null);
  return words.length > 0 ? words : [t('alias-personal')];
}
