/** The words above and inside a part of a page that others see. */
import type { BlockLabel, ShownBlock } from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';
import type { MessageId } from '../../i18n/messages';

/** What is said above a part; nothing above a free page. */
export function askedOf({ label, heading }: Pick<ShownBlock, 'label' | 'heading'>): string | null {
  const words = wordsOf(label);
  return words === null || heading === null
    ? (words ?? heading)
    : t('reading-cell', { label: words, heading });
}

function wordsOf(label: BlockLabel): string | null {
  switch (label.kind) {
    case 'asked':
      return label.text;
    case 'free':
      return null;
    case 'feeling':
      return t('reading-feeling');
    case 'intention':
      return t('reading-intention');
    case 'outcome':
      return t('reading-outcome');
    case 'baggage':
      return t('contact-baggage');
    case 'mood':
      return t('contact-mood');
  }
}

/** The words of what was chosen, where a part holds a code and no text. */
const choices = {
  'life-story': 'contact-baggage-life-story',
  criticism: 'contact-baggage-criticism',
  both: 'contact-baggage-both',
  unknown: 'contact-baggage-unknown',
  calm: 'contact-mood-calm',
  touched: 'contact-mood-touched',
  angry: 'contact-mood-angry',
  proud: 'contact-mood-proud',
} as const satisfies Record<string, MessageId>;

/** A text of a part as it is read: what was written, or the words of what was chosen. */
export function readAs(label: BlockLabel, text: string): string {
  const isChosen = label.kind === 'baggage' || label.kind === 'mood';
  return isChosen && Object.hasOwn(choices, text) ? t(choices[text as keyof typeof choices]) : text;
}

/** Whether what is read is in the words of the writer, which are Dutch in either language. */
export function isWritten(label: BlockLabel): boolean {
  return label.kind !== 'baggage' && label.kind !== 'mood';
}
