/** Own trials of the writer's own behaviour: the list, one of them, and what is done to it. */
import type { Backend } from '../../backend/backend';
import type {
  Better,
  ChangeOwnTrial,
  Day,
  JournalCommands,
  MeasurementId,
  MeasurementView,
  OwnTrialId,
  OwnTrialRow,
  OwnTrialView,
  PhaseId,
  PhaseKind,
  Scale,
  StartOwnTrial,
} from '../../backend/contract';
import type { Desk } from './desk';
import type { OwnTrialDeed } from './own-trial-words';
import { blankStart } from './starts';

/** The most characters of a behaviour, and of what is done differently. */
export const LONGEST_LINE = 200;

/** The highest value of each scale. */
export const MOST: Record<Scale, number> = { 'zero-to-ten': 10, count: 999 };

/** The question of the handbook about what one sees in a chart. */
const ABOUT_CHARTS = { pack: 'dichterbij', question: 'L11' };

/** An own trial that is not begun yet. */
export interface OwnTrialDraft {
  behaviour: string;
  scale: Scale;
  better: Better;
}

const BLANK: Readonly<OwnTrialDraft> = { behaviour: '', scale: 'zero-to-ten', better: 'higher' };

/**
 * What was measured at one place on screen, so that it can be taken back there. It lives as long as
 * that place does: no store knows where a value came from.
 */
export class MeasuredHere {
  private values = $state.raw<ReadonlyMap<OwnTrialId, MeasurementView>>(new Map());

  /** The last value of a trial that was written down here; none when it was taken back. */
  of(trial: OwnTrialId): MeasurementView | null {
    return this.values.get(trial) ?? null;
  }

  /** Remembers it, or forgets it. */
  note(trial: OwnTrialId, measured: MeasurementView | null): void {
    const values = new Map(this.values);
    if (measured === null) values.delete(trial);
    else values.set(trial, measured);
    this.values = values;
  }
}

/** Own trials of the writer's own behaviour. */
export class OwnTrials {
  /** Those that run first, the latest first; none before they were asked for. */
  all = $state.raw<readonly OwnTrialRow[] | null>(null);
  /** Where the table of a trial was saved during this visit. */
  savedAt = $state.raw<{ trial: OwnTrialId; path: string } | null>(null);
  /** A trial that was begun to be written and is not begun yet. It is in no store. */
  draft: OwnTrialDraft = { ...BLANK };

  /** Whether a value is on its way: a second tap means the same one. */
  private measuring = false;
  private readonly places = new WeakMap<object, MeasuredHere>();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Those that are not ended. */
  get running(): readonly OwnTrialRow[] {
    return (this.all ?? []).filter(({ endedOn }) => endedOn === null);
  }

