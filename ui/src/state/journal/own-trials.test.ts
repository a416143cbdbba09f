/** Own trials in the state of an open journal, over a role that counts as the true one does. */
import { describe, expect, it } from 'vitest';

import type { OwnTrialView } from '../../backend/contract';
import { median, overlap } from '../../backend/fake-own-trials';
import {
  fourPhases,
  justBegun,
  sixtyPoints,
  tenWeeks,
} from '../../backend/fake-own-trial-specimens';
import type { OpenJournal } from './open-journal.svelte';
import { chartInWords, phaseInSentence, phaseName } from './own-trial-words';
import { MeasuredHere } from './own-trials.svelte';
import { saidText } from './said';
import { freePage, opened, settled } from './testing';

const DAY = 24 * 60 * 60 * 1000;
const asks = {
  behaviour: 'Hoe vaak ik eerst vraag',
  scale: 'zero-to-ten',
  better: 'higher',
} as const;

/** The trial whose page is shown. */
function view(journal: OpenJournal): OwnTrialView {
  if (journal.route.name !== 'own-trial') throw new Error(`${journal.route.name} is shown`);
  return journal.route.view;
}
const values = (journal: OpenJournal): number[][] =>
  view(journal).phases.map(({ measurements }) => measurements.map(({ value }) => value));
const said = (journal: OpenJournal): string => (journal.said ? saidText(journal.said) : '');

describe('the figures', () => {
  // The example of the documentation of the R package SingleCaseES.
  const begin = [20, 20, 26, 25, 22, 23];
  const trial = [28, 25, 24, 27, 30, 30, 29];

  it('are those of the published example', () => {
    const found = overlap(begin, trial, 'higher');
    expect(found).toMatchObject({ better: 38, worse: 3, equal: 1, beginWent: 'better' });
    expect(found?.nap).toBeCloseTo(0.9166667, 6);
    expect(found?.tau).toBeCloseTo(0.8333333, 6);
    expect(found?.tauCorrected).toBeCloseTo(0.7380952, 6);
  });

  it('turn around with the direction, and say nothing of phases that are alike', () => {
    const [up, down] = [overlap(begin, trial, 'higher'), overlap(begin, trial, 'lower')];
    expect((up?.nap ?? 0) + (down?.nap ?? 0)).toBeCloseTo(1, 12);
    expect(down?.tauCorrected).toBeCloseTo(-(up?.tauCorrected ?? 0), 12);
    expect(overlap([4, 4, 4, 4, 4], [4, 4, 4, 4, 4], 'higher')).toMatchObject({
      nap: 0.5,
      tau: 0,
      tauCorrected: 0,
      beginWent: 'flat',
    });
  });

  it('can leave one when corrected, and are none under five', () => {
    expect(overlap([5, 4, 3, 2, 1], [7, 7, 7, 7, 7], 'higher')?.tauCorrected).toBeCloseTo(1.4, 12);
    expect(overlap([1, 2, 3, 4], [5, 6, 7, 8, 9], 'higher')).toBeNull();
    expect(overlap([1, 2, 3, 4, 5], [6, 7, 8, 9], 'higher')).toBeNull();
  });

  it('have the middle of a row of values', () => {
    expect([median([]), median([7]), median([9, 1, 4]), median([1, 2, 10, 4])]).toEqual([
      null,
      7,
      4,
      3,
    ]);
  });
});

describe('the list', () => {
  it('has those that run first, the latest first', async () => {
    const { journal } = await opened({ ownTrials: [sixtyPoints, fourPhases, tenWeeks, justBegun] });
    journal.go({ name: 'own-trials' });
    await settled();
    expect(journal.ownTrials.all?.map(({ behaviour }) => behaviour)).toEqual([
      justBegun.behaviour,
      tenWeeks.behaviour,
      fourPhases.behaviour,
      sixtyPoints.behaviour,
    ]);
    expect(journal.ownTrials.running).toHaveLength(3);
  });

  it('is asked for quietly where trials are only offered', async () => {
    const { journal, backend } = await opened({ ownTrials: [tenWeeks] });
    backend.failNext('list_own_trials', { code: 'internal', incident: 3 });
    await journal.ownTrials.refresh();
    expect([journal.failure, journal.ownTrials.running]).toEqual([null, []]);
    await journal.ownTrials.refresh();
    expect(journal.ownTrials.running).toHaveLength(1);
  });

  it('is not asked for where nothing can be measured', async () => {
    const { journal, backend } = await opened({ opened: { onlyReading: { kind: 'asked' } } });
    await journal.ownTrials.refresh();
    expect(backend.commands).not.toContain('list_own_trials');
  });

  it('knows of a trial that is gone after it was asked for in vain', async () => {
    const { journal, backend } = await opened({ ownTrials: [tenWeeks] });
    journal.go({ name: 'own-trials' });
    await settled();
    const [row] = journal.ownTrials.running;
    await backend.call('erase_own_trial', { trial: row!.trial });
    await journal.ownTrials.open(row!.trial);
    expect(journal.failure).toEqual({ code: 'own-trial-gone' });
    expect(journal.ownTrials.all).toEqual([]);
  });
});

