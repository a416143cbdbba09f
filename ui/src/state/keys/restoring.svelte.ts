// A backup on its way into the journal's place: found without a key, chosen, opened with a secret.
import { toFailure, type Backend } from '../../backend/backend';
import type {
  BackupRef,
  Failure,
  FoundBackup,
  KeysCommands,
  Restored,
  Secret,
} from '../../backend/contract';

/** What can be wrong with a backup itself, so that another one has to be tried. */
export type Fault = Extract<
  Failure['code'],
  'backup-damaged' | 'backup-gone' | 'backup-of-other-key'
>;

export class Restoring {
  /** What was found, newest first. */
  found = $state.raw<readonly FoundBackup[]>([]);
  /** The folder that was pointed at; none for the journal's own places. */
  folder = $state<string | null>(null);
  /** The number of the backup that was chosen. */
  chosen = $state<number | null>(null);
  /** What was wrong with those that were tried, by number. */
  faults = $state.raw<ReadonlyMap<number, Fault>>(new Map());
  /** Whether the recovery key opens it, instead of the passphrase. */
  withKey = $state(false);
  passphrase = $state('');
  recoveryKey = $state('');
  /** What the restore did, once it did. */
  done = $state.raw<Restored | null>(null);

  readonly backup = $derived(this.found.find(({ number }) => number === this.chosen) ?? null);

  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
  }

  /** Looks at the journal's own places. The backup that was pointed at earlier is chosen. */
  async findHere(wanted: BackupRef | null): Promise<void> {
    const { rows } = await this.#backend.call('find_backups', { elsewhere: false });
    this.#show(null, rows, wanted);
  }

  /** Lets the person point at a folder and looks there; false when the dialog was closed. */
  async findElsewhere(): Promise<boolean> {
    const { folder, rows } = await this.#backend.call('find_backups', { elsewhere: true });
    // Closed: what was on screen stays as it was, and so do the numbers in it.
    if (folder === null) return false;
    this.#show(folder, rows, null);
    return true;
  }

  /** Between the two secrets that open a backup. What was typed goes. */
  openWith(secret: 'passphrase' | 'recovery-key'): void {
    this.wipe();
    this.withKey = secret === 'recovery-key';
  }

  /** Whether there is no secret to send yet. */
  get lacksSecret(): boolean {
    return this.withKey ? this.recoveryKey.trim() === '' : this.passphrase === '';
  }

  /** Puts the chosen backup in the journal's place. */
  async restore(): Promise<Restored> {
    const number = this.chosen;
    if (number === null) throw { code: 'backup-gone' } satisfies Failure;
    const secret = this.#take();
    try {
      this.done = await this.#backend.call('restore_backup', { number, secret });
    } catch (thrown) {
      const failure = ofBackup(toFailure(thrown));
      const fault = faultOf(failure);
      if (fault) this.#passOver(number, fault);
      throw failure;
    }
    this.wipe();
    return this.done;
  }

  /** Forgets what was typed. */
  wipe(): void {
    this.passphrase = '';
    this.recoveryKey = '';
  }

  #take(): Secret {
    // As at unlock: a recovery key stays in its field until it opened something, for who misread
    // one character of thirty must be able to mend that one.
    if (this.withKey) return { kind: 'recovery-key', recoveryKey: this.recoveryKey.trim() };
    const passphrase = this.passphrase;
    this.passphrase = '';
    return { kind: 'passphrase', passphrase };
  }

  /** Marks a backup that is no use and chooses the next older one, or else the next newer one. */
  #passOver(number: number, fault: Fault): void {
    const faults = new Map(this.faults).set(number, fault);
    const place = this.found.findIndex((backup) => backup.number === number);
    const others = [...this.found.slice(place + 1), ...this.found.slice(0, place).reverse()];
    this.faults = faults;
    this.chosen = others.find((backup) => !faults.has(backup.number))?.number ?? null;
  }

  #show(folder: string | null, rows: readonly FoundBackup[], wanted: BackupRef | null): void {
    const same = ({ backup }: FoundBackup) =>
      backup !== null && backup.place === wanted?.place && backup.name === wanted.name;
    this.folder = folder;
    this.found = rows;
    this.faults = new Map();
    this.chosen = (rows.find(same) ?? rows[0])?.number ?? null;
    this.withKey = false;
    this.wipe();
  }
}

/** What is wrong with the backup itself, if that is what a failure says. */
export function faultOf({ code }: Failure): Fault | null {
  return code === 'backup-damaged' || code === 'backup-gone' || code === 'backup-of-other-key'
    ? code
    : null;
}

/** What fails on the files of a backup is about the backup, not about the journal that is here. */
function ofBackup(failure: Failure): Failure {
  switch (failure.code) {
    case 'slots-damaged':
    case 'slots-missing':
    case 'store-damaged':
    case 'store-missing':
      return { code: 'backup-damaged' };
    default:
      return failure;
  }
}
