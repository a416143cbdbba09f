// The recovery sheet: shown, copied by hand or saved, and two groups typed back.
import type { Backend } from '../../backend/backend';
import type { KeysCommands, Language, RecoverySheet, Rewrapped } from '../../backend/contract';

export class Recovery {
  /** The groups to copy, while they are to be seen. */
  groups = $state<readonly string[]>([]);
  /** The two groups to type back, counted from 1. */
  ask = $state<readonly [number, number]>([1, 2]);
  typed = $state<[string, string]>(['', '']);
  /** Where the page was saved, if it was. */
  savedAt = $state<string | null>(null);

  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
  }

  /** Draws a new key; an earlier one that was not typed back is worth nothing from here on. */
  async draw(): Promise<void> {
    const sheet: RecoverySheet = await this.#backend.call('draw_recovery_key', null);
    this.wipe();
    this.groups = sheet.groups;
    this.ask = sheet.ask;
  }

  /** Saves the sheet as a page where the person chooses. */
  async savePage(language: Language): Promise<void> {
    const { path } = await this.#backend.call('save_recovery_page', { language });
    if (path !== null) this.savedAt = path;
  }

  /** Sends the two groups that were typed back. */
  async confirm(): Promise<Rewrapped> {
    const groups: [string, string] = [this.typed[0], this.typed[1]];
    const copies = await this.#backend.call('confirm_recovery_key', { groups });
    this.wipe();
    return copies;
  }

  /** Forgets the sheet and what was typed. */
  wipe(): void {
    this.groups = [];
    this.typed = ['', ''];
    this.savedAt = null;
  }
}
