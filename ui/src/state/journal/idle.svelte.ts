/**
 * Nobody is there: a notice of sixty seconds, then the lock.
 *
 * Timers stand still while a machine sleeps, so the elapsed time is always read from the wall
 * clock. The first sign of life after a long sleep therefore locks, and does not count as
 * somebody being there.
 */
import type { Clock } from './clock';

/** Seconds of notice before the lock; half of the time where the setting is a single minute. */
export const NOTICE = 60;

/** Milliseconds between two looks at the clock while nothing is near. */
const LOOK = 5_000;

/** The seconds at which a screen reader says how many are left. */
const SAID_AT = [60, 30, 10] as const;

/** Watches whether somebody is there. */
export class Idle {
  /** Seconds left while the notice is shown; none while it is not. */
  secondsLeft = $state<number | null>(null);
  /** The seconds as they are said aloud: a few times, not every second. */
  secondsSaid = $state<number | null>(null);

  private last: number;
  private stopTimer: () => void = () => undefined;
  private over = false;

  /**
   * @param minutes how long nobody may be there, asked anew at each look
   * @param lock called once
   */
  constructor(
    private readonly clock: Clock,
    private readonly minutes: () => number,
    private readonly lock: () => void,
  ) {
    this.last = clock.now();
    this.look();
  }

  /** A key or a pointer was used. */
  active(): void {
    if (this.over) return;
    // A machine that slept past the limit wakes with a key press: that one comes too late.
    if (this.left() <= 0) {
      this.end();
      return;
    }
    this.last = this.clock.now();
    if (this.secondsLeft !== null) {
      this.secondsLeft = null;
      this.secondsSaid = null;
      this.look();
    }
  }

  /** Looks at the clock now: on a change of the minutes, and when the window comes back. */
  look(): void {
    if (this.over) return;
    this.stopTimer();
    const left = this.left();
    if (left <= 0) {
      this.end();
      return;
    }
    const notice = Math.min(NOTICE, this.minutes() * 30);
    const seconds = Math.ceil(left / 1000);
    if (seconds <= notice) {
      this.secondsLeft = seconds;
      this.secondsSaid = SAID_AT.findLast((at) => seconds <= at) ?? null;
    } else {
      this.secondsLeft = null;
      this.secondsSaid = null;
    }
    const untilNotice = left - notice * 1000;
    const pause = untilNotice > 0 ? Math.min(untilNotice, LOOK) : left % 1000 || 1000;
    this.stopTimer = this.clock.after(pause, () => this.look());
  }

  /** Stops watching. */
  stop(): void {
    this.over = true;
    this.stopTimer();
    this.secondsLeft = null;
    this.secondsSaid = null;
  }

  private left(): number {
    const now = this.clock.now();
    // A clock set back must not give an unattended screen more time than the setting says.
    if (now < this.last) this.last = now;
    return this.last + this.minutes() * 60_000 - now;
  }

  private end(): void {
    this.stop();
    this.lock();
  }
}
