// A `keys` role in memory, for tests and for looking at the screens. Never part of a bundle.
import { FakeBackend } from '../../backend/fake';
import type {
  AfterUnlock,
  CostChoice,
  Failure,
  FoundBackup,
  KeysCommands,
  KeysState,
  Moment,
  Rewrapped,
  Strength,
} from '../../backend/contract';

/** What opens the fake; the tests type it. */
export const PASSPHRASE = 'ooievaar tafel mist vork klimop';
export const PROPOSED = 'anker duin kersen lamp wolk';
export const GROUPS = ['7K3QM', '0V9XT', 'H2PRA', 'ZC5WN', 'E8J1D', 'B6YFG'];
export const RECOVERY_KEY = GROUPS.join(' ');
/** Where a restore of the fake puts what was there. */
export const ASIDE = '/home/noor/.local/share/terugblik/aside/20261122T164512Z';
/** The number of entries in every backup of the fake. */
export const ENTRIES = 412;

/** What lies around the fake, unless a test says otherwise. */
export interface Around {
  /** Backups at the journal's own places. */
  own: FoundBackup[];
  /** What the folder dialog gives; null closes it. */
  elsewhere: { folder: string; rows: FoundBackup[] } | null;
  /** What became of the copies when a secret was replaced. */
  rewrapped: Rewrapped;
  /** The second place that a wipe does not reach. */
  unreached: string | null;
  /** What unlocking costs now, in MiB, and what it may cost. */
  cost: number;
  choices: CostChoice[];
}

/** Where things stand: locked, with a recovery key made, unless a test says otherwise. */
export function keysState(changes: Partial<KeysState> = {}): KeysState {
  return {
    situation: { kind: 'locked', recoveryReady: true },
    intent: 'open',
    backup: null,
    notice: null,
    appearance: { language: 'nl', textSize: 'normal' },
    folder: '/home/noor/.local/share/terugblik',
    disk: 'encrypted',
    ...changes,
  };
}

/** A backup at one of the journal's own places, or elsewhere. */
export function foundBackup(
  number: number,
  madeAt: string,
  place: 'here' | 'second' | null = 'here',
): FoundBackup {
  const name = `${madeAt.slice(0, 16).replace(/[-:]/g, '')}00Z`;
  return {
    number,
    backup: place && { place, name },
    madeAt: madeAt as Moment & string,
    bytes: 1_240_000,
  };
}

function strengthOf(passphrase: string): Strength {
  if (passphrase === '') return 'empty';
  if (passphrase.length < 10) return 'too-short';
  const words = passphrase.split(/\s+/).length;
  return words < 2 ? 'weak' : words < 4 ? 'fair' : words < 5 ? 'good' : 'strong';
}

const around: Around = {
  own: [
    foundBackup(0, '2026-11-21T16:52:00+01:00'),
    foundBackup(1, '2026-11-21T16:52:00+01:00', 'second'),
    foundBackup(2, '2026-11-14T09:05:00+01:00'),
  ],
  elsewhere: {
    folder: '/media/noor/STICK',
    rows: [
      foundBackup(0, '2026-11-20T17:03:00+01:00', null),
      foundBackup(1, '2026-11-13T16:40:00+01:00', null),
    ],
  },
  rewrapped: { copies: 3, left: false, outOfReach: false },
  unreached: null,
  cost: 256,
  choices: [
    { mebibytes: 64, milliseconds: 210 },
    { mebibytes: 128, milliseconds: 410 },
    { mebibytes: 256, milliseconds: 820 },
    { mebibytes: 512, milliseconds: 1_640 },
    { mebibytes: 1024, milliseconds: null },
  ],
};

