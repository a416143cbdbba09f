/** Own trials in memory. */
import type {
  Better,
  ComparisonView,
  Day,
  JournalCommands,
  MeasurementId,
  MeasurementView,
  OverlapView,
  OwnTrialId,
  OwnTrialRow,
  OwnTrialView,
  PhaseId,
  PhaseKind,
  PhaseView,
  Scale,
} from './contract';
import type { Handlers } from './fake';
import type { OwnTrialSpecimen } from './fake-own-trial-specimens';
import { failure, type FakeStore } from './fake-store';
import { plusDays } from './fake-terms';

type OwnTrialsCommands =
  | 'list_own_trials'
  | 'start_own_trial'
  | 'read_own_trial'
  | 'change_own_trial'
  | 'begin_phase'
  | 'change_phase'
  | 'erase_phase'
  | 'measure'
  | 'change_measurement'
  | 'erase_measurement'
  | 'end_own_trial'
  | 'erase_own_trial'
  | 'save_own_trial';

/** A phase as the store keeps it. */
interface StoredPhase {
  readonly phase: PhaseId;
  readonly kind: PhaseKind;
  readonly beganOn: Day;
  differently: string;
  measurements: MeasurementView[];
}

/** An own trial as the store keeps it. */
interface StoredTrial {
  readonly trial: OwnTrialId;
  behaviour: string;
  scale: Scale;
  better: Better;
  endedOn: Day | null;
  phases: [StoredPhase, ...StoredPhase[]];
}

/** The fewest measurements of a phase that is compared. */
const LEAST = 5;
const MOST: Record<Scale, number> = { 'zero-to-ten': 10, count: 999 };
const BEHAVIOUR = /^[^\n\r]{1,200}$/u;
const DIFFERENTLY = /^[^\n\r]{0,200}$/u;

/** The own trials of the role in memory. */
export class FakeOwnTrials {
  /** Where the person lets a table be written; nothing closes the dialog. */
  savesTo: string | null = '/home/noor/Documenten/eigen-proef.csv';

  private trials: StoredTrial[] = [];

  constructor(
    private readonly store: FakeStore,
    specimens: readonly OwnTrialSpecimen[] = [],
  ) {
    for (const specimen of specimens) this.fill(specimen);
  }

