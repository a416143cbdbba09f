/** What became of an entry outside the journal, and when it goes. */
import type { Backend } from '../../backend/backend';
import type { EntryId, EntryView, Going, JournalCommands } from '../../backend/contract';
import { dayInFull } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';
import type { Desk } from './desk';

/** Keeps that the person showed an entry to somebody, and shows it as it is then. */
export async function markShown(
  desk: Desk,
  backend: Backend<JournalCommands>,
  entry: EntryId,
): Promise<void> {
  if (desk.onlyReading) return;
  const { route } = desk;
  await desk.attempt(async () => {
    const view = await backend.call('mark_shown', { entry });
    // Whoever went elsewhere meanwhile is not pulled back.
    if (desk.route === route && route.name === 'reading') desk.go({ ...route, view });
  });
}

/** What became of an entry, each thing in words; that it is personal when nothing did. */
export function statusInWords({ status }: Pick<EntryView, 'status'>): string[] {
  const { shownOn, carriedOutOn } = status;
  if (shownOn === null && carriedOutOn === null) return [t('status-personal')];
  return [
    ...(shownOn === null ? [] : [t('status-shown', { day: dayInFull(shownOn) })]),
    ...(carriedOutOn === null ? [] : [t('status-carried-out', { day: dayInFull(carriedOutOn) })]),
  ];
}

/** When an entry goes, and why then. */
export function goingInWords({ day, why }: Going): string {
  const words = { day: dayInFull(day) };
  switch (why) {
    case 'term':
      return t('status-goes-term', words);
    case 'two-years':
      return t('status-goes-two-years', words);
    case 'closed':
      return t('status-goes-closed', words);
  }
}
