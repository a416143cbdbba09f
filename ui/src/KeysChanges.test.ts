// What is done with the key itself: a secret changed, a new key, the cost, and the end of it all.
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
import type { Intent } from './backend/contract';
import { t } from './i18n/i18n.svelte';
import { GROUPS, PASSPHRASE, PROPOSED, RECOVERY_KEY } from './state/keys/fake.test-helper';

async function unlockedFor(intent: Intent, ...[around, changes]: OpenArguments) {
  const opened = await open({ intent, ...changes }, around);
  type(t('keys-passphrase'), PASSPHRASE);
  await press(t('keys-unlock'));
  return opened;
}
type OpenArguments = [around?: Parameters<typeof open>[1], changes?: Parameters<typeof open>[0]];

async function chooseProposed() {
  await press(t('keys-propose'));
  await press(t('keys-use-passphrase'));
}

async function typeTheSheetBack() {
  await press(t('keys-sheet-copied'));
  type(t('keys-confirm-group', { number: 2 }), GROUPS[1] ?? '');
  type(t('keys-confirm-group', { number: 5 }), GROUPS[4] ?? '');
  await press(t('keys-confirm-done'));
}

describe('after a change of passphrase', () => {
  it('says what opens with the new one, and what still with the old', async () => {
    const { backend } = await unlockedFor('change-passphrase');
    await chooseProposed();
    expect(focused()).toBe(t('keys-changed-passphrase-title'));
    expect(page()).toContain('3 reservekopieën gaan open met je nieuwe wachtzin');
    expect(page()).toContain(t('keys-changed-organisation'));
    expect(page()).not.toContain(t('keys-changed-out-of-reach'));
    expect(backend.commands).not.toContain('open_journal');
    await press(t('keys-changed-open'));
    expect(backend.commands.at(-1)).toBe('open_journal');
    expect(page()).toContain(t('keys-work-opening'));
  });

  it('says that a stick was not there', async () => {
    await unlockedFor('change-passphrase', {
      rewrapped: { copies: 0, left: false, outOfReach: true },
    });
    await chooseProposed();
    expect(page()).toContain(t('keys-changed-out-of-reach'));
  });

  it('leads to a new key for who fears that somebody knows the old one', async () => {
    const { backend } = await unlockedFor('change-passphrase');
    await chooseProposed();
    await press(t('keys-changed-renew'));
    expect(focused()).toBe(t('keys-renew-title'));
    await press(t('keys-renew-go'));
    await chooseProposed();
    expect(backend.commands).toContain('renew_key');
    expect(heading()).toBe(t('keys-sheet-title'));
  });

  it('follows a forgotten passphrase as well', async () => {
    const { backend } = await open();
    await press(t('keys-unlock-forgotten'));
    type(t('keys-unlock-key'), RECOVERY_KEY);
    await press(t('keys-unlock'));
    expect(page()).toContain(t('keys-passphrase-after-recovery'));
    await chooseProposed();
    expect(heading()).toBe(t('keys-changed-passphrase-title'));
    await press(t('keys-changed-open'));
    expect(backend.commands.slice(-2)).toEqual(['change_passphrase', 'open_journal']);
  });
});

describe('after a new recovery sheet', () => {
  it('says what became of the old one', async () => {
    const { backend } = await unlockedFor('make-recovery-sheet');
    await typeTheSheetBack();
    expect(focused()).toBe(t('keys-changed-sheet-title'));
    expect(page()).toContain('3 reservekopieën gaan open met je nieuwe herstelblad');
    await press(t('keys-changed-open'));
    expect(backend.commands.slice(-2)).toEqual(['confirm_recovery_key', 'open_journal']);
  });

  it('has nothing to say of an old one where this is the first', async () => {
    const { backend } = await unlockedFor('make-recovery-sheet', undefined, {
      situation: { kind: 'locked', recoveryReady: false },
    });
    await typeTheSheetBack();
    expect(page()).not.toContain(t('keys-changed-sheet-title'));
    expect(backend.commands.at(-1)).toBe('open_journal');
  });
});

