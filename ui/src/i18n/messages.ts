// Generated from assets/i18n/nl.ftl and en.ftl by `npm run messages`. Do not edit.

/** The variables of each message of the windows; null where it has none. */
export interface Messages {
  'shared-app': null;
  'shared-show': null;
  'shared-caps-lock': null;
  'shared-errors': null;
  'failure-wrong-passphrase': null;
  'failure-wrong-recovery-key': null;
  'failure-recovery-key-length': null;
  'failure-recovery-key-character': null;
  'failure-recovery-key-checksum': null;
  'failure-passphrase-too-short': { least: string | number };
  'failure-groups-differ': null;
  'failure-slots-damaged': null;
  'failure-slots-damaged-mendable': null;
  'failure-slots-missing': null;
  'failure-store-missing': null;
  'failure-store-damaged': null;
  'failure-newer-format': null;
  'failure-already-set-up': null;
  'failure-folder-not-writable': null;
  'failure-disk-full': null;
  'failure-not-enough-memory': null;
  'failure-out-of-turn': null;
  'failure-entry-gone': null;
  'failure-entry-in-bin': null;
  'failure-answer-gone': null;
  'failure-text-too-long': { most: string | number };
  'failure-alias-unusable': null;
  'failure-unknown-kind': null;
  'failure-setting-out-of-bounds': null;
  'failure-internal': { incident: string | number };
}

/** The name of a message. */
export type MessageId = keyof Messages;
