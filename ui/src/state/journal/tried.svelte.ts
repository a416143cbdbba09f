/** What was to be tried and what became of it, and the days at which one looks back. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, LookBackView, TriedPage } from '../../backend/contract';
import type { Desk } from './desk';

/** What was to be tried. A late answer to an old question is dropped. */
export class Tried {
  /** Days at which one looks back, the earliest first. */
  lookBacks = $state.raw<readonly LookBackView[]>([]);
  /** What was to be tried, the latest first; none before it was asked for. */
  page = $state.raw<TriedPage | null>(null);

  private asked = 0;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    first: readonly LookBackView[],
  ) {
    this.lookBacks = first;
  }

  /** Asks for both. */
  async load(): Promise<void> {
    await this.desk.attempt(async () => {
      this.page = await this.backend.call('list_tried', { after: null });
    });
    await this.refresh();
  }

  /** Asks for the look-backs anew. A failure leaves what is shown, which was true a moment ago. */
  async refresh(): Promise<void> {
    if (this.gone) return;
    const mine = (this.asked += 1);
    try {
      const { lookBacks } = await this.backend.call('list_look_backs', null);
      if (mine === this.asked) this.lookBacks = lookBacks;
    } catch {
      // Nobody asked for this; the next visit asks again.
    }
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.gone = true;
    this.asked += 1;
  }
}