describe('a new key', () => {
  it('is explained, gets a passphrase and a sheet, and opens the journal', async () => {
    const { backend } = await unlockedFor('renew-key');
    expect(focused()).toBe(t('keys-renew-title'));
    for (const line of [
      t('keys-renew-what'),
      t('keys-renew-backups'),
      t('keys-renew-sheet'),
      t('keys-renew-elsewhere'),
    ])
      expect(page()).toContain(line);
    await press(t('keys-renew-go'));
    expect(page()).toContain(t('keys-passphrase-renew'));
    expect(page()).not.toContain(t('keys-passphrase-change'));
    await chooseProposed();
    expect(backend.requests('renew_key')).toEqual([{ passphrase: PROPOSED }]);
    expect(backend.commands).not.toContain('change_passphrase');

    expect(focused()).toBe(t('keys-sheet-title'));
    expect(page()).toContain(t('keys-sheet-renewed'));
    await typeTheSheetBack();
    // The former sheet is no use to anyone here; what it still opens elsewhere was said before.
    expect(page()).not.toContain(t('keys-changed-sheet-title'));
    expect(backend.commands.slice(-2)).toEqual(['confirm_recovery_key', 'open_journal']);
  });

  it('can be left as it was at each step', async () => {
    const { backend } = await unlockedFor('renew-key');
    await press(t('keys-renew-go'));
    await press(t('shared-back'));
    expect(heading()).toBe(t('keys-renew-title'));
    await press(t('keys-renew-later'));
    expect(backend.commands.at(-1)).toBe('open_journal');
    expect(backend.commands).not.toContain('renew_key');
  });

  it('says so while it is made, and why it could not be made', async () => {
    const { backend, keys } = await unlockedFor('renew-key');
    await press(t('keys-renew-go'));
    backend.hold('renew_key');
    backend.failNext('renew_key', { code: 'disk-full' });
    await chooseProposed();
    expect(page()).toContain(t('keys-work-renewing'));
    expect(keys.newPassphrase.value).toBe('');
    backend.release('renew_key');
    await vi.advanceTimersByTimeAsync(1);
    expect(alerted()).toContain(t('failure-disk-full'));
    expect(heading()).toBe(t('keys-passphrase-title-new'));
    await chooseProposed();
    expect(heading()).toBe(t('keys-sheet-title'));
  });

  it('asks the present passphrase with the reason', async () => {
    await open({ intent: 'renew-key' });
    expect(page()).toContain(t('keys-unlock-renew'));
  });
});

