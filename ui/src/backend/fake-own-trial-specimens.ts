/** Own trials for the role in memory: as many ways to stand as there are pictures to look at. */
import type { Better, PhaseKind, Scale } from './contract';

interface PhaseSpecimen {
  readonly kind: PhaseKind;
  /** When it was begun. */
  readonly daysAgo: number;
  readonly differently?: string;
  /** Values, each with its days ago, in the order of time. */
  readonly values: readonly (readonly [daysAgo: number, value: number])[];
}

/** An own trial of before. */
export interface OwnTrialSpecimen {
  readonly behaviour: string;
  readonly scale: Scale;
  readonly better: Better;
  readonly phases: readonly [PhaseSpecimen, ...PhaseSpecimen[]];
  readonly ended?: boolean;
}

/** One value every so many days, the first one so many days ago. */
function every(days: number, from: number, ...values: number[]): [number, number][] {
  return values.map((value, at) => [from - at * days, value]);
}

/** Ten weeks, with a begin phase of six and a trial phase of seven. */
export const tenWeeks: OwnTrialSpecimen = {
  behaviour: 'Hoe vaak ik eerst vraag wat de ander wil bespreken',
  scale: 'zero-to-ten',
  better: 'higher',
  phases: [
    { kind: 'begin', daysAgo: 70, values: every(5, 70, 3, 5, 4, 4, 6, 3) },
    {
      kind: 'trial',
      daysAgo: 38,
      differently: 'Ik leg eerst mijn pen neer en vraag waar de ander het over wil hebben.',
      values: every(5, 37, 5, 6, 4, 7, 8, 6, 7),
    },
  ],
};

/** There and back again. */
export const fourPhases: OwnTrialSpecimen = {
  behaviour: 'Hoe rustig ik blijf als iemand boos is',
  scale: 'zero-to-ten',
  better: 'higher',
  phases: [
    { kind: 'begin', daysAgo: 150, values: every(6, 150, 3, 4, 5, 4, 5) },
    {
      kind: 'trial',
      daysAgo: 118,
      differently: 'Ik adem eerst uit.',
      values: every(4, 116, 7, 8, 6, 7, 7, 8, 5, 8, 7),
    },
    { kind: 'begin', daysAgo: 78, values: every(5, 76, 5, 4, 5, 3, 4) },
    {
      kind: 'trial',
      daysAgo: 50,
      differently: 'Ik adem eerst uit.',
      values: every(5, 48, 8, 7, 5, 7, 6, 8, 6, 7, 7, 6),
    },
  ],
};

/** Counted, where fewer is better, and only just begun. */
export const justBegun: OwnTrialSpecimen = {
  behaviour: 'Hoe vaak ik de ander onderbreek',
  scale: 'count',
  better: 'lower',
  phases: [{ kind: 'begin', daysAgo: 6, values: every(3, 6, 4, 12) }],
};

/** Sixty points: as many as anybody will look at. */
export const sixtyPoints: OwnTrialSpecimen = {
  behaviour: 'Hoe goed ik een stilte laat duren',
  scale: 'zero-to-ten',
  better: 'higher',
  phases: [
    {
      kind: 'begin',
      daysAgo: 200,
      values: every(3, 200, ...Array.from({ length: 28 }, (_, at) => 3 + ((at * 7) % 4))),
    },
    {
      kind: 'trial',
      daysAgo: 110,
      differently: 'Ik tel tot vier.',
      values: every(3, 108, ...Array.from({ length: 32 }, (_, at) => 5 + ((at * 7) % 5))),
    },
  ],
  ended: true,
};
