/** Why an entry goes, in words. */
import type { GoingReason } from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';

/** "180 dagen na het laatste contact". */
export function whyOf(why: GoingReason, days: number): string {
  switch (why) {
    case 'term':
      return t('life-why-term', { days });
    case 'two-years':
      return t('life-why-two-years');
    case 'closed':
      return t('life-why-closed');
  }
}

/** The same as a sentence, with the day. */
export function goesOf(why: GoingReason, day: string, days: number): string {
  switch (why) {
    case 'term':
      return t('life-lesson-term', { day, days });
    case 'two-years':
      return t('life-lesson-two-years', { day });
    case 'closed':
      return t('life-lesson-closed', { day });
  }
}
