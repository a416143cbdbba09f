// What is wrong in a pack, in words for who wrote it: one table, and a code that is missing from it
// does not compile.
import type {
  PackAdviceCode,
  PackFault,
  PackFaultCode,
  PackHead,
  PackPreview,
} from '../../backend/contract';
import { listInWords, sizeInWords } from '../../i18n/amounts';
import { speech, t } from '../../i18n/i18n.svelte';
import type { MessageId, Messages } from '../../i18n/messages';

/** Messages without variables. */
type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

const faults: Record<PackFaultCode, PlainId> = {
  'too-large': 'pack-fault-too-large',
  'not-toml': 'pack-fault-not-toml',
  'newer-format': 'pack-fault-newer-format',
  'unknown-key': 'pack-fault-unknown-key',
  'missing-key': 'pack-fault-missing-key',
  'wrong-type': 'pack-fault-wrong-type',
  'out-of-bounds': 'pack-fault-out-of-bounds',
  'unknown-value': 'pack-fault-unknown-value',
  'empty-text': 'pack-fault-empty-text',
  'text-too-long': 'pack-fault-text-too-long',
  'too-many': 'pack-fault-too-many',
  'empty-list': 'pack-fault-empty-list',
  'unusable-id': 'pack-fault-unusable-id',
  duplicate: 'pack-fault-duplicate',
  'unknown-reference': 'pack-fault-unknown-reference',
  'not-a-follow-up': 'pack-fault-not-a-follow-up',
  'nested-follow-up': 'pack-fault-nested-follow-up',
  'follow-up-parents': 'pack-fault-follow-up-parents',
  'narrower-than-parent': 'pack-fault-narrower-than-parent',
  'intention-looks-elsewhere': 'pack-fault-intention-looks-elsewhere',
  'intention-in-a-chain': 'pack-fault-intention-in-a-chain',
  'unknown-placeholder': 'pack-fault-unknown-placeholder',
  'stray-brace': 'pack-fault-stray-brace',
  'hidden-character': 'pack-fault-hidden-character',
  markup: 'pack-fault-markup',
  'unusable-url': 'pack-fault-unusable-url',
  'unknown-base': 'pack-fault-unknown-base',
  'key-of-other-shape': 'pack-fault-key-of-other-shape',
  'starter-without-ellipsis': 'pack-fault-starter-without-ellipsis',
  'id-in-use': 'pack-fault-id-in-use',
};

const advice: Record<PackAdviceCode, PlainId> = {
  'many-sentences': 'pack-advice-many-sentences',
  'long-sentence': 'pack-advice-long-sentence',
  'long-explanation': 'pack-advice-long-explanation',
  duty: 'pack-advice-duty',
  blame: 'pack-advice-blame',
  closed: 'pack-advice-closed',
  score: 'pack-advice-score',
  ranking: 'pack-advice-ranking',
  'hard-word': 'pack-advice-hard-word',
  'no-intention': 'pack-advice-no-intention',
  'few-questions': 'pack-advice-few-questions',
};

/** A plain message, chosen by a table. */
const plain = t as (id: PlainId) => string;

/** What is wrong, in a sentence. */
export function faultText({ code }: Pick<PackFault, 'code'>): string {
  return plain(faults[code]);
}

/** What could be better, in a sentence. */
export function adviceText(code: PackAdviceCode): string {
  return plain(advice[code]);
}

/** What is allowed there, where that has bounds. */
export function boundsOf({ code, least, most }: PackFault): string | null {
  // The size of a file says more in kilobytes than in bytes.
  if (code === 'too-large' && most !== null)
    return t('pack-fault-most-size', { size: sizeInWords(most) });
  if (least !== null && most !== null) return t('pack-fault-between', { least, most });
  if (least !== null) return t('pack-fault-least', { least });
  return most === null ? null : t('pack-fault-most', { most });
}

/** "versie 1.2 · door Gemeente Voorbeeld" */
export function byline({ version, makers }: PackHead): string {
  const by = t('pack-by', { makers: listInWords(makers) });
  return [t('pack-version', { version }), ...(makers.length > 0 ? [by] : [])].join(' · ');
}

/** In whose words it is. */
export function wordingOf({ ownWording }: PackHead): string {
  return ownWording ? t('pack-own-wording') : t('pack-quoted-wording');
}

/** That its texts are not in the language of the window, where that is so. */
export function otherLanguage(languages: readonly PackPreview['language'][]): string | null {
  if (languages.length === 0 || languages.includes(speech.language)) return null;
  return languages[0] === 'nl' ? t('pack-only-dutch') : t('pack-only-english');
}
