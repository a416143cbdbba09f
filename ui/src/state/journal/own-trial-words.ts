/** What an own trial says of itself, in words. */
import type {
  Better,
  OwnTrialRow,
  OwnTrialView,
  PhaseId,
  PhaseKind,
  PhaseView,
  Scale,
  Went,
} from '../../backend/contract';
import { figureInWords } from '../../i18n/amounts';
import { dayFrom } from '../../i18n/dates';
import { t } from '../../i18n/i18n.svelte';

/** What was done to an own trial, said once. */
export type OwnTrialDeed =
  | 'started'
  | 'changed'
  | 'phase-begun'
  | 'phase-erased'
  | 'measurement-changed'
  | 'measurement-erased'
  | 'ended'
  | 'goes-on'
  | 'erased';

/** The quiet line about it. */
export function ownTrialSaid(did: OwnTrialDeed): string {
  switch (did) {
    case 'started':
      return t('own-trial-said-started');
    case 'changed':
      return t('own-trial-said-changed');
    case 'phase-begun':
      return t('own-trial-said-phase-begun');
    case 'phase-erased':
      return t('own-trial-said-phase-erased');
    case 'measurement-changed':
      return t('own-trial-said-measurement-changed');
    case 'measurement-erased':
      return t('own-trial-said-measurement-erased');
    case 'ended':
      return t('own-trial-said-ended');
    case 'goes-on':
      return t('own-trial-said-goes-on');
    case 'erased':
      return t('own-trial-said-erased');
  }
}

/** What a kind of phase is called. */
export function phaseKindName(kind: PhaseKind): string {
  return kind === 'begin' ? t('own-trial-begin') : t('own-trial-trial');
}

/** In what one measures. */
export function scaleName(scale: Scale): string {
  return scale === 'count' ? t('own-trial-scale-count') : t('own-trial-scale-ten');
}

/** Which way is better. */
export function betterName(better: Better): string {
  return better === 'higher' ? t('own-trial-higher') : t('own-trial-lower');
}

/** Where the begin phase went by itself. */
export function wentInWords(went: Went): string {
  switch (went) {
    case 'better':
      return t('own-trial-went-better');
    case 'worse':
      return t('own-trial-went-worse');
    case 'flat':
      return t('own-trial-went-flat');
  }
}

/** The names of a phase, the longest first, three for each: a chart draws those for which it has room. */
export function phaseNames({ phases }: OwnTrialView, id: PhaseId): [string, string, string] {
  const phase = phases.find((other) => other.phase === id);
  if (phase === undefined) return ['', '', ''];
  const { kind } = phase;
  const name = phaseKindName(kind);
  const short = kind === 'begin' ? t('own-trial-begin-short') : t('own-trial-trial-short');
  const letter = kind === 'begin' ? t('own-trial-begin-letter') : t('own-trial-trial-letter');
  const same = phases.filter((other) => other.kind === kind);
  // One of a kind needs no number.
  if (same.length === 1) return [name, short, letter];
  const number = same.indexOf(phase) + 1;
  return [
    t('own-trial-numbered', { name, number }),
    t('own-trial-numbered', { name: short, number }),
    t('own-trial-lettered', { letter, number }),
  ];
}

/** The name of a phase. */
export function phaseName(view: OwnTrialView, id: PhaseId): string {
  return phaseNames(view, id)[0];
}

/** What a phase is called in the middle of a sentence: "de proeffase", "proeffase 2". */
export function phaseInSentence(view: OwnTrialView, { phase: id, kind }: PhaseView): string {
  const name = phaseName(view, id);
  if (name !== phaseKindName(kind)) return name.toLowerCase();
  return kind === 'begin' ? t('own-trial-the-begin') : t('own-trial-the-trial');
}

/** What stands in the chart, a sentence for each phase. */
export function chartInWords(view: OwnTrialView): string {
  return view.phases.map((phase) => phaseInWords(view, phase)).join(' ');
}

function phaseInWords(view: OwnTrialView, { phase, measurements, median }: PhaseView): string {
  const name = phaseName(view, phase);
  if (median === null) return t('own-trial-sum-none', { name });
  const count = measurements.length;
  return t('own-trial-sum', { name, count, median: figureInWords(median, 1) });
}

/** Which phase it is in, and when was measured last. */
export function rowInWords(row: OwnTrialRow, today: OwnTrialRow['startedOn']): string[] {
  return [
    row.endedOn === null
      ? phaseKindName(row.phase)
      : t('own-trial-ended-on', { day: dayFrom(today, row.endedOn) }),
    row.measuredOn === null
      ? t('own-trial-measured-never')
      : t('own-trial-measured-on', { day: dayFrom(today, row.measuredOn) }),
  ];
}