  /** What was measured at the end of a sitting of writing. */
  at(sitting: object): MeasuredHere {
    const known = this.places.get(sitting) ?? new MeasuredHere();
    this.places.set(sitting, known);
    return known;
  }

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(() => this.ask());
  }

  /** Asks anew, where they are only offered: a failure leaves what is shown. */
  async refresh(): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.ask().catch(() => undefined);
  }

  /** Opens the page of one. */
  async open(trial: OwnTrialId): Promise<void> {
    const before = this.desk.route;
    await this.desk.attempt(async () => {
      const view = await this.backend.call('read_own_trial', { trial });
      if (this.desk.route === before) this.visit(view);
    });
    // Where it could not be opened, it may be gone from the list too.
    if (this.desk.route === before && before.name === 'own-trials')
      await this.ask().catch(() => undefined);
  }

  /** Begins one, with its first phase today, and shows it. */
  start(trial: StartOwnTrial): Promise<boolean> {
    return this.act(async () => {
      const before = this.desk.route;
      const view = await this.backend.call('start_own_trial', trial);
      this.draft = { ...BLANK };
      if (this.desk.route === before) this.visit(view, 'started');
      else this.desk.say({ kind: 'own-trial', did: 'started' });
    });
  }

  /** Changes what it says of itself. */
  change(change: ChangeOwnTrial): Promise<boolean> {
    return this.changed('changed', () => this.backend.call('change_own_trial', change));
  }

  /** Begins the next phase, today. */
  beginPhase(trial: OwnTrialId, kind: PhaseKind, differently: string): Promise<boolean> {
    const phase = { trial, kind, differently };
    return this.changed('phase-begun', () => this.backend.call('begin_phase', phase));
  }

  /** Changes what is done differently in a phase. */
  changePhase(phase: PhaseId, differently: string): Promise<boolean> {
    return this.changed('changed', () => this.backend.call('change_phase', { phase, differently }));
  }

  /** Takes back a phase in which nothing was measured. */
  erasePhase(phase: PhaseId): Promise<boolean> {
    return this.changed('phase-erased', () => this.backend.call('erase_phase', { phase }));
  }

  /** Writes down a value; of today, where no day is given. It can be taken back where it was tapped. */
  async measure(
    trial: OwnTrialId,
    value: number,
    day: Day | null,
    here: MeasuredHere,
  ): Promise<boolean> {
    if (this.measuring) return false;
    this.measuring = true;
    const done = await this.act(async () => {
      const { measurement, trial: view } = await this.backend.call('measure', {
        trial,
        value,
        day,
      });
      const measured = measurementIn(view, measurement);
      here.note(trial, measured);
      this.show(view, null);
    });
    this.measuring = false;
    return done;
  }

  /** Takes back what was measured here last. */
  async takeBack(trial: OwnTrialId, here: MeasuredHere): Promise<boolean> {
    const measured = here.of(trial);
    if (measured === null) return false;
    return this.act(async () => {
      const { measurement } = measured;
      this.show(await this.backend.call('erase_measurement', { measurement }), null);
      here.note(trial, null);
    });
  }

  /** Corrects a measurement. */
  changeMeasurement(measurement: MeasurementView): Promise<boolean> {
    return this.changed('measurement-changed', () =>
      this.backend.call('change_measurement', measurement),
    );
  }

  /** Erases a measurement. */
  eraseMeasurement(measurement: MeasurementId): Promise<boolean> {
    return this.changed('measurement-erased', () =>
      this.backend.call('erase_measurement', { measurement }),
    );
  }

  /** Ends one, or lets it go on. */
  end(trial: OwnTrialId, ended: boolean): Promise<boolean> {
    return this.changed(ended ? 'ended' : 'goes-on', () =>
      this.backend.call('end_own_trial', { trial, ended }),
    );
  }

  /** Erases one with all that was measured in it, beyond recovery, and goes back to the list. */
  erase(trial: OwnTrialId): Promise<boolean> {
    return this.act(async () => {
      await this.backend.call('erase_own_trial', { trial });
      this.all = this.all?.filter((row) => row.trial !== trial) ?? null;
      if (this.isShown(trial))
        this.desk.go({ name: 'own-trials' }, { kind: 'own-trial', did: 'erased' });
      else this.desk.say({ kind: 'own-trial', did: 'erased' });
    });
  }

  /** Writes it as a table where the person chooses. */
  saveTable(trial: OwnTrialId): Promise<boolean> {
    return this.act(async () => {
      const { path } = await this.backend.call('save_own_trial', { trial });
      if (path !== null && this.isShown(trial)) this.savedAt = { trial, path };
    });
  }

  /** Begins to write about what one sees in the chart. */
  writeAbout(): Promise<void> {
    return this.desk.begin({ ...blankStart, form: 'guide', question: ABOUT_CHARTS });
  }

  private async ask(): Promise<void> {
    this.all = (await this.backend.call('list_own_trials', null)).trials;
  }

  /** Does something that writes. Answers whether it was done. */
  private async act(act: () => Promise<void>): Promise<boolean> {
    if (this.desk.onlyReading) return false;
    let done = false;
    await this.desk.attempt(async () => {
      await act();
      done = true;
    });
    return done;
  }

  private changed(did: OwnTrialDeed, call: () => Promise<OwnTrialView>): Promise<boolean> {
    return this.act(async () => this.show(await call(), did));
  }

  private visit(view: OwnTrialView, did: OwnTrialDeed | null = null): void {
    this.savedAt = null;
    this.desk.go({ name: 'own-trial', view }, did && { kind: 'own-trial', did });
  }

  /** Shows it as it is now; whoever went elsewhere meanwhile is not pulled back. */
  private show(view: OwnTrialView, did: OwnTrialDeed | null): void {
    const { trial } = view.row;
    this.all = this.all?.map((row) => (row.trial === trial ? view.row : row)) ?? null;
    if (this.savedAt?.trial === trial) this.savedAt = null;
    const said = did && ({ kind: 'own-trial', did } as const);
    if (this.isShown(trial)) this.desk.go({ name: 'own-trial', view }, said);
    else if (said !== null) this.desk.say(said);
  }

  private isShown(trial: OwnTrialId): boolean {
    const { route } = this.desk;
    return route.name === 'own-trial' && route.view.row.trial === trial;
  }
}

/** A measurement of a trial, as it stands there. */
export function measurementIn(view: OwnTrialView, id: MeasurementId): MeasurementView | null {
  return (
    view.phases
      .flatMap(({ measurements }) => measurements)
      .find(({ measurement }) => measurement === id) ?? null
  );
}
