/** The packs that the handbook is made of: adding one of an organisation, switching, removing. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, PackChecked, PackList, PackRow } from '../../backend/contract';
import type { Desk } from './desk';
import type { Said } from './said';

/** What became of a file, where there is something to say about it. */
export type Checked = Exclude<PackChecked, { kind: 'cancelled' }>;

/** The packs. */
export class Packs {
  /** Our own first; none before they were asked for. */
  rows = $state.raw<readonly PackRow[] | null>(null);
  /** What became of the file that was pointed at last, until it is added or left. */
  checked = $state.raw<Checked | null>(null);
  /** Whether a file is being chosen or looked over. */
  checking = $state(false);

  private asked = 0;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    /** The handbook is another one now. */
    private readonly changed: () => Promise<void>,
  ) {}

  /** A visit to their page. What was pointed at and not added is forgotten with the one before. */
  visit(): Promise<void> {
    this.leave();
    return this.desk.attempt(async () => {
      const { asked } = this;
      const { packs } = await this.backend.call('list_packs', null);
      // What was done meanwhile answered with the list as it is since.
      if (asked === this.asked) this.rows = packs;
    });
  }

  /** Lets the person point at a file, and looks it over. */
  async check(): Promise<void> {
    if (this.desk.onlyReading || this.checking) return;
    this.checking = true;
    await this.desk.attempt(async () => {
      const checked = await this.backend.call('check_pack', null);
      // Whoever closes the dialog keeps what stood there.
      if (checked.kind !== 'cancelled') this.checked = checked;
    });
    this.checking = false;
  }

  /** Leaves the file that was pointed at. */
  leave(): void {
    this.checked = null;
  }

  /** Adds the pack that was looked over. Answers whether it was added. */
  async add(): Promise<boolean> {
    if (this.checked?.kind !== 'fits') return false;
    const { head, replaces } = this.checked.preview;
    const { name, version } = head;
    const done = await this.act(
      replaces === null ? { kind: 'pack-added', name } : { kind: 'pack-replaced', name, version },
      () => this.backend.call('add_pack', { pack: head.id }),
    );
    if (done) this.leave();
    return done;
  }

  /** Switches a pack on or off. */
  switch({ head }: PackRow, on: boolean): Promise<boolean> {
    return this.act({ kind: on ? 'pack-on' : 'pack-off', name: head.name }, () =>
      this.backend.call('switch_pack', { pack: head.id, on }),
    );
  }

  /** Removes a pack. What was answered to it stays readable. */
  remove({ head }: PackRow): Promise<boolean> {
    return this.act({ kind: 'pack-removed', name: head.name }, () =>
      this.backend.call('remove_pack', { pack: head.id }),
    );
  }

  private async act(said: Said, call: () => Promise<PackList>): Promise<boolean> {
    if (this.desk.onlyReading) return false;
    let done = false;
    await this.desk.attempt(async () => {
      this.asked += 1;
      this.rows = (await call()).packs;
      done = true;
      this.desk.say(said);
      await this.changed();
    });
    return done;
  }
}
