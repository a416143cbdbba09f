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

export class Restoring {
  /** What was found, newest first. */
  found = $state.raw<readonly FoundBackup[]>([]);
  /** The folder that was pointed at; none for the journal's own places. */
  folder = $state<string | null>(null);
  /** The number of the backup that was chosen. */
  chosen = $state<number | null>(null);
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
      throw ofBackup(toFailure(thrown));
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

  #show(folder: string | null, rows: readonly FoundBackup[], wanted: BackupRef | null): void {
    const same = ({ backup }: FoundBackup) =>
      backup !== null && backup.place === wanted?.place && backup.name === wanted.name;
    this.folder = folder;
    this.found = rows;
    this.chosen = (rows.find(same) ?? rows[0])?.number ?? null;
    this.withKey = false;
    this.wipe();
  }
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
