/**
 * A meeting of colleagues who learn together: its method, its steps and their time.
 *
 * The time is that of the wall clock: a timer of a window that sleeps or is in a hurry says when to
 * look, never what time it is. At the end of a step it waits; nobody is talked over.
 */
import type { Backend } from '../../backend/backend';
import type {
  EntryId,
  FindingKind,
  FormHead,
  JournalCommands,
  MethodView,
  SheetVersion,
  Step,
} from '../../backend/contract';
import type { Clock } from './clock';
import { wellFormed } from './field.svelte';

const MINUTE = 60_000;

/** Minutes from which on it is said that half of a step is over. */
const HALF_FROM = 4;

/** What of the time is said aloud: a few times in a step, never every second. */
export type TimeSaid =
  | { kind: 'start'; minutes: number }
  | { kind: 'half' }
  | { kind: 'minute' }
  | { kind: 'over' }
  | { kind: 'paused' }
  | { kind: 'left'; seconds: number };

/** Where a meeting is. */
export type IntervisionPlace =
  | { kind: 'agreements' }
  | { kind: 'contribution' }
  | { kind: 'step'; index: number }
  | { kind: 'end' };

/** What a meeting is held with. */
export interface IntervisionContent {
  readonly method: MethodView;
  readonly agreements: readonly string[];
  /** What is brought in; none where somebody tells it without a sheet. */
  readonly contribution: readonly Step[] | null;
  /** The form for what one takes along; none where the handbook has none. */
  readonly result: FormHead | null;
}

/** Such a meeting. */
export class IntervisionRound {
  /** Where it is. */
  place = $state.raw<IntervisionPlace>({ kind: 'end' });
  /** Whether the time of the step runs. */
  running = $state(false);
  /** Milliseconds that the step has left. */
  left = $state(0);
  /** Milliseconds that the step has in all, with the minutes that were added. */
  whole = $state(0);
  /** What was said of the time just now. */
  said = $state.raw<TimeSaid | null>(null);

  /** Called at each look at the clock while a step runs: somebody is there, without a key. */
  onpresent: () => void = () => undefined;

  /** All places of this meeting, in their order. */
  readonly places: readonly IntervisionPlace[];

  /** The time of the steps that are not on screen. */
  private readonly times: { left: number; whole: number }[];
  private endsAt = 0;
  private last = 0;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly clock: Clock,
    readonly content: IntervisionContent,
  ) {
    const { method, agreements, contribution } = content;
    this.times = method.steps.map(({ minutes }) => ({
      left: minutes * MINUTE,
      whole: minutes * MINUTE,
    }));
    this.places = [
      ...(agreements.length > 0 ? [{ kind: 'agreements' } as const] : []),
      ...(contribution !== null ? [{ kind: 'contribution' } as const] : []),
      ...method.steps.map((_, index) => ({ kind: 'step', index }) as const),
      { kind: 'end' },
    ];
    const [first] = this.places;
    if (first) this.enter(first);
  }

  /** The step on screen; none before the first and after the last. */
  get step(): MethodView['steps'][number] | null {
    return this.place.kind === 'step'
      ? (this.content.method.steps[this.place.index] ?? null)
      : null;
  }

  /** Whether the time of the step on screen is over. */
  get over(): boolean {
    return this.place.kind === 'step' && this.left <= 0;
  }

  /** Seconds that the step has left, as they are read: the last one is shown as a second. */
  get seconds(): number {
    return Math.ceil(this.left / 1000);
  }

  /** Whether the steps began and did not end: leaving would lose the place. */
  get underWay(): boolean {
    return this.place.kind === 'step';
  }

  /** Goes to the next place or the one before. Answers whether there was one. */
  go(by: -1 | 1): boolean {
    const next = this.places[this.places.indexOf(this.place) + by];
    if (next === undefined) return false;
    this.enter(next);
    return true;
  }

  /** Goes to the end, from wherever it is. */
  end(): void {
    this.enter({ kind: 'end' });
  }

  /** Stops the time where it is. */
  pause(): void {
    if (!this.running) return;
    this.tick();
    if (!this.running) return;
    this.halt();
    this.said = { kind: 'paused' };
  }

  /** Lets the time run again. */
  resume(): void {
    if (this.running || this.step === null || this.left <= 0) return;
    this.run();
    this.said = { kind: 'left', seconds: this.seconds };
  }

  /** A minute more. A step whose time was over runs again; one that was paused stays so. */
  more(): void {
    if (this.step === null) return;
    if (this.running) this.tick();
    const paused = !this.running && this.left > 0;
    this.halt();
    this.left += MINUTE;
    this.whole += MINUTE;
    if (!paused) this.run();
    this.said = { kind: 'left', seconds: this.seconds };
  }

  /** The screen goes away: the time waits. */
  rest(): void {
    this.halt();
  }

  private enter(to: IntervisionPlace): void {
    this.halt();
    if (this.place.kind === 'step')
      this.times[this.place.index] = { left: this.left, whole: this.whole };
    this.place = this.places.find((place) => same(place, to)) ?? to;
    this.said = null;
    const time = to.kind === 'step' ? this.times[to.index] : undefined;
    this.left = time?.left ?? 0;
    this.whole = time?.whole ?? 0;
    if (time === undefined) return;
    if (this.left <= 0) {
      this.said = { kind: 'over' };
      return;
    }
    this.said =
      this.left === this.whole
        ? { kind: 'start', minutes: Math.round(this.whole / MINUTE) }
        : { kind: 'left', seconds: this.seconds };
    this.run();
  }

  private run(): void {
    this.last = this.clock.now();
    this.endsAt = this.last + this.left;
    this.running = true;
    this.onpresent();
    this.wait();
  }

  private halt(): void {
    this.stopTimer();
    this.running = false;
  }

  /** Looks again when the figure on screen changes. */
  private wait(): void {
    this.stopTimer();
    this.stopTimer = this.clock.after(this.left % 1000 || 1000, () => {
      this.tick();
      if (this.running) this.wait();
    });
  }

  /** Looks at the clock. */
  private tick(): void {
    const now = this.clock.now();
    // A clock that is set back must not make a step longer.
    if (now < this.last) this.endsAt -= this.last - now;
    this.last = now;
    const before = this.left;
    this.left = Math.max(0, this.endsAt - now);
    if (this.left <= 0) {
      this.halt();
      this.said = { kind: 'over' };
      return;
    }
    this.onpresent();
    if (before > MINUTE && this.left <= MINUTE) this.said = { kind: 'minute' };
    else if (
      this.whole >= HALF_FROM * MINUTE &&
      before > this.whole / 2 &&
      this.left <= this.whole / 2
    )
      this.said = { kind: 'half' };
  }
}

