/** What the checks of the store find: asked for while they run, and told by the shell. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, StoreCheck } from '../../backend/contract';
import type { Clock } from './clock';

/** Milliseconds between two questions about a check that still runs. */
const CHECK_AGAIN = 3_000;

/** What is wrong with a store. */
export type Harm = 'changed-outside' | 'damaged';

/** Watches the checks of the store. */
export class StoreWatch {
  /** What they have found so far. */
  check = $state.raw<StoreCheck>() as StoreCheck;

  private resting = true;
  private gone = false;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
    check: StoreCheck,
    /** Hears that something is wrong, at first and after each rest. */
    private readonly harmed: () => void,
  ) {
    this.check = check;
  }

  /** What is wrong with the store, if that was found. */
  get harm(): Harm | null {
    const { verdict } = this.check;
    return verdict === 'changed-outside' || verdict === 'damaged' ? verdict : null;
  }

  /** The checks have found something. */
  found(check: StoreCheck): void {
    const before = this.harm;
    this.check = check;
    this.askAgain();
    if (before === null) this.warn();
  }

  /** Asks and warns, from now on. */
  wake(): void {
    this.resting = false;
    this.askAgain();
    this.warn();
  }

  /** Asks and warns no more until it is woken; what the shell says is still heard. */
  rest(): void {
    this.resting = true;
    this.stopTimer();
  }

  /** Stops for good. */
  stop(): void {
    this.gone = true;
    this.rest();
  }

  private warn(): void {
    if (this.harm !== null && !this.resting) this.harmed();
  }

  private askAgain(): void {
    this.stopTimer();
    if (this.check.verdict !== 'checking' || this.resting) return;
    this.stopTimer = this.clock.after(CHECK_AGAIN, () => {
      this.backend.call('store_check', null).then(
        (check) => {
          if (!this.gone) this.found(check);
        },
        () => undefined,
      );
    });
  }
}