describe('a trial', () => {
  it('begins with a begin phase of today, and its page is shown', async () => {
    const { journal } = await opened();
    journal.go({ name: 'new-own-trial' });
    journal.ownTrials.draft = { ...asks, behaviour: 'half' };
    expect(await journal.ownTrials.start(asks)).toBe(true);
    expect(view(journal)).toMatchObject({ scaleOpen: true, betterOpen: true, comparisons: [] });
    expect(view(journal).phases).toMatchObject([{ kind: 'begin', beganOn: '2026-11-21' }]);
    expect(said(journal)).toBe('Je proef is begonnen, met de beginfase.');
    expect(journal.ownTrials.draft.behaviour).toBe('');
  });

  it('keeps what was begun to be written when it is refused', async () => {
    const { journal } = await opened();
    journal.ownTrials.draft = { ...asks };
    expect(await journal.ownTrials.start({ ...asks, behaviour: 'x'.repeat(201) })).toBe(false);
    expect(journal.failure).toEqual({ code: 'own-trial-unusable' });
    expect(journal.ownTrials.draft.behaviour).toBe(asks.behaviour);
  });

  it('pulls nobody back who went elsewhere meanwhile', async () => {
    const { journal, backend } = await opened({ ownTrials: [tenWeeks] });
    journal.go({ name: 'own-trials' });
    await settled();
    backend.hold('read_own_trial');
    const opening = journal.ownTrials.open(journal.ownTrials.running[0]!.trial);
    journal.go({ name: 'help' });
    backend.release('read_own_trial');
    await opening;
    expect(journal.route.name).toBe('help');
    backend.hold('start_own_trial');
    const starting = journal.ownTrials.start(asks);
    journal.go({ name: 'bin' });
    backend.release('start_own_trial');
    await starting;
    expect(journal.route.name).toBe('bin');
    expect(said(journal)).toBe('Je proef is begonnen, met de beginfase.');
  });

  it('lasts ten weeks, from the first point to the result', async () => {
    const { journal, clock } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    for (const value of [3, 5, 4, 4, 6, 3]) {
      expect(await journal.ownTrials.measure(trial, value, null, here)).toBe(true);
      clock.sleep(5 * DAY);
    }
    expect(view(journal).comparisons).toEqual([]);
    await journal.ownTrials.beginPhase(trial, 'trial', 'Ik leg eerst mijn pen neer');
    expect(said(journal)).toBe('De nieuwe fase is begonnen.');
    for (const value of [5, 6, 4, 7]) {
      await journal.ownTrials.measure(trial, value, null, here);
      clock.sleep(5 * DAY);
    }
    expect(view(journal).comparisons).toMatchObject([{ overlap: null }]);
    for (const value of [8, 6, 7]) {
      await journal.ownTrials.measure(trial, value, null, here);
      clock.sleep(5 * DAY);
    }
    expect(view(journal).comparisons[0]?.overlap).toMatchObject({
      better: 34,
      worse: 3,
      equal: 5,
      beginWent: 'better',
    });
    expect(chartInWords(view(journal))).toBe(
      'Beginfase: 6 metingen, mediaan 4. Proeffase: 7 metingen, mediaan 6.',
    );
    expect(values(journal)).toEqual([
      [3, 5, 4, 4, 6, 3],
      [5, 6, 4, 7, 8, 6, 7],
    ]);
  });

  it('fixes its scale with a value and its direction with a trial phase, and frees both again', async () => {
    const { journal } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    const change = (part: object): Promise<boolean> =>
      journal.ownTrials.change({ trial, ...asks, ...part });
    expect(await change({ scale: 'count', better: 'lower' })).toBe(true);
    await journal.ownTrials.measure(trial, 12, null, here);
    expect(view(journal)).toMatchObject({ scaleOpen: false, betterOpen: true });
    expect(await change({ better: 'lower' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'own-trial-fixed', part: 'scale' });
    await journal.ownTrials.takeBack(trial, here);
    expect(view(journal).scaleOpen).toBe(true);
    await journal.ownTrials.beginPhase(trial, 'trial', '');
    expect(await change({ scale: 'count' })).toBe(false);
    expect(journal.failure).toEqual({ code: 'own-trial-fixed', part: 'better' });
    await journal.ownTrials.erasePhase(view(journal).phases[1]!.phase);
    expect(await change({})).toBe(true);
    expect(view(journal).row).toMatchObject({ scale: 'zero-to-ten', better: 'higher' });
  });

  it('keeps a phase in which was measured, and the one it began with', async () => {
    const { journal } = await opened({ ownTrials: [tenWeeks, justBegun] });
    journal.go({ name: 'own-trials' });
    await settled();
    await journal.ownTrials.open(journal.ownTrials.running[1]!.trial);
    expect(await journal.ownTrials.erasePhase(view(journal).phases[1]!.phase)).toBe(false);
    expect(journal.failure).toEqual({ code: 'phase-in-use' });
    await journal.ownTrials.start(asks);
    expect(await journal.ownTrials.erasePhase(view(journal).phases[0]!.phase)).toBe(false);
  });

  it('compares each trial phase with the begin phase before it', async () => {
    const { journal } = await opened({ ownTrials: [fourPhases] });
    journal.go({ name: 'own-trials' });
    await settled();
    await journal.ownTrials.open(journal.ownTrials.running[0]!.trial);
    const shown = view(journal);
    expect(shown.phases.map(({ phase }) => phaseName(shown, phase))).toEqual([
      'Beginfase 1',
      'Proeffase 1',
      'Beginfase 2',
      'Proeffase 2',
    ]);
    expect(phaseInSentence(shown, shown.phases[3]!)).toBe('proeffase 2');
    expect(shown.comparisons.map(({ begin, trial }) => [begin, trial])).toEqual([
      [shown.phases[0]!.phase, shown.phases[1]!.phase],
      [shown.phases[2]!.phase, shown.phases[3]!.phase],
    ]);
    expect(shown.comparisons[1]?.overlap?.tauCorrected).toBeGreaterThan(1);
  });

  it('ends, takes nothing then, and goes on', async () => {
    const { journal } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    await journal.ownTrials.measure(trial, 4, null, here);
    expect(await journal.ownTrials.end(trial, true)).toBe(true);
    expect(said(journal)).toBe('De proef is afgesloten.');
    expect(await journal.ownTrials.measure(trial, 4, null, here)).toBe(false);
    expect(journal.failure).toEqual({ code: 'own-trial-ended' });
    expect(await journal.ownTrials.beginPhase(trial, 'trial', '')).toBe(false);
    const [first] = view(journal).phases[0]!.measurements;
    expect(await journal.ownTrials.changeMeasurement({ ...first!, value: 5 })).toBe(true);
    expect(values(journal)).toEqual([[5]]);
    await journal.ownTrials.end(trial, false);
    expect(await journal.ownTrials.measure(trial, 6, null, here)).toBe(true);
  });

  it('is erased with all of it, and the list is shown', async () => {
    const { journal } = await opened({ ownTrials: [tenWeeks] });
    journal.go({ name: 'own-trials' });
    await settled();
    const [row] = journal.ownTrials.running;
    await journal.ownTrials.open(row!.trial);
    await journal.ownTrials.erase(row!.trial);
    expect(journal.route.name).toBe('own-trials');
    expect(said(journal)).toBe('De proef is gewist.');
    expect(journal.ownTrials.all).toEqual([]);
  });

  it('is saved where the person says, and not where the dialog was closed', async () => {
    const { journal, backend } = await opened();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    await journal.ownTrials.saveTable(trial);
    expect(journal.ownTrials.savedAt?.path).toMatch(/\.csv$/);
    // What is in the file is no longer what is on screen.
    await journal.ownTrials.measure(trial, 3, null, new MeasuredHere());
    expect(journal.ownTrials.savedAt).toBeNull();
    backend.failNext('save_own_trial', { code: 'page-not-saved' });
    expect(await journal.ownTrials.saveTable(trial)).toBe(false);
    expect(journal.ownTrials.savedAt).toBeNull();
  });

  it('leads to the question about charts', async () => {
    const { journal, backend } = await opened();
    await journal.ownTrials.writeAbout();
    expect(backend.requests('start_entry')).toMatchObject([
      { form: 'guide', contact: null, question: { pack: 'dichterbij', question: 'L11' } },
    ]);
    expect(journal.writing?.field?.question?.id).toBe('L11');
  });
});

describe('a measurement', () => {
  it('is one, however often it was tapped before the answer came', async () => {
    const { journal, backend } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    backend.hold('measure');
    const taps = [7, 7, 8].map((value) => journal.ownTrials.measure(trial, value, null, here));
    backend.release('measure');
    expect(await Promise.all(taps)).toEqual([true, false, false]);
    expect(values(journal)).toEqual([[7]]);
    expect(await journal.ownTrials.measure(trial, 8, null, here)).toBe(true);
  });

  it('can be tried again after it failed', async () => {
    const { journal, backend } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    backend.failNext('measure', { code: 'disk-full' });
    expect(await journal.ownTrials.measure(trial, 7, null, here)).toBe(false);
    expect([journal.failure, here.of(trial)]).toEqual([{ code: 'disk-full' }, null]);
    expect(await journal.ownTrials.measure(trial, 7, null, here)).toBe(true);
    expect(journal.failure).toBeNull();
  });

  it('of another day falls in the phase of that day', async () => {
    const { journal, clock } = await opened();
    const here = new MeasuredHere();
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    clock.sleep(10 * DAY);
    await journal.ownTrials.beginPhase(trial, 'trial', '');
    await journal.ownTrials.measure(trial, 3, '2026-11-25' as never, here);
    await journal.ownTrials.measure(trial, 9, null, here);
    expect(values(journal)).toEqual([[3], [9]]);
    for (const day of ['2026-11-20', '2026-12-02']) {
      expect(await journal.ownTrials.measure(trial, 3, day as never, here)).toBe(false);
      expect(journal.failure).toEqual({ code: 'day-out-of-reach' });
    }
    expect(await journal.ownTrials.measure(trial, 11, null, here)).toBe(false);
    expect(journal.failure).toEqual({ code: 'value-off-scale', most: 10 });
    const [late] = view(journal).phases[1]!.measurements;
    await journal.ownTrials.changeMeasurement({ ...late!, day: '2026-11-22' as never });
    expect(values(journal)).toEqual([[9, 3], []]);
    expect(said(journal)).toBe('De meting is verbeterd.');
  });

  it('is taken back only where it was tapped', async () => {
    const { journal } = await opened();
    const sittings = [{}, {}];
    const [one, other] = sittings.map((sitting) => journal.ownTrials.at(sitting));
    await journal.ownTrials.start(asks);
    const { trial } = view(journal).row;
    await journal.ownTrials.measure(trial, 6, null, one!);
    expect(journal.ownTrials.at(sittings[0]!).of(trial)?.value).toBe(6);
    expect(other!.of(trial)).toBeNull();
    expect(await journal.ownTrials.takeBack(trial, other!)).toBe(false);
    expect(await journal.ownTrials.takeBack(trial, one!)).toBe(true);
    expect([one!.of(trial), values(journal)]).toEqual([null, [[]]]);
  });

  it('says nothing of the entry beside which it was tapped', async () => {
    const { journal, backend } = await opened({ ownTrials: [tenWeeks] });
    await journal.begin(freePage);
    await settled();
    await journal.ownTrials.refresh();
    const { trial } = journal.ownTrials.running[0]!;
    await journal.ownTrials.measure(trial, 6, null, journal.ownTrials.at(journal.writing!));
    expect(backend.requests('measure')).toEqual([{ trial, value: 6, day: null }]);
    expect(journal.route.name).toBe('writing');
  });

  it('is not written where the journal is only read', async () => {
    const { journal, backend } = await opened({
      ownTrials: [tenWeeks],
      opened: { onlyReading: { kind: 'asked' } },
    });
    await journal.ownTrials.load();
    const { trial } = journal.ownTrials.running[0]!;
    expect(await journal.ownTrials.measure(trial, 6, null, new MeasuredHere())).toBe(false);
    expect(await journal.ownTrials.erase(trial)).toBe(false);
    expect(backend.commands).not.toContain('measure');
    expect(backend.commands).not.toContain('erase_own_trial');
  });
});