function same(one: IntervisionPlace, other: IntervisionPlace): boolean {
  return (
    one.kind === other.kind &&
    (one.kind !== 'step' || (other.kind === 'step' && one.index === other.index))
  );
}

/** Something in a contribution that points at a person, and where it stands. */
export interface FoundInContribution {
  readonly label: string;
  readonly words: string;
  readonly kind: FindingKind;
}

/** What somebody may bring in: the own sheets for it, and what in one of them points at a person. */
export class Contributions {
  /** The own sheets, the latest first; none before they were asked for. */
  sheets = $state.raw<readonly SheetVersion[] | null>(null);
  /** The sheet that is chosen. */
  chosen = $state.raw<SheetVersion | null>(null);
  /** What was found in it; none before it was looked at. */
  found = $state.raw<readonly FoundInContribution[] | null>(null);
  /** Whether it could not be looked at: then it cannot be shown either. */
  failed = $state(false);

  private turn = 0;

  constructor(private readonly backend: Backend<JournalCommands>) {}

  /** Asks for the own sheets of these forms. */
  async load(forms: readonly FormHead[]): Promise<void> {
    const lists = await Promise.all(
      forms.map(({ form }) => this.backend.call('list_sheets', form).then(({ sheets }) => sheets)),
    );
    this.sheets = lists
      .flat()
      .filter(({ steps }) => steps.length > 0)
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  }

  /** Chooses one, or none, and looks for what in it points at a person. */
  async choose(entry: EntryId | null): Promise<void> {
    this.chosen = this.sheets?.find((sheet) => sheet.entry === entry) ?? null;
    await this.look();
  }

  /** Looks again. Nothing that was not looked at is shown to others. */
  async look(): Promise<void> {
    const { chosen } = this;
    const turn = (this.turn += 1);
    this.found = null;
    this.failed = false;
    if (chosen === null) return;
    try {
      const found: FoundInContribution[] = [];
      for (const { field, answer } of chosen.steps) {
        if (answer === null || answer.text.trim() === '') continue;
        const text = wellFormed(answer.text);
        const { findings } = await this.backend.call('mirror_text', {
          text,
          entry: chosen.entry,
          forOthers: true,
        });
        if (turn !== this.turn) return;
        const label = field.kind === 'cell' ? field.cell.label : '';
        for (const { kind, start, end } of findings)
          found.push({ label, kind, words: text.slice(start, end) });
      }
      this.found = found;
    } catch {
      if (turn === this.turn) this.failed = true;
    }
  }

  /** These words are no person. Rejects with the failure when it was not taken in. */
  async spare({ kind, words }: FoundInContribution): Promise<void> {
    await this.backend.call('spare_finding', { kind, text: words });
    await this.look();
  }
}
