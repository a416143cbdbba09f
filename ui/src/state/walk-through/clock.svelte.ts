/** The quiet clock of a walk-through. Rust's clock is the one that decides; this one tells it. */

const MINUTE = 60_000;

/** How many minutes before the end that is said. */
const SOON = 5;

/** Counts minutes, never seconds: it wakes only when what it says changes. */
export class QuietClock {
  /** Minutes that are left, rounded up; none while it does not run. */
  minutesLeft = $state<number | null>(null);

  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onover: () => void;

  constructor(onover: () => void) {
    this.#onover = onover;
  }

  /** Whether the end is near. */
  get isSoon(): boolean {
    return this.minutesLeft !== null && this.minutesLeft <= SOON;
  }

  /** Runs from now, for so many seconds. */
  run(seconds: number): void {
    this.#until = Date.now() + seconds * 1_000;
    this.tick();
  }

  /** Looks at the time again; what slept or was hidden may have missed something. */
  tick(): void {
    clearTimeout(this.#timer);
    if (this.#until === 0) return;
    const left = this.#until - Date.now();
    if (left <= 0) {
      this.stop();
      this.#onover();
      return;
    }
    const minutes = Math.ceil(left / MINUTE);
    this.minutesLeft = minutes;
    this.#timer = setTimeout(() => this.tick(), left - (minutes - 1) * MINUTE);
  }

  /** Runs no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#until = 0;
    this.minutesLeft = null;
  }
}
