/** Looking for something in one entry: what stands in the find bar, and which match is looked at. */
import { toFailure } from '../../backend/backend';
import type { Failure } from '../../backend/contract';

/** What a find bar needs, wherever one looks. */
export abstract class Finder {
  /** Whether the bar is there. */
  open = $state(false);
  /** What stands in it. */
  query = $state('');
  /** Which match is looked at, from 0. */
  at = $state(0);
  /** Why nothing could be looked for. */
  failure = $state.raw<Failure | null>(null);
  /** Goes up each time the caret must come to the bar. */
  called = $state(0);

  private loading = false;
  private changed = false;

  /** Opens the bar, or brings the caret back to it. */
  call(): void {
    this.open = true;
    this.called += 1;
    void this.ask();
  }

  /** Closes the bar; what stood in it is forgotten with the screen. */
  close(): void {
    this.open = false;
  }

  /** What is looked for changed. */
  type(text: string): void {
    this.query = text;
    this.at = 0;
    void this.ask();
  }

  /** Asks for what is looked for now; only the last one typed is asked after the one under way. */
  protected async ask(): Promise<void> {
    this.changed = true;
    if (this.loading) return;
    this.loading = true;
    while (this.changed) {
      this.changed = false;
      try {
        await this.find(this.query);
        this.failure = null;
      } catch (thrown) {
        this.failure = toFailure(thrown);
      }
    }
    this.loading = false;
  }

  /** Finds where a text stands, and keeps the places. Throws a failure. */
  protected abstract find(text: string): Promise<void>;
}
