// A journal that comes back from a backup, and what is offered where one does not open.
import { describe, expect, it, vi } from 'vitest';

import {
  alerted,
  close,
  control,
  errorAt,
  faults,
  focused,
  heading,
  notSetUp,
  open,
  page,
  press,
  type,
} from './KeysApp.test-helper';
import type { Failure, KeysState } from './backend/contract';
import { t } from './i18n/i18n.svelte';
import {
  ASIDE,
  foundBackup,
  GROUPS,
  PASSPHRASE,
  RECOVERY_KEY,
} from './state/keys/fake.test-helper';
import { failureText } from './state/shared/failures';

const chosen = () =>
  document.querySelector('input:checked')?.closest('label')?.textContent.replace(/\s+/g, ' ') ?? '';
const damaged = { notice: { kind: 'opening-failed', failure: { code: 'store-damaged' } } } as const;
const blockedBy = (failure: Failure) =>
  ({ situation: { kind: 'blocked', failure } }) satisfies Partial<KeysState>;

describe('an empty machine', () => {
  it('gets the journal back from a stick, by labels and buttons alone', async () => {
    const { backend } = await open(notSetUp);
    await press(t('keys-begin-restore'));
    expect(backend.requests('find_backups')).toEqual([{ elsewhere: true }]);
    expect(focused()).toBe(t('keys-backups-title'));
    expect(page()).toContain('/media/noor/STICK');
    expect(page()).not.toContain(t('keys-backups-aside'));
    expect(page()).not.toContain(t('keys-backups-since'));
    expect(chosen()).toContain('Vrijdag 20 november 2026 om 17:03');
    expect(chosen()).toContain('1,2 MB');
    await press(t('keys-backups-next'));

    expect(focused()).toBe(t('keys-restore-title'));
    expect(page()).toContain('vrijdag 20 november 2026 om 17:03');
    expect(page()).not.toContain(t('keys-restore-since'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(backend.requests('restore_backup')).toEqual([
      { number: 0, secret: { kind: 'passphrase', passphrase: PASSPHRASE } },
    ]);
    expect(focused()).toBe('Je dagboek is terug');
    expect(page()).toContain('412 terugblikken geteld.');
    expect(page()).not.toContain(t('keys-restored-aside'));
    expect(page()).not.toContain(t('keys-restored-aside-until'));
    expect(backend.commands).not.toContain('open_journal');
    await press(t('keys-restored-open'));
    expect(backend.commands.at(-1)).toBe('open_journal');
    expect(page()).toContain(t('keys-work-opening'));
  });

  it('stays as it was when the dialog is closed', async () => {
    const { backend } = await open(notSetUp, { elsewhere: null });
    await press(t('keys-begin-restore'));
    expect(backend.commands.at(-1)).toBe('find_backups');
    expect(heading()).toBe(t('keys-welcome-title'));
  });

  it('hears where nothing was found and what to look for, and can look elsewhere', async () => {
    const { backend } = await open(notSetUp, {
      elsewhere: { folder: '/media/noor/FOTO', rows: [] },
    });
    await press(t('keys-begin-restore'));
    expect(page()).toContain('Geen reservekopieën gevonden in /media/noor/FOTO');
    expect(page()).toContain(t('keys-backups-none-look'));
    expect(page()).not.toContain(t('keys-backups-next'));
    await press(t('keys-backups-elsewhere'));
    expect(backend.requests('find_backups')).toHaveLength(2);
    await press(t('keys-leave'));
    expect(heading()).toBe(t('keys-welcome-title'));
  });

  it('says on the welcome why nothing could be looked for', async () => {
    const { backend } = await open(notSetUp);
    const failure: Failure = { code: 'internal', incident: 4 };
    backend.failNext('find_backups', failure);
    await press(t('keys-begin-restore'));
    expect(heading()).toBe(t('keys-welcome-title'));
    expect(alerted()).toContain(failureText(failure));
  });

  it('is opened with the recovery key, and gets a new passphrase first', async () => {
    const { backend } = await open(notSetUp);
    await press(t('keys-begin-restore'));
    await press(t('keys-backups-next'));
    type(t('keys-passphrase'), 'half getypt');
    await press(t('keys-restore-with-key'));
    expect(focused()).toBe(t('keys-restore-title'));
    await press(t('keys-unlock-back'));
    expect(control<HTMLInputElement>(t('keys-passphrase')).value).toBe('');
    await press(t('keys-restore-with-key'));

    await press(t('keys-restore-go'));
    expect(errorAt(t('keys-unlock-key'))).toContain(t('keys-unlock-key-missing'));
    type(t('keys-unlock-key'), GROUPS.slice(1).join(' '));
    await press(t('keys-restore-go'));
    expect(errorAt(t('keys-unlock-key'))).toContain(t('failure-recovery-key-length'));
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-restore-go'));
    expect(page()).toContain(t('keys-restored-choose'));
    await press(t('keys-restored-passphrase'));
    expect(backend.commands).not.toContain('open_journal');
    expect(heading()).toBe(t('keys-passphrase-title-new'));
    expect(page()).not.toContain('Stap');
    await press(t('keys-propose'));
    await press(t('keys-use-passphrase'));
    expect(heading()).toBe(t('keys-changed-passphrase-title'));
    await press(t('keys-changed-open'));
    expect(backend.commands.slice(-2)).toEqual(['change_passphrase', 'open_journal']);
  });

  it('counts no steps when what came back gets a new key', async () => {
    await open(notSetUp);
    await press(t('keys-begin-restore'));
    await press(t('keys-backups-next'));
    await press(t('keys-restore-with-key'));
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-restore-go'));
    await press(t('keys-restored-passphrase'));
    await press(t('keys-propose'));
    await press(t('keys-use-passphrase'));
    await press(t('keys-changed-renew'));
    await press(t('keys-renew-go'));
    await press(t('keys-propose'));
    await press(t('keys-use-passphrase'));
    expect(heading()).toBe(t('keys-sheet-title'));
    expect(page()).not.toContain('Stap');
    await press(t('keys-sheet-copied'));
    expect(page()).not.toContain('Stap');
  });
});

describe('the list of backups', () => {
  it('says which of two lies where', async () => {
    await open({ intent: 'restore' });
    const cards = [...document.querySelectorAll('fieldset label')].map((card) => card.textContent);
    expect(cards).toHaveLength(3);
    expect(cards[0]).toContain(t('backups-here'));
    expect(cards[0]).toContain(t('keys-backups-newest'));
    expect(cards[1]).toContain(t('backups-second'));
    expect(cards[1]).not.toContain(t('keys-backups-newest'));
  });

  it('is short until one asks for all of it', async () => {
    const own = Array.from({ length: 9 }, (_, number) =>
      foundBackup(number, `2026-11-${20 - number}T16:52:00+01:00`),
    );
    const backup = own[8]?.backup ?? null;
    await open({ intent: 'restore', backup }, { own });
    const cards = () => document.querySelectorAll('fieldset label').length;
    expect(cards()).toBe(7);
    expect(chosen()).toContain('12 november');
    await press(t('keys-backups-all', { count: 9 }));
    expect(cards()).toBe(9);
    expect(focused()).toBe(t('keys-backups-title'));
  });

  it('is replaced by that of another folder, and stays when the dialog is closed', async () => {
    const around = { elsewhere: null };
    await open({ intent: 'restore' }, around);
    await press(t('keys-backups-elsewhere'));
    expect(chosen()).toContain('21 november');
    expect(focused()).toBe(t('keys-backups-elsewhere'));
    await close();
    await open({ intent: 'restore' });
    await press(t('keys-backups-elsewhere'));
    expect(chosen()).toContain('20 november');
    expect(focused()).toBe(t('keys-backups-title'));
  });
});

describe('restoring', () => {
  it('begins at the backup that was pointed at in the journal, and says what was put aside', async () => {
    const backup = foundBackup(2, '2026-11-14T09:05:00+01:00').backup;
    const { backend } = await open({ intent: 'restore', backup });
    expect(backend.requests('find_backups')).toEqual([{ elsewhere: false }]);
    expect(page()).toContain(t('keys-backups-aside'));
    expect(page()).toContain(t('keys-backups-since'));
    expect(chosen()).toContain('14 november 2026 om 09:05');
    await press(t('keys-backups-next'));
    expect(page()).toContain(t('keys-restore-since'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(backend.requests('restore_backup')[0]?.number).toBe(2);
    expect(page()).toContain(ASIDE);
    expect(page()).toContain(t('keys-restored-aside-until'));
  });

  it('always leaves a way back to the lock screen', async () => {
    const { backend } = await open({ intent: 'restore' });
    await press(t('keys-leave'));
    expect(heading()).toBe(t('keys-unlock-title'));
    await close();
    await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    type(t('keys-passphrase'), 'half getypt');
    await press(t('keys-leave'));
    expect(heading()).toBe(t('keys-unlock-title'));
    expect(backend.commands).not.toContain('restore_backup');
  });

  it('says at the field that the secret is wrong, and that damage is damage', async () => {
    const { backend } = await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    await press(t('keys-restore-go'));
    expect(errorAt(t('keys-passphrase'))).toContain(t('keys-objection-missing'));
    type(t('keys-passphrase'), 'iets anders');
    await press(t('keys-restore-go'));
    expect(errorAt(t('keys-passphrase'))).toContain(t('failure-wrong-passphrase'));
    expect(document.activeElement).toBe(control(t('keys-passphrase')));

    backend.failNext('restore_backup', { code: 'backup-damaged' });
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(focused()).toBe(t('keys-backups-title'));
    expect(alerted()).toContain(t('failure-backup-damaged'));
  });

  it('goes back to the list of who would rather take another one', async () => {
    await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    await press(t('keys-restore-other'));
    expect(focused()).toBe(t('keys-backups-title'));
    expect(chosen()).toContain('21 november');
    expect(page()).not.toContain('Lukte niet');
  });

  it.each([
    ['backup-damaged', 'keys-backups-damaged'],
    ['backup-gone', 'keys-backups-gone'],
    ['backup-of-other-key', 'keys-backups-other-key'],
  ] as const)('marks a backup that is no use, and takes the next: %s', async (code, words) => {
    const { backend } = await open({ intent: 'restore' });
    const marked = () =>
      [...document.querySelectorAll('fieldset label')].map((card) =>
        Boolean(card.textContent?.includes(t(words))),
      );
    const tryIt = async () => {
      backend.failNext('restore_backup', { code });
      await press(t('keys-backups-next'));
      type(t('keys-passphrase'), PASSPHRASE);
      await press(t('keys-restore-go'));
    };
    // Older first, then newer: from the middle, to the last, to the first.
    document.querySelectorAll<HTMLInputElement>('fieldset input')[1]?.click();
    await tryIt();
    expect(alerted()).toContain(failureText({ code }));
    expect(marked()).toEqual([false, true, false]);
    expect(chosen()).toContain('14 november');
    await tryIt();
    expect(marked()).toEqual([false, true, true]);
    expect(chosen()).toContain(t('keys-backups-newest'));
    await tryIt();
    expect(marked()).toEqual([true, true, true]);
    expect(chosen()).toBe('');
    expect(page()).not.toContain(t('keys-backups-next'));
    // Another list is another story.
    await press(t('keys-backups-elsewhere'));
    expect(marked()).toEqual([false, false]);
    expect(chosen()).toContain('20 november');
    expect(backend.requests('restore_backup').map(({ number }) => number)).toEqual([1, 2, 0]);
  });

  it('keeps a recovery key for the next backup, and drops it when one leaves', async () => {
    const { backend, keys } = await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    await press(t('keys-restore-with-key'));
    backend.failNext('restore_backup', { code: 'backup-damaged' });
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-restore-go'));
    await press(t('keys-backups-next'));
    expect(control<HTMLInputElement>(t('keys-unlock-key')).value).toBe(RECOVERY_KEY);
    await press(t('keys-leave'));
    expect(keys.restoring.recoveryKey).toBe('');
  });

  it('stays at the secret for what is not about the backup', async () => {
    const { backend } = await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    backend.failNext('restore_backup', { code: 'disk-full' });
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(heading()).toBe(t('keys-restore-title'));
    expect(alerted()).toContain(t('failure-disk-full'));
  });

  it.each<Failure>([
    { code: 'slots-damaged', previousUsable: false },
    { code: 'slots-missing' },
    { code: 'store-damaged' },
    { code: 'store-missing' },
  ])('does not take the damage of a backup for that of the journal: $code', async (failure) => {
    const { backend } = await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    backend.failNext('restore_backup', failure);
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(heading()).toBe(t('keys-backups-title'));
    expect(alerted()).toContain(t('failure-backup-damaged'));
  });

  it('is told to who cannot see it while it goes on', async () => {
    const { backend } = await open({ intent: 'restore' });
    await press(t('keys-backups-next'));
    backend.hold('restore_backup');
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    const said = [...document.querySelectorAll('[role=status]')].map((p) => p.textContent);
    expect(said).toContain(t('keys-work-restoring'));
    expect(control<HTMLInputElement>(t('keys-passphrase')).value).toBe('');
    // It is not called off by leaving, and no button says that it could be.
    for (const button of ['keys-restore-go', 'keys-restore-other', 'keys-leave'] as const) {
      expect(control(t(button)).getAttribute('aria-disabled')).toBe('true');
      await press(t(button));
      expect(heading()).toBe(t('keys-restore-title'));
    }
    backend.release('restore_backup');
    await vi.advanceTimersByTimeAsync(1);
    expect(heading()).toBe(t('keys-restored-title'));
    expect(control(t('keys-restored-open')).getAttribute('aria-disabled')).toBe('false');
    expect(backend.requests('restore_backup')).toHaveLength(1);
  });
});

describe('a journal that does not open', () => {
  it('is named, with what is safe, and a backup is offered', async () => {
    const { backend } = await open(damaged);
    expect(page()).toContain(t('failure-store-damaged'));
    expect(page()).toContain(t('keys-notice-opening-failed-safe'));
    expect(page()).not.toContain(t('failure-wrong-passphrase'));
    expect(backend.commands).not.toContain('find_backups');
    // The way out stands first: above the field, as what one does here, and not skipped by focus.
    const offer = control(t('keys-restore-offer'));
    expect(offer.classList).toContain('primary');
    expect(document.querySelectorAll('button.primary')).toHaveLength(1);
    expect(
      offer.compareDocumentPosition(control(t('keys-passphrase'))) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(focused()).toBe(t('keys-unlock-title'));
    await press(t('keys-restore-offer'));
    expect(backend.requests('find_backups')).toEqual([{ elsewhere: false }]);
    expect(heading()).toBe(t('keys-backups-title'));
    expect(page()).toContain(t('keys-backups-elsewhere'));
    await press(t('keys-leave'));
    expect(page()).toContain(t('failure-store-damaged'));
  });

  it('opens as always first where a backup is not what helps', async () => {
    await open({ notice: { kind: 'opening-failed', failure: { code: 'not-enough-memory' } } });
    expect(control(t('keys-restore-offer')).classList).not.toContain('primary');
    expect(control(t('keys-unlock')).classList).toContain('primary');
    expect(document.activeElement).toBe(control(t('keys-passphrase')));
  });

  it('is told before the way that was asked for', async () => {
    await open({ ...damaged, intent: 'restore' });
    expect(heading()).toBe(t('keys-unlock-title'));
  });

  it.each<Failure>([
    { code: 'store-missing' },
    { code: 'slots-missing' },
    { code: 'slots-damaged', previousUsable: false },
    { code: 'slots-damaged', previousUsable: true },
  ])('can come back from a backup: $code $previousUsable', async (failure) => {
    const { backend } = await open(blockedBy(failure));
    expect(page()).toContain(t('keys-restore-offer-what'));
    await press(t('keys-restore-offer'));
    await press(t('keys-leave'));
    expect(heading()).toBe(t('keys-blocked-title'));
    expect(page()).toContain(failureText(failure));
    await press(t('keys-restore-offer'));
    await press(t('keys-backups-next'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(page()).toContain(ASIDE);
    expect(backend.requests('find_backups')).toEqual([{ elsewhere: false }, { elsewhere: false }]);
  });

  it.each<Failure>([{ code: 'newer-format' }, { code: 'folder-not-writable' }])(
    'is not offered what does not help: $code',
    async (failure) => {
      await open(blockedBy(failure));
      expect(page()).not.toContain(t('keys-restore-offer'));
    },
  );
});

describe('reading only', () => {
  it('is offered where the journal did not open, with what it means', async () => {
    const { backend } = await open(damaged);
    expect(page()).toContain(t('keys-to-read-what'));
    await press(t('keys-to-read'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    expect(backend.requests('unlock')).toEqual([{ passphrase: PASSPHRASE, toRead: true }]);
  });

  it('is a choice: without it the journal opens as always', async () => {
    const { backend } = await open(damaged);
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    expect(backend.requests('unlock')).toEqual([{ passphrase: PASSPHRASE, toRead: false }]);
  });

  it('works with the recovery key as well', async () => {
    const { backend } = await open(damaged);
    await press(t('keys-unlock-forgotten'));
    await press(t('keys-to-read'));
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-unlock'));
    expect(backend.requests('unlock_with_recovery_key')[0]?.toRead).toBe(true);
    // Nothing can be written, so no passphrase can be chosen either.
    expect(page()).toContain(t('keys-work-opening'));
  });

  it('is the way in where the folder cannot be written', async () => {
    const { backend } = await open(blockedBy({ code: 'folder-not-writable' }));
    expect(page()).toContain(t('keys-to-read-what'));
    await press(t('keys-to-read'));
    expect(heading()).toBe(t('keys-unlock-title'));
    expect(page()).not.toContain(t('keys-unlock-no-sheet'));
    expect(control<HTMLInputElement>(t('keys-to-read')).checked).toBe(true);
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    expect(backend.requests('unlock')).toEqual([{ passphrase: PASSPHRASE, toRead: true }]);
    expect(page()).toContain(t('keys-work-opening'));
  });

  it('tries the sheet where nobody could look whether there is one', async () => {
    const { backend } = await open(blockedBy({ code: 'folder-not-writable' }));
    await press(t('keys-to-read'));
    await press(t('keys-unlock-forgotten'));
    expect(heading()).toBe(t('keys-unlock-key-title'));
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-unlock'));
    expect(backend.requests('unlock_with_recovery_key')[0]?.toRead).toBe(true);
    expect(page()).toContain(t('keys-work-opening'));
  });

  it('is not spoken of where all is well', async () => {
    await open();
    expect(page()).not.toContain(t('keys-to-read'));
  });

  it.each<Failure>([{ code: 'store-missing' }, { code: 'older-format' }, { code: 'newer-format' }])(
    'is not offered where nothing can be read: $code',
    async (failure) => {
      await open({ notice: { kind: 'opening-failed', failure } });
      expect(page()).toContain(t('keys-restore-offer'));
      expect(page()).not.toContain(t('keys-to-read-what'));
    },
  );
});

describe.each(['nl', 'en'] as const)('for who cannot see it, in %s', (language) => {
  const appearance = { language, textSize: 'normal' } as const;

  it('the way back to a journal has names and roles', async () => {
    await open({ intent: 'restore', appearance });
    expect(await faults()).toEqual([]);
    await press(t('keys-backups-next'));
    type(t('keys-passphrase'), 'iets anders');
    await press(t('keys-restore-go'));
    expect(await faults()).toEqual([]);
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-restore-go'));
    expect(await faults()).toEqual([]);
  });

  it('nothing found and nothing opened have names and roles', async () => {
    await open({ ...damaged, appearance }, { own: [] });
    expect(await faults()).toEqual([]);
    await press(t('keys-restore-offer'));
    expect(page()).toContain(t('keys-backups-none-own'));
    expect(await faults()).toEqual([]);
  });
});
