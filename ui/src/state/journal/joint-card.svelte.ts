/**
 * The card after a walk-through: what was learned together. Only who writes the journal writes it.
 *
 * It is the first screen after the walk-through, when somebody may still look along, and knows nothing
 * of the journal then; later it stands on the page about that walk-through.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  Failure,
  JointCard,
  JournalCommands,
  Moment,
  WalkThroughId,
} from '../../backend/contract';
import type { Clock } from './clock';
import { wellFormed } from './field.svelte';
import { SaveQueue, type Savable } from './save-queue.svelte';

/** The texts of a card, in their order. */
export const CARD_TEXTS = ['discussed', 'takeAlong', 'differently'] as const;

/** One of them. */
export type CardText = (typeof CARD_TEXTS)[number];

/** What was said about the card last. */
export type CardSaid = 'kept' | 'thrown-away' | 'intention';

/** A card that can be written, decided on, and made an intention of. */
export class JointCardState implements Savable {
  discussed = $state('');
  takeAlong = $state('');
  differently = $state('');
  /** What became of it. */
  state = $state.raw<JointCard['state']>('open');
  /** What was done with it on this screen. */
  said = $state.raw<CardSaid | null>(null);
  /** What stood in the way of the last act. */
  failure = $state.raw<Failure | null>(null);
  /** Whether an act is on its way. */
  busy = $state(false);
  dirty = $state(false);
  /** What saves it: a queue of its own while the journal is closed, then that of the journal. */
  queue: SaveQueue = $state.raw() as SaveQueue;

  /** It is being thrown away, or was: there is nothing to save. */
  private discarded = false;

  constructor(
    readonly backend: Backend<JournalCommands>,
    readonly clock: Clock,
    /** Which walk-through it is about. */
    readonly walkThrough: WalkThroughId,
    card: JointCard,
    queue?: SaveQueue,
  ) {
    this.queue = queue ?? new SaveQueue(clock);
    this.take(card);
  }

  /** The journal is open: what is not on disk yet is saved with all the rest. */
  moveTo(queue: SaveQueue): void {
    this.queue.stop();
    this.queue = queue;
    if (this.dirty) queue.changed(this);
  }

  /** Whether anything was written. */
  get written(): boolean {
    return CARD_TEXTS.some((text) => this[text].trim() !== '');
  }

  /** Something was typed. */
  write(text: CardText, value: string): void {
    if (this[text] === value) return;
    this[text] = value;
    this.said = null;
    this.touched();
  }

  /** Saves what stands there now. */
  async save(): Promise<Moment> {
    const texts = this.texts();
    this.dirty = false;
    try {
      if (!this.discarded)
        await this.backend.call('save_joint_card', { walkThrough: this.walkThrough, ...texts });
    } catch (thrown) {
      this.dirty = true;
      throw thrown;
    }
    return new Date(this.clock.now()).toISOString() as Moment;
  }

  /** Keeps it, or throws it away: both are as good. */
  decide(keep: boolean): Promise<void> {
    return this.act(async () => {
      const { walkThrough } = this;
      this.discarded = !keep;
      try {
        // What is thrown away need not be saved first, but a save that is on its way, or failed,
        // must not come after. What else could not be saved is told where it stands.
        if (keep) await this.queue.flush();
        else await this.queue.flush().catch(() => undefined);
        this.take(await this.backend.call('decide_joint_card', { walkThrough, keep }));
      } catch (thrown) {
        this.discarded = false;
        // It stands there as before, and is saved as before.
        if (!keep) this.touched();
        throw thrown;
      }
      this.said = keep ? 'kept' : 'thrown-away';
    });
  }

  /** It was erased with its walk-through: nothing of it is saved any more. */
  gone(): void {
    this.discarded = true;
  }

  /** Makes an intention of what one takes along. */
  makeIntention(): Promise<void> {
    return this.act(async () => {
      await this.backend.call('make_intention', { text: wellFormed(this.takeAlong.trim()) });
      this.said = 'intention';
    });
  }

  /** Something that was asked for elsewhere on the screen did not happen. */
  failed(failure: Failure): void {
    this.failure = failure;
  }

  private touched(): void {
    this.dirty = true;
    this.queue.changed(this);
  }

  private take(card: JointCard): void {
    this.discussed = card.discussed;
    this.takeAlong = card.takeAlong;
    this.differently = card.differently;
    this.state = card.state;
  }

  private texts(): Record<CardText, string> {
    return {
      discussed: wellFormed(this.discussed),
      takeAlong: wellFormed(this.takeAlong),
      differently: wellFormed(this.differently),
    };
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await act();
    } catch (thrown) {
      this.failure = toFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
