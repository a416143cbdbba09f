// Each situation shows its screen, and each failure its own sentence where it belongs.
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';

import {
  control,
  errorAt,
  faults,
  heading,
  notSetUp,
  open,
  page,
  press,
  show,
  type,
} from './KeysApp.test-helper';
import type { DiskEncryption, Failure, Notice } from './backend/contract';
import { t } from './i18n/i18n.svelte';
import { fakeKeys, GROUPS, PASSPHRASE } from './state/keys/fake.test-helper';
import { KeysWindow } from './state/keys/keys.svelte';
import { failureText } from './state/shared/failures';

it('shows nothing of a screen before it knows which one', () => {
  const keys = new KeysWindow(fakeKeys());
  show(keys);
  expect(page()).toBe('');
});

describe('the welcome', () => {
  it.each<[DiskEncryption, string]>([
    ['encrypted', 'De schijf van deze computer is versleuteld.'],
    ['not-encrypted', 'De schijf van deze computer is niet versleuteld.'],
    ['unknown', 'We kunnen niet zien of de schijf'],
  ])('says how it is with the disk: %s', async (disk, words) => {
    await open({ ...notSetUp, disk });
    expect(heading()).toBe(t('keys-welcome-title'));
    expect(page()).toContain(words);
  });

  it('speaks the language that is chosen on it', async () => {
    const { backend } = await open(notSetUp);
    await press('English');
    expect(heading()).toBe('A quiet moment to look back');
    expect(backend.requests('change_appearance')).toEqual([{ language: 'en', textSize: 'normal' }]);
  });
});

it('goes from the welcome to the journal, by labels and buttons alone', async () => {
  const { backend } = await open(notSetUp);
  await press(t('keys-begin'));
  expect(document.activeElement?.textContent).toBe(t('keys-passphrase-title'));
  type(t('keys-passphrase'), PASSPHRASE);
  type(t('keys-passphrase-repeat'), 'ooievaar');
  await press(t('keys-use-passphrase'));
  expect(page()).toContain(t('keys-objection-differs'));
  expect(document.activeElement).toBe(control(t('keys-passphrase-repeat')));
  type(t('keys-passphrase-repeat'), PASSPHRASE);
  await press(t('keys-use-passphrase'));

  expect(document.activeElement?.textContent).toBe(t('keys-sheet-title'));
  for (const group of GROUPS) expect(page()).toContain(group);
  await press(t('keys-sheet-copied'));
  expect(heading()).toBe(t('keys-confirm-title'));
  expect(page()).not.toContain(GROUPS[0]);
  type(t('keys-confirm-group', { number: 2 }), 'XXXXX');
  await press(t('keys-confirm-done'));
  expect(page()).toContain(t('failure-groups-differ'));
  expect(control(t('keys-confirm-group', { number: 2 })).getAttribute('aria-invalid')).toBe('true');
  type(t('keys-confirm-group', { number: 2 }), GROUPS[1] ?? '');
  type(t('keys-confirm-group', { number: 5 }), GROUPS[4] ?? '');
  await press(t('keys-confirm-done'));
  expect(page()).toContain(t('keys-work-opening'));
  expect(backend.commands.at(-1)).toBe('open_journal');
});

it('keeps focus when reading along makes the second field needless', async () => {
  await open(notSetUp);
  await press(t('keys-begin'));
  type(t('keys-passphrase'), PASSPHRASE);
  const repeated = control(t('keys-passphrase-repeat'));
  repeated.parentElement?.querySelector('button')?.click();
  flushSync();
  expect(page()).not.toContain(t('keys-passphrase-repeat'));
  expect(document.activeElement).toBe(control(t('keys-passphrase')));
});

it('shows proposed words, and says to copy them', async () => {
  await open(notSetUp);
  await press(t('keys-begin'));
  await press(t('keys-propose'));
  const field = control<HTMLInputElement>(t('keys-passphrase'));
  expect(field.type).toBe('text');
  expect(field.value.split(' ')).toHaveLength(5);
  expect(page()).toContain(t('keys-proposed'));
  expect(page()).not.toContain(t('keys-passphrase-repeat'));
});

