import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Failure, KeysState } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { fakeKeys, GROUPS, PASSPHRASE, PROPOSED, RECOVERY_KEY } from './fake.test-helper';
import { KeysWindow } from './keys.svelte';

async function windowWith(changes: Partial<KeysState> = {}) {
  const backend = fakeKeys(changes);
  const keys = new KeysWindow(backend);
  await keys.start();
  return { backend, keys };
}

/** Everything that the window still holds, as text: no secret may be in it. */
function held(keys: KeysWindow): string {
  return JSON.stringify([
    keys.passphrase,
    keys.recoveryKey,
    keys.newPassphrase.value,
    keys.newPassphrase.repeat,
    keys.recovery.groups,
    keys.recovery.typed,
    keys.restoring.passphrase,
    keys.restoring.recoveryKey,
    keys.wiping.passphrase,
  ]);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  speech.language = 'nl';
});

describe('the first screen', () => {
  it('is the welcome where there is no journal', async () => {
    const { keys } = await windowWith({ situation: { kind: 'not-set-up' } });
    expect(keys.screen).toBe('welcome');
  });

  it('is the passphrase where there is one', async () => {
    const { keys } = await windowWith();
    expect(keys.screen).toBe('unlock');
  });

  it.each<Failure>([
    { code: 'slots-damaged', previousUsable: false },
    { code: 'slots-missing' },
    { code: 'store-missing' },
    { code: 'newer-format' },
    { code: 'folder-not-writable' },
  ])('says what stands in the way: $code', async (failure) => {
    const { keys } = await windowWith({ situation: { kind: 'blocked', failure } });
    expect(keys.screen).toBe('blocked');
    expect(keys.failure).toEqual(failure);
  });

  it('says so when even that cannot be asked', async () => {
    const backend = fakeKeys();
    backend.failNext('keys_state', { code: 'internal', incident: 7 });
    const keys = new KeysWindow(backend);
    await keys.start();
    expect(keys.screen).toBe('blocked');
    expect(keys.failure).toEqual({ code: 'internal', incident: 7 });
  });

  it('speaks as chosen', async () => {
    await windowWith({ appearance: { language: 'en', textSize: 'large' } });
    expect(speech.language).toBe('en');
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dataset['textSize']).toBe('large');
  });
});

describe('unlocking', () => {
  it('opens with the passphrase, and goes on saying that it opens', async () => {
    const { backend, keys } = await windowWith();
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect(backend.requests('unlock')).toEqual([{ passphrase: PASSPHRASE, toRead: false }]);
    expect(keys.work).toBe('opening');
    expect(backend.commands).not.toContain('open_journal');
    expect(held(keys)).not.toContain('ooievaar');
  });

  it('forgets the passphrase before the answer comes', async () => {
    const { backend, keys } = await windowWith();
    backend.hold('unlock');
    keys.passphrase = PASSPHRASE;
    const unlocking = keys.unlock();
    expect(keys.work).toBe('opening');
    expect(held(keys)).not.toContain('ooievaar');
    backend.release('unlock');
    await unlocking;
  });

  it('asks once, however often the key is pressed', async () => {
    const { backend, keys } = await windowWith();
    backend.hold('unlock');
    keys.passphrase = PASSPHRASE;
    const first = keys.unlock();
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    backend.release('unlock');
    await first;
    expect(backend.requests('unlock')).toHaveLength(1);
  });

  it('says that the passphrase is wrong, and lets one try again at once', async () => {
    const { keys } = await windowWith();
    keys.passphrase = 'iets anders';
    await keys.unlock();
    expect(keys.screen).toBe('unlock');
    expect(keys.failure).toEqual({ code: 'wrong-passphrase' });
    expect(keys.work).toBeNull();
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect(keys.failure).toBeNull();
  });

  it('does not send an empty field', async () => {
    const { backend, keys } = await windowWith();
    await keys.unlock();
    expect(keys.missing).toBe(true);
    expect(backend.commands).not.toContain('unlock');
  });

  it.each<Failure>([
    { code: 'slots-damaged', previousUsable: true },
    { code: 'slots-missing' },
    { code: 'store-missing' },
    { code: 'newer-format' },
    { code: 'folder-not-writable' },
  ])('leaves the screen where trying again has no sense: $code', async (failure) => {
    const { backend, keys } = await windowWith();
    backend.failNext('unlock', failure);
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect(keys.screen).toBe('blocked');
    expect(keys.failure).toEqual(failure);
  });

  it.each<Failure>([
    { code: 'disk-full' },
    { code: 'not-enough-memory' },
    { code: 'store-damaged' },
    { code: 'internal', incident: 3 },
  ])('stays where it can be tried again: $code', async (failure) => {
    const { backend, keys } = await windowWith();
    backend.failNext('unlock', failure);
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect(keys.screen).toBe('unlock');
    expect(keys.failure).toEqual(failure);
  });

  it('leads to a new passphrase when that was asked for', async () => {
    const { backend, keys } = await windowWith({ intent: 'change-passphrase' });
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect([keys.screen, keys.purpose, keys.work]).toEqual(['choose-passphrase', 'change', null]);

    keys.newPassphrase.value = 'vijf andere woorden voor mij';
    keys.newPassphrase.repeat = keys.newPassphrase.value;
    await keys.choosePassphrase();
    expect([keys.screen, keys.work]).toEqual(['changed', null]);
    expect(held(keys)).not.toContain('woorden');
    await keys.openJournal();
    expect(backend.commands.slice(-2)).toEqual(['change_passphrase', 'open_journal']);
    expect(keys.work).toBe('opening');
  });

  it('leads to the sheet when that was asked for', async () => {
    const { keys } = await windowWith({ intent: 'make-recovery-sheet' });
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    expect(keys.screen).toBe('recovery-sheet');
    expect(keys.recovery.groups).toEqual(GROUPS);
    expect(keys.settingUp).toBe(false);
  });
});

