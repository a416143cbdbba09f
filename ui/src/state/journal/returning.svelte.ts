/** The intentions that come back at a next contact. A late answer to an old question is dropped. */
import type { Backend } from '../../backend/backend';
import type { IntentionView, JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';
import type { Field } from './field.svelte';

/** What comes back. */
export class Returning {
  /** The latest first. */
  intentions = $state.raw<readonly IntentionView[]>([]);

  private asked = 0;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
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

  /** Lets an intention rest: it no longer comes back. What was written stays in its entry. */
  async letGo(intention: IntentionView): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      await this.rest(intention, true);
      this.desk.say({ kind: 'let-go', intention });
      await this.refresh();
    });
  }

  /** Takes back that an intention was let go. */
  async keepAfterAll(intention: IntentionView): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      await this.rest(intention, false);
      this.desk.say(null);
      await this.refresh();
    });
  }

  /** Lets the intention rest that a page asks about, or takes that back. The page says so itself. */
  async letGoOn(field: Field, letGo: boolean): Promise<void> {
    const { intention } = field;
    if (intention === null || this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      await this.rest(intention, letGo);
      field.letGo = letGo;
    });
  }

  /** Asks for nothing any more. */
  stop(): void {
    this.gone = true;
    this.asked += 1;
  }

  private async rest({ intention }: IntentionView, letGo: boolean): Promise<void> {
    await this.backend.call('let_go_intention', { intention, letGo });
    if (letGo) this.intentions = this.intentions.filter((other) => other.intention !== intention);
  }
}
