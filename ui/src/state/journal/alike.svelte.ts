/** What belongs to one entry and is looked at on request: its likes, and whether it is kept quiet. */
import type { Backend } from '../../backend/backend';
import type { AlikeEntries, EntryView, JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';
import { OnRequest } from './looking-back.svelte';

/** One entry that is read, as looking back sees it. */
export class LookedAt {
  /** The entries that resemble it. */
  readonly alike = new OnRequest<AlikeEntries>();
  /** Whether it is kept quiet. */
  quiet = $state(false);
  /** Whether it was made quiet, or heard again, on this page. */
  changed = $state(false);

  private changing = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    private readonly view: EntryView,
  ) {
    this.quiet = view.quiet;
  }

  /** Asks which entries resemble it. */
  load(): Promise<void> {
    const { entry } = this.view;
    return this.alike.ask(async () => {
      await this.desk.settle().catch(() => undefined);
      return this.backend.call('list_alike', { entry });
    });
  }

  /** Keeps it quiet, or no longer. */
  async keepQuiet(quiet: boolean): Promise<void> {
    if (this.desk.onlyReading || this.changing) return;
    this.changing = true;
    const what = { kind: 'entry', entry: this.view.entry } as const;
    await this.desk.attempt(async () => {
      await (quiet ? this.backend.call('keep_quiet', what) : this.backend.call('end_quiet', what));
      this.quiet = quiet;
      this.changed = true;
      // Whoever comes back to this page finds it as it is now.
      this.view.quiet = quiet;
    });
    this.changing = false;
  }
}
