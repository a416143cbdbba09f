/** Time as an argument, so that tests decide what time it is. */

/** What the journal's state needs to know about time. */
export interface Clock {
  /**
   * Milliseconds since 1970. The wall clock and not a monotonic one: the latter may stand still
   * while a machine sleeps, and a sleep counts as nobody being there.
   */
  now(): number;
  /** Calls once after so many milliseconds; the answer stops it. */
  after(milliseconds: number, call: () => void): () => void;
}

/** The clock of the machine. */
export const machineClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