  /** The commands about it. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, OwnTrialsCommands> {
    return {
      list_own_trials: () => {
        shown();
        const rows = this.trials.map((trial) => rowOf(trial));
        const latestFirst = rows.toSorted(
          (a, b) => b.startedOn.localeCompare(a.startedOn) || b.trial - a.trial,
        );
        return {
          trials: [
            ...latestFirst.filter(({ endedOn }) => endedOn === null),
            ...latestFirst.filter(({ endedOn }) => endedOn !== null),
          ],
        };
      },
      start_own_trial: ({ behaviour, scale, better }) =>
        viewOf(this.start(usable(behaviour, BEHAVIOUR), scale, better, written().today)),
      read_own_trial: ({ trial }) => (shown(), viewOf(this.trial(trial))),
      change_own_trial: ({ trial: id, behaviour, scale, better }) => {
        written();
        const trial = this.trial(id);
        const text = usable(behaviour, BEHAVIOUR);
        const { scaleOpen, betterOpen } = viewOf(trial);
        if (scale !== trial.scale && !scaleOpen)
          throw failure({ code: 'own-trial-fixed', part: 'scale' });
        if (better !== trial.better && !betterOpen)
          throw failure({ code: 'own-trial-fixed', part: 'better' });
        Object.assign(trial, { behaviour: text, scale, better });
        return viewOf(trial);
      },
      begin_phase: ({ trial: id, kind, differently }) => {
        const { today } = written();
        const trial = this.running(id);
        trial.phases.push(this.phase(kind, today, usable(differently, DIFFERENTLY)));
        return viewOf(trial);
      },
      change_phase: ({ phase: id, differently }) => {
        written();
        const { trial, phase } = this.withPhase(id);
        phase.differently = usable(differently, DIFFERENTLY);
        return viewOf(trial);
      },
      erase_phase: ({ phase: id }) => {
        written();
        const { trial, phase } = this.withPhase(id);
        const [first, ...others] = trial.phases;
        // The first one came with the trial, and goes with it.
        if (phase === first || phase.measurements.length > 0)
          throw failure({ code: 'phase-in-use' });
        trial.phases = [first, ...others.filter((other) => other !== phase)];
        return viewOf(trial);
      },
      measure: ({ trial: id, value, day }) => {
        const { today } = written();
        const trial = this.running(id);
        const measurement = this.measured(trial, value, day ?? today, today);
        return { measurement, trial: viewOf(trial) };
      },
      change_measurement: ({ measurement: id, value, day }) => {
        const { today } = written();
        const { trial, phase, measurement } = this.withMeasurement(id);
        checkValue(trial, value);
        const now = day === measurement.day ? phase : phaseOn(trial, day, today);
        phase.measurements = phase.measurements.filter((other) => other !== measurement);
        put(now, { measurement: id, day, value });
        return viewOf(trial);
      },
      erase_measurement: ({ measurement: id }) => {
        written();
        const { trial, phase, measurement } = this.withMeasurement(id);
        phase.measurements = phase.measurements.filter((other) => other !== measurement);
        return viewOf(trial);
      },
      end_own_trial: ({ trial: id, ended }) => {
        const { today } = written();
        const trial = this.trial(id);
        trial.endedOn = ended ? (trial.endedOn ?? today) : null;
        return viewOf(trial);
      },
      erase_own_trial: ({ trial: id }) => {
        written();
        const trial = this.trial(id);
        this.trials = this.trials.filter((other) => other !== trial);
        return null;
      },
      save_own_trial: ({ trial }) => (written(), this.trial(trial), { path: this.savesTo }),
    };
  }

  private fill({ behaviour, scale, better, phases, ended }: OwnTrialSpecimen): void {
    const [first, ...others] = phases;
    const { today } = this.store;
    const ago = (days: number): Day => plusDays(today, -days);
    const trial = this.start(behaviour, scale, better, ago(first.daysAgo));
    for (const { kind, daysAgo, differently } of others)
      trial.phases.push(this.phase(kind, ago(daysAgo), differently ?? ''));
    for (const { values } of phases)
      for (const [daysAgo, value] of values) this.measured(trial, value, ago(daysAgo), today);
    if (ended) trial.endedOn = today;
  }

  private start(behaviour: string, scale: Scale, better: Better, day: Day): StoredTrial {
    const trial: StoredTrial = {
      trial: this.store.id<OwnTrialId>(),
      behaviour,
      scale,
      better,
      endedOn: null,
      phases: [this.phase('begin', day, '')],
    };
    this.trials.push(trial);
    return trial;
  }

  private phase(kind: PhaseKind, beganOn: Day, differently: string): StoredPhase {
    return { phase: this.store.id<PhaseId>(), kind, beganOn, differently, measurements: [] };
  }

  private measured(trial: StoredTrial, value: number, day: Day, today: Day): MeasurementId {
    checkValue(trial, value);
    const phase = phaseOn(trial, day, today);
    const measurement = this.store.id<MeasurementId>();
    put(phase, { measurement, day, value });
    return measurement;
  }

  private trial(id: OwnTrialId): StoredTrial {
    const trial = this.trials.find((other) => other.trial === id);
    if (trial === undefined) throw failure({ code: 'own-trial-gone' });
    return trial;
  }

  private running(id: OwnTrialId): StoredTrial {
    const trial = this.trial(id);
    if (trial.endedOn !== null) throw failure({ code: 'own-trial-ended' });
    return trial;
  }

  private withPhase(id: PhaseId): { trial: StoredTrial; phase: StoredPhase } {
    for (const trial of this.trials)
      for (const phase of trial.phases) if (phase.phase === id) return { trial, phase };
    throw failure({ code: 'own-trial-gone' });
  }

  private withMeasurement(id: MeasurementId): {
    trial: StoredTrial;
    phase: StoredPhase;
    measurement: MeasurementView;
  } {
    for (const trial of this.trials)
      for (const phase of trial.phases)
        for (const measurement of phase.measurements)
          if (measurement.measurement === id) return { trial, phase, measurement };
    throw failure({ code: 'own-trial-gone' });
  }
}

/** One line without what stands around it. */
function usable(text: string, allowed: RegExp): string {
  const line = text.trim();
  if (!allowed.test(line)) throw failure({ code: 'own-trial-unusable' });
  return line;
}

function checkValue({ scale }: StoredTrial, value: number): void {
  const most = MOST[scale];
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw failure({ code: 'value-off-scale', most });
}

/** The last phase that had begun on a day. */
function phaseOn({ phases }: StoredTrial, day: Day, today: Day): StoredPhase {
  const phase = phases.findLast(({ beganOn }) => beganOn <= day);
  if (phase === undefined || day > today) throw failure({ code: 'day-out-of-reach' });
  return phase;
}

function put(phase: StoredPhase, measurement: MeasurementView): void {
  phase.measurements = [...phase.measurements, measurement].sort(
    (a, b) => a.day.localeCompare(b.day) || a.measurement - b.measurement,
  );
}

function rowOf({ phases, ...trial }: StoredTrial): OwnTrialRow {
  const days = phases.flatMap(({ measurements }) => measurements.map(({ day }) => day)).sort();
  return {
    trial: trial.trial,
    behaviour: trial.behaviour,
    scale: trial.scale,
    better: trial.better,
    phase: (phases.at(-1) ?? phases[0]).kind,
    startedOn: phases[0].beganOn,
    measuredOn: days.at(-1) ?? null,
    endedOn: trial.endedOn,
  };
}

function viewOf(trial: StoredTrial): OwnTrialView {
  const { phases, better } = trial;
  return {
    row: rowOf(trial),
    scaleOpen: phases.every(({ measurements }) => measurements.length === 0),
    betterOpen: phases.every(({ kind }) => kind === 'begin'),
    phases: phases.map((phase): PhaseView => ({
      phase: phase.phase,
      kind: phase.kind,
      beganOn: phase.beganOn,
      differently: phase.differently,
      measurements: [...phase.measurements],
      median: median(valuesOf(phase)),
    })),
    comparisons: phases.flatMap((phase, at): ComparisonView[] => {
      const before = phases.slice(0, at).findLast(({ kind }) => kind === 'begin');
      if (phase.kind !== 'trial' || before === undefined) return [];
      return [
        {
          begin: before.phase,
          trial: phase.phase,
          overlap: overlap(valuesOf(before), valuesOf(phase), better),
        },
      ];
    }),
  };
}

function valuesOf({ measurements }: StoredPhase): number[] {
  return measurements.map(({ value }) => value);
}

/** The value in the middle, or halfway between the two in the middle. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[Math.floor(place)] ?? 0;
  const middle = (sorted.length - 1) / 2;
  return (at(middle) + at(middle + 0.5)) / 2;
}

/**
 * How far two phases overlap; none where one has fewer than five values. NAP: Parker & Vannest 2009;
 * Tau-U: Parker, Vannest, Davis & Sauber 2011.
 */
export function overlap(
  begin: readonly number[],
  trial: readonly number[],
  better: Better,
): OverlapView | null {
  if (begin.length < LEAST || trial.length < LEAST) return null;
  const sign = better === 'higher' ? 1 : -1;
  const between = begin.flatMap((a) => trial.map((b) => sign * Math.sign(b - a)));
  const within = begin.flatMap((a, at) =>
    begin.slice(at + 1).map((later) => sign * Math.sign(later - a)),
  );
  const sum = (signs: readonly number[]): number => signs.reduce((all, one) => all + one, 0);
  const count = (wanted: number): number => between.filter((one) => one === wanted).length;
  const pairs = between.length;
  const trend = sum(within);
  return {
    better: count(1),
    worse: count(-1),
    equal: count(0),
    nap: (count(1) + count(0) / 2) / pairs,
    tau: sum(between) / pairs,
    tauCorrected: (sum(between) - trend) / pairs,
    beginWent: trend > 0 ? 'better' : trend < 0 ? 'worse' : 'flat',
  };
}