describe('the recovery key', () => {
  it('opens, and a new passphrase may follow or wait', async () => {
    const { backend, keys } = await windowWith();
    keys.askFor('unlock-with-recovery-key');
    keys.recoveryKey = RECOVERY_KEY.toLowerCase();
    await keys.unlockWithRecoveryKey();
    expect([keys.screen, keys.purpose]).toEqual(['choose-passphrase', 'after-recovery']);
    expect(held(keys)).not.toContain('7k3qm');
    await keys.later();
    expect(backend.commands.slice(-1)).toEqual(['open_journal']);
  });

  it('stays to be mended when a character was misread, and goes with the screen', async () => {
    const { keys } = await windowWith();
    keys.askFor('unlock-with-recovery-key');
    keys.recoveryKey = '7K3QM 0V9XT';
    await keys.unlockWithRecoveryKey();
    expect(keys.failure).toEqual({ code: 'unreadable-recovery-key', part: 'length' });
    expect(keys.recoveryKey).toBe('7K3QM 0V9XT');
    keys.askFor('unlock');
    expect(keys.recoveryKey).toBe('');
    expect(keys.failure).toBeNull();
  });

  it('does not send an empty field', async () => {
    const { backend, keys } = await windowWith();
    keys.recoveryKey = '  ';
    await keys.unlockWithRecoveryKey();
    expect(keys.missing).toBe(true);
    expect(backend.commands).not.toContain('unlock_with_recovery_key');
  });
});

