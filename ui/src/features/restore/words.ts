/** How a backup that was found is spoken of. */
import type { Moment } from '../../backend/contract';
import { dayInFull, dayOf, timeOf } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';

/**
 * "vrijdag 20 november 2026 om 17:03": the day always in full, for what is restored must not be
 * guessed from a "yesterday" on a machine whose clock may be wrong.
 */
export function whenOf(moment: Moment): string {
  return t('backups-when', { day: dayInFull(dayOf(moment)), time: timeOf(moment) });
}
