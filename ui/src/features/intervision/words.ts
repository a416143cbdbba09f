/** What of the time is said to who does not see it. */
import { t } from '../../i18n/i18n.svelte';
import type { TimeSaid } from '../../state/journal/intervision.svelte';

/** Its words. */
export function saidOfTime(said: TimeSaid): string {
  switch (said.kind) {
    case 'start':
      return t('handbook-step-minutes', { minutes: said.minutes });
    case 'half':
      return t('intervision-said-half');
    case 'minute':
      return t('intervision-said-minute');
    case 'over':
      return t('intervision-over');
    case 'paused':
      return t('intervision-paused');
    case 'left':
      return t('intervision-left', {
        minutes: Math.floor(said.seconds / 60),
        seconds: said.seconds % 60,
      });
  }
}
