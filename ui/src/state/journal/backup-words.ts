/** How a backup is spoken of. */
import type { Day, Moment, PlaceWarning } from '../../backend/contract';
import { dayFrom, dayOf, timeOf } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';
import type { BackupLine } from './backups.svelte';

/** "vandaag om 14:32", "zaterdag 14 november 2026 om 9:05" */
export function whenOf(today: Day, moment: Moment): string {
  return t('backups-when', { day: dayFrom(today, dayOf(moment)), time: timeOf(moment) });
}

/** Where the good copies of a backup lie; where there is none, where it lies at all. */
export function placesOf({ copies, good }: BackupLine): string {
  const places = copies
    .filter(({ inside }) => good === null || inside.kind === 'counted')
    .map(({ place }) => place);
  if (places.length > 1) return t('backups-both');
  return places[0] === 'second' ? t('backups-second') : t('backups-here');
}

/** What is wrong with a backup, or with one of its copies; none where all is well. */
export function wrongWith({ copies, good }: BackupLine): string | null {
  const bad = copies.find(({ inside }) => inside.kind !== 'counted');
  if (bad === undefined) return null;
  if (good !== null)
    return bad.place === 'here' ? t('backups-damaged-here') : t('backups-damaged-second');
  switch (bad.inside.kind) {
    case 'damaged':
      return t('backups-damaged');
    case 'other-key':
      return t('backups-other-key');
    case 'newer':
      return t('backups-newer');
    case 'counted':
      return null;
  }
}

/** What to know about a place before backups go there; none where there is nothing. */
export function warningOf(warning: PlaceWarning): string | null {
  switch (warning.kind) {
    case 'none':
      return null;
    case 'synced':
      return t('second-synced', { service: warning.service });
    case 'network':
      return t('second-network');
    case 'same-disk':
      return t('second-same-disk');
  }
}