describe('set-up', () => {
  async function atPassphrase() {
    const made = await windowWith({ situation: { kind: 'not-set-up' } });
    made.keys.begin();
    return made;
  }
  async function atSheet() {
    const made = await atPassphrase();
    await made.keys.propose();
    await made.keys.choosePassphrase();
    return made;
  }

  it('goes from a proposed passphrase to the sheet, to the two groups, to the journal', async () => {
    const { backend, keys } = await atSheet();
    expect(backend.requests('set_up')).toEqual([{ passphrase: PROPOSED, language: 'nl' }]);
    expect(keys.screen).toBe('recovery-sheet');
    expect(held(keys)).not.toContain('kersen');

    keys.copied();
    expect(keys.recovery.ask).toEqual([2, 5]);
    keys.recovery.typed = ['0v9xt', 'e8j1d'];
    await keys.confirmRecovery();
    expect(backend.commands.slice(-2)).toEqual(['confirm_recovery_key', 'open_journal']);
    expect(keys.work).toBe('opening');
    expect(held(keys)).not.toContain('7K3QM');
  });

  it('asks a passphrase of one’s own twice, unless it can be read', async () => {
    const { backend, keys } = await atPassphrase();
    const typed = keys.newPassphrase;
    typed.value = 'een eigen wachtzin van mij';
    typed.typed();
    expect(typed.asksRepeat).toBe(true);
    await keys.choosePassphrase();
    expect(typed.objection).toBe('differs');
    expect(backend.commands).not.toContain('set_up');

    typed.shown = true;
    expect(typed.asksRepeat).toBe(false);
    await keys.choosePassphrase();
    expect(backend.requests('set_up')).toHaveLength(1);
  });

  it('warns once about a weak passphrase, and then it is the person’s choice', async () => {
    const { backend, keys } = await atPassphrase();
    const typed = keys.newPassphrase;
    typed.shown = true;
    typed.value = 'welkom2026welkom';
    typed.typed();
    await keys.choosePassphrase();
    expect(typed.objection).toBe('weak');
    typed.value = 'welkom2027welkom';
    typed.typed();
    await keys.choosePassphrase();
    expect(typed.objection).toBe('weak');
    expect(backend.commands).not.toContain('set_up');
    await keys.choosePassphrase();
    expect(backend.requests('set_up')).toHaveLength(1);
  });

  it.each([
    ['', 'missing'],
    ['kort', 'too-short'],
  ])('does not send %o: %s', async (value, objection) => {
    const { backend, keys } = await atPassphrase();
    keys.newPassphrase.value = value;
    keys.newPassphrase.repeat = value;
    await keys.choosePassphrase();
    expect(keys.newPassphrase.objection).toBe(objection);
    expect(backend.commands).not.toContain('set_up');
  });

  it('judges when the keys rest, and only the newest text counts', async () => {
    const { backend, keys } = await atPassphrase();
    const typed = keys.newPassphrase;
    for (const value of ['een', 'een eigen', 'een eigen wachtzin van mij']) {
      typed.value = value;
      typed.typed();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(backend.requests('judge_passphrase')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(backend.requests('judge_passphrase')).toHaveLength(1);
    expect(typed.strength).toBe('strong');
    typed.value = '';
    typed.typed();
    expect(typed.strength).toBe('empty');
  });

  it('does not change under their hands what somebody types while words are being drawn', async () => {
    const { backend, keys } = await atPassphrase();
    backend.hold('propose_passphrase');
    const drawing = keys.propose();
    keys.newPassphrase.value = 'een eigen wachtzin van mij';
    keys.newPassphrase.typed();
    backend.release('propose_passphrase');
    await drawing;
    expect(keys.newPassphrase.value).toBe('een eigen wachtzin van mij');
    expect(keys.newPassphrase.proposed).toBe(false);
  });

  it('makes one journal, however often the button is pressed', async () => {
    const { backend, keys } = await atPassphrase();
    await keys.propose();
    backend.hold('set_up');
    const first = keys.choosePassphrase();
    await vi.advanceTimersByTimeAsync(0);
    await keys.choosePassphrase();
    expect(keys.newPassphrase.objection).toBeNull();
    backend.release('set_up');
    await first;
    expect(backend.requests('set_up')).toHaveLength(1);
    expect(keys.screen).toBe('recovery-sheet');
  });

  it('does not let a late judgement speak about what is gone', async () => {
    const { backend, keys } = await atPassphrase();
    backend.hold('judge_passphrase');
    keys.newPassphrase.value = 'een eigen wachtzin van mij';
    keys.newPassphrase.typed();
    await vi.advanceTimersByTimeAsync(300);
    keys.backToWelcome();
    backend.release('judge_passphrase');
    await vi.advanceTimersByTimeAsync(0);
    expect(keys.newPassphrase.strength).toBe('empty');
  });

  it('is finished later when one wishes', async () => {
    const { backend, keys } = await atSheet();
    await keys.later();
    expect(backend.commands.slice(-1)).toEqual(['open_journal']);
    expect(backend.commands).not.toContain('confirm_recovery_key');
    expect(held(keys)).not.toContain('7K3QM');
  });

  it('is finished later also by who chooses that before the key is drawn', async () => {
    const { backend, keys } = await atPassphrase();
    await keys.propose();
    backend.hold('draw_recovery_key');
    const chosen = keys.choosePassphrase();
    await vi.advanceTimersByTimeAsync(0);
    expect([keys.screen, keys.recovery.groups]).toEqual(['recovery-sheet', []]);
    const later = keys.later();
    await vi.advanceTimersByTimeAsync(0);
    backend.release('draw_recovery_key');
    await Promise.all([chosen, later]);
    expect(backend.commands.slice(-1)).toEqual(['open_journal']);
    expect(held(keys)).not.toContain('7K3QM');
  });

  it('asks again when the groups differ, and shows the sheet again on the way back', async () => {
    const { keys } = await atSheet();
    keys.copied();
    keys.recovery.typed = ['0V9XT', 'E8J1O'];
    await keys.confirmRecovery();
    expect([keys.screen, keys.failure?.code]).toEqual(['confirm-recovery', 'groups-differ']);
    expect(keys.recovery.typed).toEqual(['0V9XT', 'E8J1O']);
    keys.backToSheet();
    expect(keys.recovery.groups).toEqual(GROUPS);
    expect(keys.recovery.typed).toEqual(['', '']);
  });

  it('says where the page was saved, and nothing when nothing was saved', async () => {
    const { backend, keys } = await atSheet();
    await keys.savePage();
    expect(keys.recovery.savedAt).toContain('Herstelblad');
    expect(backend.requests('save_recovery_page')).toEqual([{ language: 'nl' }]);
    backend.failNext('save_recovery_page', { code: 'disk-full' });
    await keys.savePage();
    expect(keys.failure).toEqual({ code: 'disk-full' });
    expect(keys.screen).toBe('recovery-sheet');
  });

  it('keeps the way into the journal open when no key can be drawn', async () => {
    const { backend, keys } = await atPassphrase();
    backend.failNext('draw_recovery_key', { code: 'internal', incident: 1 });
    await keys.propose();
    await keys.choosePassphrase();
    expect([keys.screen, keys.failure?.code]).toEqual(['recovery-sheet', 'internal']);
    await keys.drawAgain();
    expect(keys.recovery.groups).toEqual(GROUPS);
    expect(keys.failure).toBeNull();
  });

  it('wipes what was typed on the way back', async () => {
    const { keys } = await atPassphrase();
    keys.newPassphrase.value = 'een eigen wachtzin van mij';
    keys.newPassphrase.typed();
    keys.backToWelcome();
    expect(keys.screen).toBe('welcome');
    expect(held(keys)).not.toContain('wachtzin');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keys.newPassphrase.strength).toBe('empty');
  });

  it('forgets the passphrase even when the journal cannot be made', async () => {
    const { backend, keys } = await atPassphrase();
    backend.failNext('set_up', { code: 'disk-full' });
    await keys.propose();
    await keys.choosePassphrase();
    expect([keys.screen, keys.failure?.code]).toEqual(['choose-passphrase', 'disk-full']);
    expect(held(keys)).not.toContain('kersen');
    expect(keys.work).toBeNull();
  });
});

describe('while something goes on', () => {
  const moves: [string, (keys: KeysWindow) => unknown][] = [
    ['begin', (keys) => keys.begin()],
    ['backToWelcome', (keys) => keys.backToWelcome()],
    ['chooseForNewKey', (keys) => keys.chooseForNewKey()],
    ['offerNewKey', (keys) => keys.offerNewKey()],
    ['askFor', (keys) => keys.askFor('unlock')],
    ['copied', (keys) => keys.copied()],
    ['backToSheet', (keys) => keys.backToSheet()],
    ['later', (keys) => keys.later()],
    ['askToRead', (keys) => keys.askToRead()],
    ['showBackup', (keys) => keys.showBackup('choose-backup')],
    ['openBackupWith', (keys) => keys.openBackupWith('recovery-key')],
    ['leaveBackups', (keys) => keys.leaveBackups()],
    ['keepJournal', (keys) => keys.keepJournal()],
    ['lookAgain', (keys) => keys.lookAgain()],
  ];

  it.each(moves)('no screen is left and nothing is forgotten: %s', async (_, move) => {
    const { backend, keys } = await windowWith({ intent: 'wipe' });
    backend.hold('wipe_journal');
    keys.wiping.passphrase = PASSPHRASE;
    keys.wiping.sure = true;
    const wiping = keys.wipeJournal();
    const asked = backend.commands.length;
    keys.passphrase = 'half getypt';
    keys.restoring.withKey = false;
    keys.toRead = false;
    keys.purpose = 'change';
    keys.recovery.typed = ['0V9XT', ''];
    keys.newPassphrase.value = 'in de maak';
    const moved = move(keys);
    expect([keys.screen, keys.work, keys.wiping.sure]).toEqual(['wipe', 'wiping', true]);
    expect([keys.passphrase, keys.newPassphrase.value]).toEqual(['half getypt', 'in de maak']);
    expect([keys.toRead, keys.restoring.withKey, keys.purpose]).toEqual([false, false, 'change']);
    expect(keys.recovery.typed).toEqual(['0V9XT', '']);
    backend.release('wipe_journal');
    await Promise.all([wiping, moved]);
    expect(keys.screen).toBe('wiped');
    expect(backend.commands).toHaveLength(asked);
  });

  it('does not open the journal on top of a new key that is being made', async () => {
    const { backend, keys } = await windowWith({ intent: 'renew-key' });
    keys.passphrase = PASSPHRASE;
    await keys.unlock();
    keys.chooseForNewKey();
    await keys.propose();
    backend.hold('renew_key');
    const renewing = keys.choosePassphrase();
    await vi.advanceTimersByTimeAsync(0);
    expect(keys.work).toBe('renewing');
    const later = keys.later();
    backend.release('renew_key');
    await Promise.all([renewing, later]);
    // Who pressed it has not seen the only sheet that fits from here on.
    expect([keys.screen, keys.recovery.groups]).toEqual(['recovery-sheet', GROUPS]);
    expect(backend.commands).not.toContain('open_journal');
  });

  it('opens the journal after measuring for who asks it meanwhile', async () => {
    const { backend, keys } = await windowWith({ intent: 'choose-cost' });
    backend.hold('list_costs');
    keys.passphrase = PASSPHRASE;
    const unlocking = keys.unlock();
    await vi.advanceTimersByTimeAsync(0);
    expect([keys.work, keys.mayOpen]).toEqual(['measuring', true]);
    const later = keys.later();
    backend.release('list_costs');
    await Promise.all([unlocking, later]);
    expect(backend.commands.at(-1)).toBe('open_journal');
  });
});

describe('damaged key slots', () => {
  it('can be put back, and then the passphrase is asked', async () => {
    const failure: Failure = { code: 'slots-damaged', previousUsable: true };
    const { backend, keys } = await windowWith({ situation: { kind: 'blocked', failure } });
    await keys.mend();
    expect(backend.commands).toContain('restore_previous_slots');
    expect([keys.screen, keys.mended, keys.failure]).toEqual(['unlock', true, null]);
  });

  it('stay what they are when that fails', async () => {
    const failure: Failure = { code: 'slots-damaged', previousUsable: true };
    const { backend, keys } = await windowWith({ situation: { kind: 'blocked', failure } });
    backend.failNext('restore_previous_slots', { code: 'disk-full' });
    await keys.mend();
    expect([keys.screen, keys.mended, keys.failure?.code]).toEqual(['blocked', false, 'disk-full']);
  });
});

describe('language and size of text', () => {
  it('change at once and are kept', async () => {
    const { backend, keys } = await windowWith();
    await keys.changeAppearance({ language: 'en', textSize: 'largest' });
    expect(speech.language).toBe('en');
    expect(document.documentElement.dataset['textSize']).toBe('largest');
    expect(backend.requests('change_appearance')).toEqual([
      { language: 'en', textSize: 'largest' },
    ]);
  });

  it('hold on the screen even when they cannot be kept', async () => {
    const { backend, keys } = await windowWith();
    backend.failNext('change_appearance', { code: 'disk-full' });
    await keys.changeAppearance({ language: 'en', textSize: 'normal' });
    expect(keys.failure).toBeNull();
    expect(speech.language).toBe('en');
  });
});