describe('what unlocking costs', () => {
  it('is measured, said in words, chosen, and then the journal opens', async () => {
    const { backend } = await unlockedFor('choose-cost');
    expect(focused()).toBe(t('keys-cost-title'));
    const cards = [...document.querySelectorAll('fieldset label')].map((card) =>
      card.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(cards).toEqual([
      'Ongeveer 0,2 seconde 64 MB geheugen',
      'Ongeveer 0,4 seconde 128 MB geheugen',
      'Ongeveer 0,8 seconde 256 MB geheugen. Zo is het nu.',
      'Ongeveer 1,6 seconde 512 MB geheugen',
    ]);
    expect(document.querySelector<HTMLInputElement>('input:checked')?.value).toBe('256');
    expect(page()).toContain('1024 MB: daarvoor is nu niet genoeg geheugen');
    expect(page()).toContain(t('keys-cost-advice'));
    document.querySelector<HTMLInputElement>('input[value="512"]')?.click();
    await press(t('keys-cost-use'));
    expect(backend.requests('change_cost')).toEqual([{ mebibytes: 512 }]);
    expect(backend.commands.at(-1)).toBe('open_journal');
  });

  it.each([
    [40, 'Ongeveer 0,1 seconde'],
    [1_000, 'Ongeveer 1 seconde'],
    [2_440, 'Ongeveer 2,4 seconden'],
    [12_600, 'Ongeveer 13 seconden'],
  ])('is no more exact than it can be felt: %i ms', async (milliseconds, words) => {
    await unlockedFor('choose-cost', { choices: [{ mebibytes: 256, milliseconds }] });
    expect(page()).toContain(words);
  });

  it('says while it measures that it does', async () => {
    const { backend } = await open({ intent: 'choose-cost' });
    backend.hold('list_costs');
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    const said = [...document.querySelectorAll('[role=status]')].map((p) => p.textContent);
    expect(said).toContain(t('keys-work-measuring'));
    backend.release('list_costs');
    await vi.advanceTimersByTimeAsync(1);
    expect(page()).not.toContain(t('keys-work-measuring'));
  });

  it('writes nothing when it stays what it was', async () => {
    const { backend } = await unlockedFor('choose-cost');
    await press(t('keys-cost-use'));
    expect(backend.commands).not.toContain('change_cost');
    expect(backend.commands.at(-1)).toBe('open_journal');
    await close();
    const other = await unlockedFor('choose-cost');
    await press(t('keys-cost-keep'));
    expect(other.backend.commands.slice(-2)).toEqual(['list_costs', 'open_journal']);
  });

  it('keeps the way into the journal open when it cannot be measured', async () => {
    const { backend } = await open({ intent: 'choose-cost' });
    backend.failNext('list_costs', { code: 'not-enough-memory' });
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    expect(alerted()).toContain(t('failure-not-enough-memory'));
    await press(t('keys-cost-again'));
    expect(page()).toContain('Ongeveer 0,8 seconde');
    expect(alerted()).toBe('');
  });
});

describe('the wipe', () => {
  it('says what goes and what remains, asks twice, and then destroys', async () => {
    const { backend } = await open({ intent: 'wipe' });
    expect(focused()).toBe(t('keys-wipe-title'));
    expect(page()).toContain(t('keys-wipe-gone-backups'));
    expect(page()).toContain(t('keys-wipe-stays-elsewhere'));
    await press(t('keys-wipe-go'));
    expect(errorAt(t('keys-passphrase'))).toContain(t('keys-objection-missing'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-wipe-go'));
    expect(alerted()).toContain(t('keys-wipe-not-sure'));
    expect(document.activeElement).toBe(control(t('keys-wipe-sure')));
    expect(backend.commands).not.toContain('wipe_journal');

    await press(t('keys-wipe-sure'));
    await press(t('keys-wipe-go'));
    expect(backend.requests('wipe_journal')).toEqual([{ passphrase: PASSPHRASE }]);
    expect(focused()).toBe('Je dagboek is gewist');
    await press(t('keys-wiped-quit'));
    expect(backend.commands.at(-1)).toBe('quit_keys');
  });

  async function wipe() {
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-wipe-sure'));
    await press(t('keys-wipe-go'));
  }

  it('names the place that was out of reach, and only then', async () => {
    await open({ intent: 'wipe' }, { unreached: '/media/noor/STICK/Terugblik' });
    await wipe();
    expect(page()).toContain('/media/noor/STICK/Terugblik');
    await close();
    await open({ intent: 'wipe' });
    await wipe();
    expect(page()).not.toContain(t('keys-wiped-out-of-reach'));
  });

  it('can be followed by a new journal', async () => {
    const { backend } = await open({ intent: 'wipe' });
    await wipe();
    await press(t('keys-wiped-new'));
    expect(backend.requests('keys_state')).toHaveLength(2);
    expect(heading()).toBe(t('keys-welcome-title'));
  });

  it('destroys nothing for a wrong passphrase, and drops what was typed', async () => {
    const { keys } = await open({ intent: 'wipe' });
    await press(t('keys-wipe-sure'));
    type(t('keys-passphrase'), 'iets anders');
    await press(t('keys-wipe-go'));
    expect(errorAt(t('keys-passphrase'))).toContain(t('failure-wrong-passphrase'));
    expect(keys.wiping.passphrase).toBe('');
    expect(keys.wiping.sure).toBe(true);
  });

  it('is not left once it goes on', async () => {
    const { backend } = await open({ intent: 'wipe' });
    backend.hold('wipe_journal');
    await wipe();
    for (const button of ['keys-leave', 'keys-wipe-go'] as const) {
      expect(control(t(button)).getAttribute('aria-disabled')).toBe('true');
      await press(t(button));
      expect(heading()).toBe(t('keys-wipe-title'));
      expect(page()).toContain(t('keys-work-wiping'));
    }
    backend.release('wipe_journal');
    await vi.advanceTimersByTimeAsync(1);
    expect(heading()).toBe(t('keys-wiped-title'));
    expect(backend.requests('wipe_journal')).toHaveLength(1);
  });

  it('tells who has only the sheet what comes first, where there is a sheet', async () => {
    await open({ intent: 'wipe' });
    expect(page()).toContain(t('keys-wipe-sheet-only'));
    await close();
    await open({ intent: 'wipe', situation: { kind: 'locked', recoveryReady: false } });
    expect(page()).not.toContain(t('keys-wipe-sheet-only'));
  });

  it('is left before it goes on, with nothing done', async () => {
    const { backend, keys } = await open({ intent: 'wipe' });
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-wipe-sure'));
    await press(t('keys-leave'));
    expect(heading()).toBe(t('keys-unlock-title'));
    expect([keys.wiping.passphrase, keys.wiping.sure]).toEqual(['', false]);
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-unlock'));
    expect(backend.commands).not.toContain('wipe_journal');
    expect(page()).toContain(t('keys-work-opening'));
  });
});

describe.each(['nl', 'en'] as const)('for who cannot see it, in %s', (language) => {
  const changes = { appearance: { language, textSize: 'normal' } } as const;

  it('what a change left and a new key have names and roles', async () => {
    await unlockedFor('change-passphrase', undefined, changes);
    await chooseProposed();
    expect(await faults()).toEqual([]);
    await press(t('keys-changed-renew'));
    expect(await faults()).toEqual([]);
    await press(t('keys-renew-go'));
    expect(await faults()).toEqual([]);
  });

  it('the cost has names and roles', async () => {
    await unlockedFor('choose-cost', undefined, changes);
    expect(await faults()).toEqual([]);
  });

  it('the wipe and what came of it have names and roles', async () => {
    await open({ ...changes, intent: 'wipe' }, { unreached: '/media/noor/STICK/Terugblik' });
    await press(t('keys-wipe-go'));
    expect(await faults()).toEqual([]);
    await press(t('keys-wipe-sure'));
    type(t('keys-passphrase'), PASSPHRASE);
    await press(t('keys-wipe-go'));
    expect(await faults()).toEqual([]);
  });

  it('the welcome has names and roles with the way back to a journal', async () => {
    await open({ ...notSetUp, ...changes });
    expect(page()).toContain(t('keys-begin-restore'));
    expect(await faults()).toEqual([]);
  });
});
