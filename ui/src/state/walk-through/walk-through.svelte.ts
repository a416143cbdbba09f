/** The walk-through's window: what is seen, what is covered, and when it is over. */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  Failure,
  ShownPage,
  ShownWalkThrough,
  TextSize,
  WalkEvent,
  WalkThroughCommands,
} from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { applyAppearance, nextTextSize } from '../shared/appearance';
import { QuietClock } from './clock.svelte';

/** What is on screen: nothing yet, what was agreed, one page, or the end of the pages. */
export type Phase = 'waiting' | 'agreements' | 'page' | 'end';

/** What lies over all of it, and why; none: it can be read. */
export type Veil = 'hand' | 'asked' | 'over' | 'ending';

/** Milliseconds before the role is asked again for what it has to say, after it could not answer. */
const HEAR_AGAIN = 1_000;

/** The window of a walk-through. It knows its own texts and nothing else. */
export class WalkThroughWindow {
  phase = $state<Phase>('waiting');
  shown = $state.raw<ShownWalkThrough | null>(null);
  /** What was not carried out. */
  failure = $state.raw<Failure | null>(null);
  readonly clock = new QuietClock(() => this.#over());

  #place = $state(0);
  #isCovered = $state(false);
  #isAsked = $state(false);
  #isOver = $state(false);
  #isEnding = $state(false);
  #textSize: TextSize = 'normal';
  #ownTextSize: TextSize = 'normal';
  #secondsLeft = 0;
  readonly #backend: Backend<WalkThroughCommands>;

  constructor(backend: Backend<WalkThroughCommands>) {
    this.#backend = backend;
  }

  /** What covers everything: the end before the question for time, that before the time. */
  readonly veil = $derived.by<Veil | null>(() => {
    if (this.#isEnding) return 'ending';
    if (this.#isAsked) return 'asked';
    if (this.#isOver) return 'over';
    return this.#isCovered ? 'hand' : null;
  });

  /** The page that is on. */
  readonly page = $derived.by<ShownPage | null>(() =>
    this.phase === 'page' ? (this.shown?.pages[this.#place] ?? null) : null,
  );

  /** Waits until the texts have come. */
  async start(): Promise<void> {
    try {
      const { shown, appearance, secondsLeft } = await this.#backend.call(
        'await_walk_through',
        null,
      );
      await speech.learn(appearance.language);
      speech.resident = shown.residentWord;
      speech.worker = shown.workerWord;
      applyAppearance(appearance);
      this.#textSize = this.#ownTextSize = appearance.textSize;
      this.#secondsLeft = secondsLeft;
      this.shown = shown;
      this.phase = 'agreements';
    } catch (thrown) {
      this.failure = toFailure(thrown);
    }
  }

  /** The first screen is there to be seen: the time begins, here and in Rust. */
  async painted(): Promise<void> {
    if (this.phase === 'waiting') return;
    this.clock.run(this.#secondsLeft);
    try {
      await this.#backend.call('walk_through_painted', null);
    } catch (thrown) {
      this.failure = toFailure(thrown);
      return;
    }
    await this.#listen();
  }

  /** From what is agreed to the first page. */
  begin(): void {
    if (this.veil !== null || this.phase !== 'agreements') return;
    this.#turn(0);
  }

  /** One step on; the last page is followed by the end. */
  next(): void {
    if (this.veil !== null || this.phase !== 'page') return;
    this.#turn(this.#place + 1);
  }

  /** One step back; before the first page stands what was agreed. */
  previous(): void {
    if (this.veil !== null) return;
    if (this.phase === 'end') this.#turn((this.shown?.pages.length ?? 0) - 1);
    else if (this.phase === 'page') this.#turn(this.#place - 1);
  }

  /** Covers everything. It never shows anything: who presses twice covers twice. */
  cover(): void {
    if (this.phase !== 'waiting') this.#isCovered = true;
  }

  /** Shows again what was covered by hand. Nothing else is shown again by this. */
  uncover(): void {
    if (this.veil === 'hand') this.#isCovered = false;
  }

  /** Asks for more time. Everything is covered until somebody has answered. */
  async askMoreTime(): Promise<void> {
    if (this.phase === 'waiting' || this.#isEnding) return;
    this.#isAsked = true;
    this.failure = null;
    try {
      await this.#backend.call('ask_more_time', null);
    } catch (thrown) {
      this.failure = toFailure(thrown);
      this.#isAsked = false;
      this.#isCovered = true;
    }
  }

  /** Ends it. Nothing is to be read from this moment. */
  async end(): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.failure = null;
    try {
      await this.#backend.call('end_walk_through', null);
    } catch (thrown) {
      this.failure = toFailure(thrown);
      this.#isEnding = false;
      this.#isCovered = true;
    }
  }

  /** Larger or smaller text, in this window only; none: as it was when it began. */
  stepTextSize(step: 1 | -1 | null): void {
    this.#textSize = step === null ? this.#ownTextSize : nextTextSize(this.#textSize, step);
    applyAppearance({ language: speech.language, textSize: this.#textSize });
  }

  #turn(place: number): void {
    const most = this.shown?.pages.length ?? 0;
    this.phase = place < 0 ? 'agreements' : place >= most ? 'end' : 'page';
    this.#place = Math.max(0, Math.min(place, most - 1));
  }

  #over(): void {
    this.#isOver = true;
    this.clock.stop();
  }

  async #listen(): Promise<void> {
    for (;;) {
      try {
        this.#hear(await this.#backend.call('await_walk_event', null));
      } catch (thrown) {
        this.failure = toFailure(thrown);
        // More time that was given must still arrive.
        await new Promise((resolve) => setTimeout(resolve, HEAR_AGAIN));
      }
    }
  }

  #hear(event: WalkEvent): void {
    switch (event.kind) {
      case 'time-over':
        this.#over();
        break;
      case 'more-time':
        this.#isAsked = false;
        this.#isOver = false;
        this.clock.run(event.secondsLeft);
        break;
      case 'no-more-time':
        // Somebody closed the other window and looks up: nothing is on screen by itself.
        if (this.#isAsked && !this.#isOver) this.#isCovered = true;
        this.#isAsked = false;
        break;
    }
  }
}
