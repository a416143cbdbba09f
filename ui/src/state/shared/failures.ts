// What each failure means on screen: one table, and a code that is missing from it does not compile.
import type { Failure } from '../../backend/contract';
import { t } from '../../i18n/i18n.svelte';
import type { MessageId, Messages } from '../../i18n/messages';

/** How much attention a failure asks for: a slip, a limit, or something broken. */
export type Severity = 'info' | 'warning' | 'negative';

/** A message with exactly the variables that it needs. */
export type Spoken = {
  [Id in MessageId]: { message: Id; variables: Messages[Id] };
}[MessageId];

/** What to say about a failure, and how loud. */
export type Saying = Spoken & { severity: Severity };

type OneFailure<Code extends Failure['code']> = Extract<Failure, { code: Code }>;
type Table = { [Code in Failure['code']]: (failure: OneFailure<Code>) => Saying };

/** Messages without variables. */
type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

const plain = (severity: Severity, message: PlainId) => (): Saying =>
  ({ severity, message, variables: null }) as Saying;

const table: Table = {
  'wrong-passphrase': plain('info', 'failure-wrong-passphrase'),
  'wrong-recovery-key': plain('info', 'failure-wrong-recovery-key'),
  'unreadable-recovery-key': ({ part }) =>
    ({
      length: plain('info', 'failure-recovery-key-length'),
      character: plain('info', 'failure-recovery-key-character'),
      checksum: plain('info', 'failure-recovery-key-checksum'),
    })[part](),
  'passphrase-too-short': ({ least }) => ({
    severity: 'info',
    message: 'failure-passphrase-too-short',
    variables: { least },
  }),
  'groups-differ': plain('info', 'failure-groups-differ'),
  'slots-damaged': ({ previousUsable }) =>
    plain(
      'negative',
      previousUsable ? 'failure-slots-damaged-mendable' : 'failure-slots-damaged',
    )(),
  'slots-missing': plain('negative', 'failure-slots-missing'),
  'store-missing': plain('negative', 'failure-store-missing'),
  'store-damaged': plain('negative', 'failure-store-damaged'),
  'newer-format': plain('warning', 'failure-newer-format'),
  'already-set-up': plain('warning', 'failure-already-set-up'),
  'folder-not-writable': plain('negative', 'failure-folder-not-writable'),
  'disk-full': plain('negative', 'failure-disk-full'),
  'not-enough-memory': plain('warning', 'failure-not-enough-memory'),
  'out-of-turn': plain('warning', 'failure-out-of-turn'),
  'entry-gone': plain('warning', 'failure-entry-gone'),
  'entry-in-bin': plain('warning', 'failure-entry-in-bin'),
  'answer-gone': plain('warning', 'failure-answer-gone'),
  'text-too-long': ({ most }) => ({
    severity: 'warning',
    // Bytes mean nothing to who writes; a character of Dutch is hardly ever more than one.
    message: 'failure-text-too-long',
    variables: { most },
  }),
  'alias-unusable': plain('info', 'failure-alias-unusable'),
  'alias-gone': plain('warning', 'failure-alias-gone'),
  'alias-taken': plain('info', 'failure-alias-taken'),
  'rule-unusable': plain('info', 'failure-rule-unusable'),
  'rule-gone': plain('warning', 'failure-rule-gone'),
  'own-trial-unusable': plain('info', 'failure-own-trial-unusable'),
  'own-trial-gone': plain('warning', 'failure-own-trial-gone'),
  'own-trial-ended': plain('info', 'failure-own-trial-ended'),
  'own-trial-fixed': ({ part }) =>
    plain(
      'info',
      part === 'scale' ? 'failure-own-trial-scale-fixed' : 'failure-own-trial-better-fixed',
    )(),
  'phase-in-use': plain('info', 'failure-phase-in-use'),
  'value-off-scale': ({ most }) => ({
    severity: 'info',
    message: 'failure-value-off-scale',
    variables: { most },
  }),
  'day-out-of-reach': plain('info', 'failure-day-out-of-reach'),
  'twofold-word-unusable': plain('info', 'failure-twofold-word-unusable'),
  'twofold-word-gone': plain('warning', 'failure-twofold-word-gone'),
  'team-point-unusable': plain('info', 'failure-team-point-unusable'),
  'team-point-gone': plain('warning', 'failure-team-point-gone'),
  'walk-through-gone': plain('warning', 'failure-walk-through-gone'),
  'walk-through-shown': plain('info', 'failure-walk-through-shown'),
  'walk-through-unusable': plain('info', 'failure-walk-through-unusable'),
  'preview-needed': plain('info', 'failure-preview-needed'),
  'walk-through-full': ({ most }) => ({
    severity: 'info',
    message: 'failure-walk-through-full',
    variables: { most },
  }),
  'walk-through-too-long': plain('info', 'failure-walk-through-too-long'),
  'period-unusable': plain('info', 'failure-period-unusable'),
  'passage-moved': plain('info', 'failure-passage-moved'),
  'own-question-unusable': plain('info', 'failure-own-question-unusable'),
  'unknown-form': plain('warning', 'failure-unknown-form'),
  'unknown-question': plain('warning', 'failure-unknown-question'),
  'look-back-gone': plain('warning', 'failure-look-back-gone'),
  'pack-gone': plain('warning', 'failure-pack-gone'),
  'pack-not-at-hand': plain('info', 'failure-pack-not-at-hand'),
  'form-without-person': plain('info', 'failure-form-without-person'),
  'unknown-kind': plain('warning', 'failure-unknown-kind'),
  'only-reading': plain('info', 'failure-only-reading'),
  'older-format': plain('warning', 'failure-older-format'),
  'not-sound': plain('warning', 'failure-not-sound'),
  'backup-under-way': plain('info', 'failure-backup-under-way'),
  'backup-gone': plain('warning', 'failure-backup-gone'),
  'backup-damaged': plain('negative', 'failure-backup-damaged'),
  'backup-of-other-key': plain('warning', 'failure-backup-of-other-key'),
  'place-gone': plain('info', 'failure-place-gone'),
  'place-not-writable': plain('warning', 'failure-place-not-writable'),
  'page-not-saved': plain('warning', 'failure-page-not-saved'),
  'setting-out-of-bounds': plain('info', 'failure-setting-out-of-bounds'),
  internal: ({ incident }) => ({
    severity: 'negative',
    message: 'failure-internal',
    // A name, not an amount: no thousands marks.
    variables: { incident: String(incident) },
  }),
};

/** What to say about a failure. */
export function sayingOf(failure: Failure): Saying {
  const entry = table[failure.code] as (failure: Failure) => Saying;
  return entry(failure);
}

/** The words for a failure. */
export function failureText(failure: Failure): string {
  return speak(sayingOf(failure));
}

/** The words of a message that was chosen earlier; they follow a change of language. */
export function speak({ message, variables }: Spoken): string {
  const anyMessage = t as (id: MessageId, variables: Messages[MessageId]) => string;
  return anyMessage(message, variables);
}
