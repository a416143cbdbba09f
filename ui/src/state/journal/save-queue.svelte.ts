/**
 * Makes what is typed durable: one save at a time, soon, and again when it failed.
 *
 * The promise is that at most two seconds of typing are lost. The wait is measured from the
 * first key that is not saved yet and never postponed by later keys, for somebody who writes on
 * without a pause would otherwise never be saved. It is shorter than the promise, so that the
 * disk has its share of the two seconds.
 */
import { toFailure } from '../../backend/backend';
import type { Failure, Moment } from '../../backend/contract';
import type { Clock } from './clock';

/** Milliseconds between the first unsaved key and the start of its save. */
export const WAIT = 1_000;

/** Milliseconds before another try after a failure, growing with each; the last one stays. */
export const BACKOFF = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const;

/** Something that can be made durable. */
export interface Savable {
  /** Whether there is something that is not on disk yet. */
  readonly dirty: boolean;
  /** Saves what stands there at this moment; answers with when that was. Throws a failure. */
  save(): Promise<Moment>;
}

/** What a person may know about saving. */
export type SaveStatus =
  | { kind: 'quiet' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Moment }
  | { kind: 'failed'; failure: Failure };

interface Job {
  /** When its save must start; infinite while nothing newer than the running save was typed. */
  due: number;
  /** How often it failed in a row. */
  attempts: number;
  /** Why the last try failed. */
  failure: Failure | null;
}

/** The one queue of an open journal. */
export class SaveQueue {
  /** What to show. */
  status: SaveStatus = $state.raw({ kind: 'quiet' });

  private readonly jobs = new Map<Savable, Job>();
  private running: Promise<void> | null = null;
  private stopTimer: () => void = () => undefined;

  constructor(private readonly clock: Clock) {}

  /** Whether everything is on disk. */
  get settled(): boolean {
    return this.jobs.size === 0;
  }

  /** Whether this one still has something to save, or is being saved. */
  holds(item: Savable): boolean {
    return this.jobs.has(item);
  }

  /** A key was pressed in this item. */
  changed(item: Savable): void {
    const soon = this.clock.now() + WAIT;
    const job = this.jobs.get(item);
    // After a failure a new key is a reason not to wait for a long backoff.
    if (job) job.due = Math.min(job.due, soon);
    else this.jobs.set(item, { due: soon, attempts: 0, failure: null });
    this.arm();
  }

  /**
   * Saves all that is open, now. Resolves when everything is durable, what was typed meanwhile
   * included; rejects with the failure when something could not be saved after a fresh try. The
   * text stays in its item and in the queue, whatever happens.
   */
  async flush(): Promise<void> {
    while (this.jobs.size > 0) {
      for (const job of this.jobs.values()) job.due = Number.NEGATIVE_INFINITY;
      await this.run();
      const failure = this.failure;
      if (failure) throw failure;
    }
  }

  /** Stops every timer. Only for a journal that is gone. */
  stop(): void {
    this.stopTimer();
    this.jobs.clear();
  }

  private get failure(): Failure | null {
    for (const job of this.jobs.values()) if (job.failure) return job.failure;
    return null;
  }

  private arm(): void {
    this.stopTimer();
    let next = Number.POSITIVE_INFINITY;
    for (const job of this.jobs.values()) next = Math.min(next, job.due);
    if (next === Number.POSITIVE_INFINITY) return;
    this.stopTimer = this.clock.after(Math.max(0, next - this.clock.now()), () => void this.run());
  }

  /** One runner at a time; a second caller waits for the same one. */
  private run(): Promise<void> {
    this.running ??= this.saveDue().finally(() => {
      this.running = null;
      this.arm();
    });
    return this.running;
  }

  private async saveDue(): Promise<void> {
    for (let next = this.nextDue(); next; next = this.nextDue()) {
      const [item, job] = next;
      job.due = Number.POSITIVE_INFINITY;
      if (job.failure === null) this.status = { kind: 'saving' };
      try {
        const at = await item.save();
        job.attempts = 0;
        job.failure = null;
        if (!item.dirty) this.jobs.delete(item);
        else if (job.due === Number.POSITIVE_INFINITY) job.due = this.clock.now();
        const other = this.failure;
        this.status = other ? { kind: 'failed', failure: other } : { kind: 'saved', at };
      } catch (thrown) {
        const failure = toFailure(thrown);
        const backoff = BACKOFF[Math.min(job.attempts, BACKOFF.length - 1)] ?? 0;
        job.attempts += 1;
        job.failure = failure;
        job.due = this.clock.now() + backoff;
        this.status = { kind: 'failed', failure };
      }
    }
  }

  private nextDue(): [Savable, Job] | null {
    const now = this.clock.now();
    for (const [item, job] of this.jobs) {
      if (job.due > now) continue;
      if (item.dirty || job.failure) return [item, job];
      // Typed and taken back before it was ever saved: nothing is left to do.
      this.jobs.delete(item);
    }
    return null;
  }
}
