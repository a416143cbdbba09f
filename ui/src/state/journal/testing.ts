/** What the tests of the journal's state share: a clock that tests turn, and an open journal. */
import { fakeJournal, type FakeJournalOptions } from '../../backend/fake-journal';
import type { Sitting, StartEntry } from '../../backend/contract';
import type { Clock } from './clock';
import type { TypedIn } from './field.svelte';
import { JournalSession } from './session.svelte';
import type { OpenJournal } from './open-journal.svelte';

/** Saturday 21 November 2026, 14:32, where the machine is. */
export const AFTERNOON = new Date(2026, 10, 21, 14, 32).getTime();

/** A clock that moves when a test says so. */
export class TestClock implements Clock {
  private timers: { at: number; call: () => void }[] = [];
  /** What the wall clock is ahead of the timers: they stand still in a sleep. */
  private ahead = 0;

  constructor(private time = AFTERNOON) {}

  now(): number {
    return this.time + this.ahead;
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.time + milliseconds, call };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  /** Lets time pass, timer by timer, with room for answers between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.time = Math.max(this.time, next.at);
      next.call();
      await settled();
    }
    this.time = end;
  }

  /** The machine sleeps: the wall clock goes on, no timer runs. Less than nothing sets it back. */
  sleep(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}

/** Lets every answer that is ready arrive. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A textarea with something in it, still on the page. */
export const typing = (value: string): TypedIn => ({ value, isConnected: true });

/** Five minutes, and nothing else that is known. */
export const fiveMinutes: Sitting = {
  minutes: 5,
  young: false,
  baggage: null,
  mood: null,
  keep: false,
};

/** An entry with questions about a contact of today. */
export const guide: StartEntry = {
  sheet: null,
  question: null,
  contact: { day: '2026-11-21' as never, kind: 'huisbezoek', alias: null },
  sitting: fiveMinutes,
  form: 'guide',
};

/** A free page on its own. */
export const freePage: StartEntry = {
  sheet: null,
  question: null,
  contact: null,
  sitting: null,
  form: 'free-page',
};

/** A session whose journal is open, over a role in memory. */
export async function opened(options: FakeJournalOptions = {}): Promise<{
  clock: TestClock;
  session: JournalSession;
  journal: OpenJournal;
  backend: ReturnType<typeof fakeJournal>['backend'];
  store: ReturnType<typeof fakeJournal>['store'];
  backups: ReturnType<typeof fakeJournal>['backups'];
  machine: ReturnType<typeof fakeJournal>['machine'];
  life: ReturnType<typeof fakeJournal>['life'];
  mirror: ReturnType<typeof fakeJournal>['mirror'];
  handbook: ReturnType<typeof fakeJournal>['handbook'];
  learned: ReturnType<typeof fakeJournal>['learned'];
  walkThroughs: ReturnType<typeof fakeJournal>['walkThroughs'];
}> {
  const clock = new TestClock();
  const { backend, ...role } = fakeJournal({ now: () => clock.now(), ...options });
  const session = new JournalSession(backend, clock);
  await session.start();
  const journal = session.journal;
  if (journal === null) throw new Error('the journal opens');
  return { clock, session, journal, backend, ...role };
}
