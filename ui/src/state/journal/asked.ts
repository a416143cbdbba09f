/** The words above what was written. */
import type { EntryView, StepField } from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';

/** What is said above an answer; nothing above a free page on its own, whose title says it already. */
export function askedIn(view: EntryView, field: StepField): string | null {
  switch (field.kind) {
    case 'outcome':
      return t('reading-outcome');
    case 'question':
      return field.question.text;
    case 'own':
      return field.question;
    case 'free':
      return view.form === 'guide' ? t('reading-free') : null;
    case 'intention':
      return t('reading-intention');
    case 'feeling':
      return t('reading-feeling');
    case 'cell':
      return field.cell.heading === null || field.cell.value === 'look-back'
        ? field.cell.label
        : t('reading-cell', { label: field.cell.label, heading: field.cell.heading });
    case 'look-back':
      return field.asks;
  }
}