/** The role, answering as the real one would. */
export function fakeKeys(
  changes: Partial<KeysState> = {},
  surroundings: Partial<Around> = {},
): FakeBackend<KeysCommands> {
  const state = keysState(changes);
  const world = { ...around, ...surroundings };
  /** The slots, once a secret opened them; the real role keeps no more of it either. */
  let open: { withKey: boolean; withPassphrase: boolean; handedOver: boolean } | null = null;
  let passphrase = PASSPHRASE;
  let drawn = false;
  let found: FoundBackup[] = [];

  const refuse = (failure: Failure): never => {
    throw failure;
  };
  const slots = () => open ?? refuse({ code: 'out-of-turn' });
  const mayWrite = () => {
    const { situation } = state;
    if (situation.kind === 'blocked' && situation.failure.code === 'folder-not-writable')
      refuse(situation.failure);
  };
  const handOver = (): null => {
    const opened = slots();
    if (opened.handedOver) refuse({ code: 'out-of-turn' });
    opened.handedOver = true;
    return null;
  };
  const stepAfter = (withKey: boolean): AfterUnlock => {
    const { intent } = state;
    if (intent === 'make-recovery-sheet' || intent === 'renew-key') return intent;
    if (intent === 'more-time') return intent;
    if (withKey || intent === 'change-passphrase') return 'choose-passphrase';
    return intent === 'choose-cost' ? 'choose-cost' : 'opening';
  };
  const opened = (withKey: boolean, toRead: boolean) => {
    const { situation } = state;
    // Slots that are not there or not whole open for nobody; a folder that cannot be written does.
    if (situation.kind === 'blocked' && situation.failure.code !== 'folder-not-writable')
      refuse(situation.failure);
    open = { withKey, withPassphrase: !withKey, handedOver: false };
    const next = toRead ? 'opening' : stepAfter(withKey);
    if (next === 'opening') handOver();
    return { next };
  };
  const mustBeKey = (recoveryKey: string) => {
    const bare = recoveryKey.replace(/\s/g, '').toUpperCase();
    if (bare.length !== 30) refuse({ code: 'unreadable-recovery-key', part: 'length' });
    if (bare !== GROUPS.join('')) refuse({ code: 'wrong-recovery-key' });
  };
  const mustBePassphrase = (typed: string) => {
    if (typed !== passphrase) refuse({ code: 'wrong-passphrase' });
  };

  return new FakeBackend<KeysCommands>({
    keys_state: () => state,
    judge_passphrase: ({ passphrase }) => ({ strength: strengthOf(passphrase) }),
    propose_passphrase: () => ({ passphrase: PROPOSED }),
    set_up: (request) => {
      if (state.situation.kind !== 'not-set-up') refuse({ code: 'already-set-up' });
      ({ passphrase } = request);
      open = { withKey: false, withPassphrase: false, handedOver: false };
      return null;
    },
    unlock: (request) => {
      mustBePassphrase(request.passphrase);
      return opened(false, request.toRead);
    },
    unlock_with_recovery_key: ({ recoveryKey, toRead }) => {
      mustBeKey(recoveryKey);
      return opened(true, toRead);
    },
    change_passphrase: (request) => {
      slots().withKey = false;
      ({ passphrase } = request);
      return world.rewrapped;
    },
    draw_recovery_key: () => {
      slots();
      drawn = true;
      return { groups: GROUPS, ask: [2, 5] };
    },
    save_recovery_page: () => ({ path: '/media/usb/Herstelblad Terugblik.html' }),
    confirm_recovery_key: ({ groups }) => {
      if (!drawn) refuse({ code: 'out-of-turn' });
      const [first, second] = groups.map((group) => group.trim().toUpperCase());
      if (first !== GROUPS[1] || second !== GROUPS[4]) refuse({ code: 'groups-differ' });
      drawn = false;
      return world.rewrapped;
    },
    renew_key: (request) => {
      slots();
      ({ passphrase } = request);
      open = { withKey: false, withPassphrase: false, handedOver: false };
      return null;
    },
    list_costs: () => {
      slots();
      return { now: world.cost, choices: world.choices };
    },
    change_cost: ({ mebibytes }) => {
      if (!world.choices.some((choice) => choice.mebibytes === mebibytes))
        refuse({ code: 'setting-out-of-bounds' });
      if (!slots().withPassphrase) refuse({ code: 'out-of-turn' });
      world.cost = mebibytes;
      return world.rewrapped;
    },
    find_backups: ({ elsewhere }) => {
      if (!elsewhere) found = world.own;
      else if (world.elsewhere === null) return { folder: null, rows: found };
      else found = world.elsewhere.rows;
      return { folder: elsewhere ? (world.elsewhere?.folder ?? null) : null, rows: found };
    },
    restore_backup: ({ number, secret }) => {
      if (!found.some((row) => row.number === number)) refuse({ code: 'backup-gone' });
      mayWrite();
      const withKey = secret.kind === 'recovery-key';
      if (withKey) mustBeKey(secret.recoveryKey);
      else mustBePassphrase(secret.passphrase);
      const aside = state.situation.kind === 'not-set-up' ? null : ASIDE;
      open = { withKey, withPassphrase: false, handedOver: false };
      state.situation = { kind: 'locked', recoveryReady: true };
      return { entries: ENTRIES, aside, next: withKey ? 'choose-passphrase' : 'opening' };
    },
    wipe_journal: (request) => {
      mustBePassphrase(request.passphrase);
      open = null;
      state.situation = { kind: 'not-set-up' };
      found = [];
      return { outOfReach: world.unreached };
    },
    restore_previous_slots: () => {
      state.situation = { kind: 'locked', recoveryReady: true };
      return null;
    },
    open_journal: handOver,
    change_appearance: (appearance) => {
      state.appearance = appearance;
      return null;
    },
    keys_painted: () => null,
    quit_keys: () => null,
  });
}
