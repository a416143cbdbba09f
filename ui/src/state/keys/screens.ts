// The screens of the lock window, and which of them a situation or a failure leads to.
import type { Failure, KeysState } from '../../backend/contract';

/** One screen of this window. */
export type Screen =
  | 'starting'
  | 'welcome'
  | 'choose-passphrase'
  | 'recovery-sheet'
  | 'confirm-recovery'
  | 'unlock'
  | 'unlock-with-recovery-key'
  | 'more-time'
  | 'blocked'
  | 'choose-backup'
  | 'open-backup'
  | 'restored'
  | 'changed'
  | 'renew-key'
  | 'choose-cost'
  | 'wipe'
  | 'wiped';

/** What the window is busy with; the person waits for it and is told so. */
export type Work =
  | 'opening'
  | 'making'
  | 'changing'
  | 'mending'
  | 'finding'
  | 'restoring'
  | 'renewing'
  | 'measuring'
  | 'changing-cost'
  | 'wiping';

/** What a passphrase is chosen for. */
export type Purpose = 'set-up' | 'change' | 'after-recovery' | 'renew';

/** The screen for how things stand, where nothing else was asked for. */
export function screenFor({ situation, intent }: KeysState): Screen {
  switch (situation.kind) {
    case 'not-set-up':
      return 'welcome';
    case 'locked':
      return intent === 'more-time' ? 'more-time' : 'unlock';
    case 'blocked':
      return 'blocked';
  }
}

/** Failures after which trying the same again has no sense: they get a screen of their own. */
export function blocks({ code }: Failure): boolean {
  return (
    code === 'slots-damaged' ||
    code === 'slots-missing' ||
    code === 'store-missing' ||
    code === 'newer-format' ||
    code === 'already-set-up' ||
    code === 'folder-not-writable'
  );
}

/** Failures of which a backup is the way out: what is missing or damaged here is in it. */
export function helpedByBackup({ code }: Failure): boolean {
  return (
    code === 'slots-damaged' ||
    code === 'slots-missing' ||
    code === 'store-missing' ||
    code === 'store-damaged'
  );
}

/** Whether a journal that did not open may still be read as it lies there. */
export function mayBeRead({ code }: Failure): boolean {
  // Without a store there is nothing to read, and a store of another version cannot be read before
  // it is brought up to date, or the program is.
  return code !== 'store-missing' && code !== 'older-format' && code !== 'newer-format';
}
