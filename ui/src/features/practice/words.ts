/** What the steps of a round and the people at the table are called. */
import { t } from '../../i18n/i18n.svelte';
import type { PracticeRound, PracticeStep, Seat } from '../../state/journal/practice.svelte';

/** The name of a step. */
export function nameOfStep(step: PracticeStep): string {
  switch (step) {
    case 'case':
      return t('practice-step-case');
    case 'roles':
      return t('practice-step-roles');
    case 'cards':
      return t('practice-step-cards');
    case 'swap':
      return t('practice-step-swap');
    case 'compare':
      return t('practice-step-compare');
    case 'rule':
      return t('practice-step-rule');
  }
}

/** "Persoon 2"; "Jij" for who is alone. */
export function nameOfSeat(round: PracticeRound, { number }: Seat): string {
  return round.seats.length === 1 ? t('practice-you') : t('practice-person', { number });
}
