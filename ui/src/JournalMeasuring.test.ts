/** Own trials over time: one tap at the end of a reflection, and ten weeks of them. */
import { describe, expect, it } from 'vitest';

import { open, type Window } from './JournalApp.test-helper';
import type { FakeJournalOptions } from './backend/fake-journal';
import { justBegun, sixtyPoints, tenWeeks } from './backend/fake-own-trial-specimens';
import {
  DAY,
  chart,
  click,
  has,
  inSection,
  named,
  section,
  tap,
  text,
  trials,
  type,
  words,
} from './JournalOwnTrials.test-helper';

describe('the end of a reflection', () => {
  const HERE = 'Meten voor je eigen proef';

  async function closing(options: FakeJournalOptions = {}): Promise<Window> {
    const window = await open({ ownTrials: [justBegun, tenWeeks], ...options });
    await window.press('Vrije bladzijde');
    await window.press('Verder');
    return window;
  }

  it('offers one tap for each trial that runs, and takes it back', async () => {
    const { backend } = await closing();
    expect(inSection(HERE, 'li > p:first-child').map(words)).toEqual([
      justBegun.behaviour,
      tenWeeks.behaviour,
    ]);
    const [, second] = inSection(HERE, '[role=toolbar]');
    expect(named(second ?? null, 'aria-describedby')).toContain(tenWeeks.behaviour);
    await click(second?.querySelectorAll('button')[6]);
    expect(backend.requests('measure')).toEqual([
      { trial: expect.any(Number), value: 6, day: null },
    ]);
    expect(words(inSection(HERE, 'li')[1] ?? null)).toBe(
      `${tenWeeks.behaviour} 6 gemeten Haal weg`,
    );
    expect(words(document.activeElement)).toBe('6 gemeten');
    expect(inSection(HERE, '[role=toolbar]')).toHaveLength(1);
    await click(inSection(HERE, 'button').find((one) => words(one) === 'Haal weg'));
    expect(backend.requests('erase_measurement')).toHaveLength(1);
    expect(inSection(HERE, '[role=toolbar]')).toHaveLength(2);
    expect(document.activeElement?.closest('[role=toolbar]')).not.toBeNull();
  });

  it('remembers what was tapped for as long as one writes, and no longer', async () => {
    const { press } = await closing();
    await tap(HERE, 4);
    await press('Terug');
    await press('Verder');
    expect(words(section(HERE))).toContain('4 gemeten');
    await press('Klaar');
    await press('Vrije bladzijde');
    await press('Verder');
    expect(words(section(HERE))).not.toContain('gemeten');
  });

  it('offers nothing where no trial runs', async () => {
    await closing({ ownTrials: [sixtyPoints] });
    expect(has(HERE)).toBe(false);
    expect(has('Hoort dit in het dossier?')).toBe(false);
  });

  it('measures on the day of the contact, and not for one from before the trial', async () => {
    const { backend, press, store } = await open({ ownTrials: [justBegun], specimens: [] });
    const started = store.start({
      contact: { day: '2026-11-19' as never, kind: 'huisbezoek', alias: null },
      sitting: null,
      form: 'free-page',
      sheet: null,
      question: null,
    });
    const before = store.start({
      contact: { day: '2026-11-10' as never, kind: 'intake', alias: null },
      sitting: null,
      form: 'free-page',
      sheet: null,
      question: null,
    });
    for (const entry of [started, before]) store.save(entry, null, { kind: 'free' }, 'woorden');
    await press('Terugblikken');
    const rows = (): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>('main [role=list] li button'),
    ];
    await click(rows()[0]);
    await press('Verder schrijven');
    await press('Verder');
    expect(words(section(HERE))).toContain(
      'Voor de dag van het contact: donderdag 19 november 2026.',
    );
    await tap(HERE, 2);
    expect(backend.requests('measure')).toMatchObject([{ value: 2, day: '2026-11-19' }]);
    await press('Terugblikken');
    await click(rows()[1]);
    await press('Verder schrijven');
    await press('Verder');
    expect(has(HERE)).toBe(false);
  });

  it('stays quiet when the trials could not be had', async () => {
    const window = await open({ ownTrials: [tenWeeks] });
    window.backend.failNext('list_own_trials', { code: 'internal', incident: 9 });
    await window.press('Vrije bladzijde');
    await window.press('Verder');
    expect(has(HERE)).toBe(false);
    expect(text('main [role=alert]')).toEqual([]);
  });
});

describe('ten weeks', () => {
  it('go from the first point to the result, with the clock moved', async () => {
    const { press, clock } = await trials();
    await press('Begin een eigen proef');
    await type(document.querySelector('main form input'), 'Hoe goed ik een stilte laat duren');
    await press('Begin deze proef');
    for (const value of [3, 5, 4, 4, 6, 3]) {
      await tap('Meten', value);
      clock.sleep(5 * DAY);
    }
    await press('Begin de volgende fase');
    await press('Begin deze fase');
    for (const value of [5, 6, 4, 7, 8, 6, 7]) {
      await tap('Meten', value);
      clock.sleep(5 * DAY);
    }
    expect(words(section('Wat je ziet'))).toContain('In 34 van de 42 vergelijkingen');
    expect(chart().querySelectorAll('.point')).toHaveLength(13);
    expect([...chart().querySelectorAll('text')].map(words)).toContain('21 nov');
  });
});
