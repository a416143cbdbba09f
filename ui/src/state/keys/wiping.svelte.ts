// The end of a journal: asked twice, and done with the passphrase only.
import type { Backend } from '../../backend/backend';
import type { KeysCommands, Wiped } from '../../backend/contract';

export class Wiping {
  passphrase = $state('');
  /** The person said to know that it cannot be undone. */
  sure = $state(false);
  /** It was to be done without that having been said. */
  unsure = $state(false);
  /** What the wipe could not reach, once it was done. */
  done = $state.raw<Wiped | null>(null);

  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
  }

  /** Destroys the journal. */
  async wipeJournal(): Promise<void> {
    const passphrase = this.passphrase;
    this.passphrase = '';
    this.done = await this.#backend.call('wipe_journal', { passphrase });
    this.forget();
  }

  /** Forgets what was typed and said. */
  forget(): void {
    this.passphrase = '';
    this.sure = false;
    this.unsure = false;
  }
}
