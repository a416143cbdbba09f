/** The intentions that come back at a next contact. A late answer to an old question is dropped. */
import type { Backend } from '../../backend/backend';
import type { IntentionView, JournalCommands } from '../../backend/contract';

/** What comes back. */
export class Returning {
  /** The latest first. */
  intentions = $state.raw<readonly IntentionView[]>([]);

  private asked = 0;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    first: readonly IntentionView[],
  ) {
    this.intentions = first;
  }

  /** Asks anew. A failure leaves what is shown: nobody asked for this, and the next visit does. */
  async refresh(): Promise<void> {
    if (this.gone) return;
    const mine = (this.asked += 1);
    try {
      const { intentions } = await this.backend.call('list_intentions', null);
      if (mine === this.asked) this.intentions = intentions;
    } catch {
      // What is shown was true a moment ago.
    }
  }

  /** Lets an intention rest, or takes that back. Throws a failure. */
  async letGo({ intention }: IntentionView, letGo: boolean): Promise<void> {
    await this.backend.call('let_go_intention', { intention, letGo });
    if (letGo) this.intentions = this.intentions.filter((other) => other.intention !== intention);
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.gone = true;
    this.asked += 1;
  }
}
