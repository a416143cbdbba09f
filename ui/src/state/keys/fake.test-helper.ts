// A `keys` role in memory, for tests and for looking at the screens. Never part of a bundle.
import { FakeBackend } from '../../backend/fake';
import type { Failure, KeysCommands, KeysState, Strength } from '../../backend/contract';

/** What opens the fake; the tests type it. */
export const PASSPHRASE = 'ooievaar tafel mist vork klimop';
export const PROPOSED = 'anker duin kersen lamp wolk';
export const GROUPS = ['7K3QM', '0V9XT', 'H2PRA', 'ZC5WN', 'E8J1D', 'B6YFG'];
export const RECOVERY_KEY = GROUPS.join(' ');

/** Where things stand: locked, with a recovery key made, unless a test says otherwise. */
export function keysState(changes: Partial<KeysState> = {}): KeysState {
  return {
    situation: { kind: 'locked', recoveryReady: true },
    intent: 'open',
    notice: null,
    appearance: { language: 'nl', textSize: 'normal' },
    folder: '/home/noor/.local/share/terugblik',
    disk: 'encrypted',
    ...changes,
  };
}

function strengthOf(passphrase: string): Strength {
  if (passphrase === '') return 'empty';
  if (passphrase.length < 10) return 'too-short';
  const words = passphrase.split(/\s+/).length;
  return words < 2 ? 'weak' : words < 4 ? 'fair' : words < 5 ? 'good' : 'strong';
}

/** The role, answering as the real one would. */
export function fakeKeys(changes: Partial<KeysState> = {}): FakeBackend<KeysCommands> {
  const state = keysState(changes);
  let open = false;
  const refuse = (failure: Failure): never => {
    throw failure;
  };
  const mustBeOpen = (): null => (open ? null : refuse({ code: 'out-of-turn' }));
  const after = (withKey: boolean) => {
    open = true;
    if (state.intent === 'make-recovery-sheet') return { next: 'make-recovery-sheet' as const };
    if (withKey || state.intent === 'change-passphrase')
      return { next: 'choose-passphrase' as const };
    return { next: 'opening' as const };
  };

  return new FakeBackend<KeysCommands>({
    keys_state: () => state,
    judge_passphrase: ({ passphrase }) => ({ strength: strengthOf(passphrase) }),
    propose_passphrase: () => ({ passphrase: PROPOSED }),
    set_up: () => {
      open = true;
      return null;
    },
    unlock: ({ passphrase }) =>
      passphrase === PASSPHRASE ? after(false) : refuse({ code: 'wrong-passphrase' }),
    unlock_with_recovery_key: ({ recoveryKey }) => {
      const bare = recoveryKey.replace(/\s/g, '').toUpperCase();
      if (bare.length !== 30) refuse({ code: 'unreadable-recovery-key', part: 'length' });
      return bare === GROUPS.join('') ? after(true) : refuse({ code: 'wrong-recovery-key' });
    },
    change_passphrase: mustBeOpen,
    draw_recovery_key: () => {
      mustBeOpen();
      return { groups: GROUPS, ask: [2, 5] };
    },
    save_recovery_page: () => ({ path: '/media/usb/Herstelblad Terugblik.html' }),
    confirm_recovery_key: ({ groups }) =>
      groups[0].trim().toUpperCase() === GROUPS[1] && groups[1].trim().toUpperCase() === GROUPS[4]
        ? null
        : refuse({ code: 'groups-differ' }),
    restore_previous_slots: () => {
      state.situation = { kind: 'locked', recoveryReady: true };
      return null;
    },
    open_journal: mustBeOpen,
    change_appearance: (appearance) => {
      state.appearance = appearance;
      return null;
    },
    keys_painted: () => null,
    quit_keys: () => null,
  });
}