describe('unlocking', () => {
  it('begins in the field', async () => {
    await open();
    expect(document.activeElement).toBe(control(t('keys-passphrase')));
  });

  it('says at the field that a passphrase is wrong, and empties it', async () => {
    await open();
    type(t('keys-passphrase'), 'iets anders');
    await press(t('keys-unlock'));
    const field = control<HTMLInputElement>(t('keys-passphrase'));
    expect(field.value).toBe('');
    expect(document.getElementById(`${field.id}-error`)?.textContent).toContain(
      t('failure-wrong-passphrase'),
    );
    expect(document.activeElement).toBe(field);
  });

  it.each<Failure>([{ code: 'disk-full' }, { code: 'not-enough-memory' }])(
    'says above the form: $code',
    async (failure) => {
      const { backend } = await open();
      backend.failNext('unlock', failure);
      type(t('keys-passphrase'), PASSPHRASE);
      await press(t('keys-unlock'));
      expect(document.querySelector('[role=alert]')?.textContent).toContain(failureText(failure));
    },
  );

  it.each<[Notice, string]>([
    [{ kind: 'locked-by-itself', why: 'idle', saved: true }, 'Alles wat je schreef, is bewaard.'],
    [{ kind: 'locked-by-itself', why: 'screen', saved: true }, 'toen je scherm op slot ging'],
    [{ kind: 'locked-by-itself', why: 'sleep', saved: false }, 'in de laatste twee seconden'],
    [{ kind: 'locked-by-itself', why: 'lid', saved: true }, 'toen je je laptop dichtdeed'],
    [{ kind: 'journal-stopped' }, 'Alles wat bewaard was, staat er nog.'],
    [{ kind: 'walk-through-ended', end: { kind: 'asked' } }, t('keys-notice-walk-asked')],
    [{ kind: 'walk-through-ended', end: { kind: 'time' } }, t('keys-notice-walk-time')],
    [{ kind: 'walk-through-ended', end: { kind: 'locked', by: 'lid' } }, t('keys-notice-walk-lid')],
    [{ kind: 'walk-through-stopped' }, t('keys-notice-walk-stopped')],
    [{ kind: 'keys-stopped' }, 'Met je dagboek is niets gebeurd.'],
    [{ kind: 'opening-failed', failure: { code: 'store-damaged' } }, 'kan niet worden gelezen'],
  ])('says what happened: $kind', async (notice, words) => {
    await open({ notice });
    expect(heading()).toBe(t('keys-unlock-title'));
    expect(page()).toContain(words);
  });

  it('asks for nothing but the passphrase where a walk-through wants more time', async () => {
    const { backend, keys } = await open({ intent: 'more-time' });
    expect(heading()).toBe(t('more-time-title'));
    expect(() => control(t('keys-unlock-forgotten'))).toThrow();
    expect(await faults()).toEqual([]);
    await press(t('more-time-give'));
    expect(errorAt(t('keys-passphrase'))).toBe(t('keys-objection-missing'));

    type(t('keys-passphrase'), 'een heel andere zin');
    backend.failNext('unlock', { code: 'wrong-passphrase' });
    await press(t('more-time-give'));
    expect(errorAt(t('keys-passphrase'))).toContain(failureText({ code: 'wrong-passphrase' }));

    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('more-time-give'));
    // It goes by itself, and keeps saying what it does until then.
    expect(keys.busy).toBe(true);
    expect(heading()).toBe(t('more-time-title'));
    expect(backend.commands).not.toContain('open_journal');
  });

  it('closes this window alone where nobody gives more time', async () => {
    const { backend } = await open({ intent: 'more-time' });
    await press(t('more-time-not'));
    expect(backend.commands.at(-1)).toBe('quit_keys');
  });

  it('offers the recovery key only where there is one', async () => {
    await open();
    await press(t('keys-unlock-forgotten'));
    expect(heading()).toBe(t('keys-unlock-key-title'));
    await press(t('keys-unlock-back'));
    expect(heading()).toBe(t('keys-unlock-title'));
  });

  it('is honest where there is none', async () => {
    await open({ situation: { kind: 'locked', recoveryReady: false } });
    await press(t('keys-unlock-forgotten'));
    expect(heading()).toBe(t('keys-unlock-title'));
    expect(page()).toContain(t('keys-unlock-no-sheet'));
  });

  it.each(['length', 'character', 'checksum'] as const)(
    'says what is wrong with a recovery key: %s',
    async (part) => {
      const { backend } = await open();
      await press(t('keys-unlock-forgotten'));
      const failure: Failure = { code: 'unreadable-recovery-key', part };
      backend.failNext('unlock_with_recovery_key', failure);
      type(t('keys-unlock-key'), GROUPS.join(' '));
      await press(t('keys-unlock'));
      const field = control(t('keys-unlock-key'));
      expect(document.getElementById(`${field.id}-error`)?.textContent).toContain(
        failureText(failure),
      );
    },
  );
});

describe('what stands in the way', () => {
  it.each<Failure>([
    { code: 'slots-damaged', previousUsable: false },
    { code: 'slots-missing' },
    { code: 'store-missing' },
    { code: 'newer-format' },
    { code: 'folder-not-writable' },
  ])('is said with the folder, and can be looked at again: $code', async (failure) => {
    const { backend } = await open({ situation: { kind: 'blocked', failure } });
    expect(page()).toContain(failureText(failure));
    expect(page()).toContain('/home/noor/.local/share/terugblik');
    expect(page()).not.toContain(t('keys-blocked-mend'));
    await press(t('keys-blocked-again'));
    expect(backend.requests('keys_state')).toHaveLength(2);
    await press(t('keys-blocked-quit'));
    expect(backend.commands.at(-1)).toBe('quit_keys');
  });

  it('can be mended where the previous copy is good', async () => {
    const failure: Failure = { code: 'slots-damaged', previousUsable: true };
    await open({ situation: { kind: 'blocked', failure } });
    await press(t('keys-blocked-mend'));
    expect(heading()).toBe(t('keys-unlock-title'));
    expect(page()).toContain(t('keys-notice-mended'));
  });
});

it('makes text larger and smaller by the keys that every program has', async () => {
  const { backend } = await open();
  const key = (name: string, ctrlKey: boolean) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, cancelable: true }));
  key('+', false);
  key('a', true);
  expect(backend.requests('change_appearance')).toEqual([]);
  key('=', true);
  key('+', true);
  key('-', true);
  expect(backend.requests('change_appearance').map(({ textSize }) => textSize)).toEqual([
    'large',
    'larger',
    'large',
  ]);
});

it('never puts a secret in the title or the address', async () => {
  await open();
  const [title, address] = [document.title, location.href];
  type(t('keys-passphrase'), PASSPHRASE);
  await press(t('keys-unlock'));
  expect([document.title, location.href]).toEqual([title, address]);
});
