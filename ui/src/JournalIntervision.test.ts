/** Intervision on screen: choosing how, what is brought in, and a meeting with its time. */
import { describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, page, shown, type Window } from './JournalApp.test-helper';
import { specimens } from './backend/fake-content';
import type { FakeJournalOptions } from './backend/fake-journal';
import { fillSheets, type SheetSpecimen } from './backend/fake-sheet-specimens';

const MINUTE = 60_000;

const words = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => words(document.querySelector('main'));
const title = (): string => words(document.querySelector('main h2'));
const time = (): string => words(document.querySelector('[role=timer] [aria-hidden]'));
const heard = (): string => words(document.querySelector('.stage [role=status]'));
const buttons = (): string[] => text('.stage footer button');
const dialog = (): Element | null => document.querySelector('dialog[open]');
const alt = { altKey: true };

const calm: SheetSpecimen = {
  form: 'inbreng',
  daysAgo: 3,
  answers: { situatie: 'Iemand komt steeds met een nieuw plan.', vraag: 'Hoe blijf ik rustig?' },
};
const named: SheetSpecimen = {
  form: 'inbreng',
  daysAgo: 1,
  answers: { situatie: 'Fatima komt steeds met een nieuw plan.' },
};

/** The page on which a meeting is set up, with a method that is chosen already. */
async function setUp(
  method: 'Eén voorval' | 'Rondje langs vier stoelen' = 'Eén voorval',
  sheets: readonly SheetSpecimen[] = [],
  options: FakeJournalOptions = {},
): Promise<Window> {
  const window = await open(options);
  fillSheets(window.store, sheets);
  await window.press('Handboek');
  await window.press('Samen kijken');
  await window.press(method);
  await window.press('Doe dit met een groep');
  return window;
}

async function meeting(
  method: 'Eén voorval' | 'Rondje langs vier stoelen' = 'Eén voorval',
  options: FakeJournalOptions = {},
): Promise<Window> {
  const window = await setUp(method, [], options);
  await window.press('Begin');
  await window.press('Dit spreken we af');
  return window;
}

async function pass(window: Window, milliseconds: number): Promise<void> {
  await window.clock.pass(milliseconds);
  await shown();
}

describe('setting up', () => {
  it('has the agreements first, then the method with its steps and its whole length', async () => {
    const { heading } = await setUp();
    expect(heading()).toBe('Intervisie');
    expect(text('form > *')[0]).toContain('Wat hier gezegd wordt, blijft hier.');
    expect(document.querySelector<HTMLInputElement>('input:checked')?.value).toBe('voorval');
    expect(main()).toContain('Samen ongeveer 60 minuten.');
    expect(text('form li').join(' ')).toContain('20 minuten Stel vragen om te begrijpen');
  });

  it('shows another method when that one is chosen', async () => {
    const { press } = await setUp();
    await press('Rondje langs vier stoelen');
    expect(main()).toContain('Samen ongeveer 20 minuten.');
    expect(main()).not.toContain('Wees samen even stil.');
  });

  it('leads to a sheet to bring in, which is like any other', async () => {
    const { press, backend, heading } = await setUp();
    await press('Maak een blad: Inbreng voor intervisie');
    expect(backend.requests('start_entry').map(({ sheet }) => sheet?.form)).toEqual(['inbreng']);
    expect(heading()).toBe('Inbreng voor intervisie');
  });

  it('makes nothing while the journal is only read, and is there all the same', async () => {
    const { press } = await setUp('Eén voorval', [calm], {
      opened: { onlyReading: { kind: 'asked' } },
    });
    expect(main()).not.toContain('Maak een blad');
    await press('Begin');
    expect(title()).toBe('Eerst afspreken');
    await press('Dit spreken we af');
    await press('Naar het einde');
    expect(main()).not.toContain('Schrijf op wat je meeneemt');
  });
});

describe('what is brought in', () => {
  it('is looked at for persons, and read large by all', async () => {
    const { press, backend } = await setUp('Eén voorval', [calm]);
    await press('Iemand komt steeds');
    expect(backend.requests('mirror_text').map((one) => one.text)).toEqual([
      'Iemand komt steeds met een nieuw plan.',
      'Hoe blijf ik rustig?',
    ]);
    expect(main()).toContain('niets gevonden dat een persoon aanwijst');
    await press('Begin');
    await press('Dit spreken we af');
    expect(title()).toBe('Wat er speelt');
    expect(text('.contribution section')).toEqual([
      'De situatie, in algemene woorden Iemand komt steeds met een nieuw plan.',
      'Mijn vraag Hoe blijf ik rustig?',
    ]);
  });

  it('says what points at a person to who brings it in, and never to the others', async () => {
    const { press } = await setUp('Eén voorval', [named]);
    await press('Fatima komt');
    expect(main()).toContain('Dit kan een persoon aanwijzen');
    expect(main()).toContain('Fatima (naam), bij ‘De situatie, in algemene woorden’');
    await press('Begin');
    expect(main()).not.toContain('Dit kan een persoon aanwijzen');
    await press('Dit spreken we af');
    expect(document.querySelectorAll('.stage mark')).toHaveLength(0);
    expect(main()).not.toContain('naam');
  });

  it('does not begin before what was found could be read', async () => {
    const { press, backend } = await setUp('Eén voorval', [named]);
    backend.hold('mirror_text');
    await press('Fatima komt');
    await press('Begin');
    backend.release('mirror_text');
    await shown();
    await shown();
    expect(document.querySelector('.stage')).toBeNull();
    expect(words(document.activeElement)).toContain('Dit kan een persoon aanwijzen');
    await press('Begin');
    expect(document.querySelector('.stage')).not.toBeNull();
  });

  it('does not come on the screen when it could not be looked at', async () => {
    const { press, backend } = await setUp('Eén voorval', [calm]);
    backend.failNext('mirror_text', { code: 'internal', incident: 3 }, 2);
    await press('Iemand komt steeds');
    expect(main()).toContain('Dit blad is niet nagekeken');
    await press('Begin');
    expect(document.querySelector('.stage')).toBeNull();
    await press('Kijk het na');
    await press('Begin');
    expect(document.querySelector('.stage')).not.toBeNull();
  });

  it('can be no person after all, or be changed in its sheet', async () => {
    const { press, mirror, heading } = await setUp('Eén voorval', [named]);
    await press('Fatima komt');
    await press('Geen persoon');
    expect([...mirror.spared]).toEqual(['fatima']);
    expect(main()).not.toContain('Dit kan een persoon aanwijzen');
    mirror.spared.clear();
    await press('Zonder blad');
    await press('Fatima komt');
    await press('Pas het blad aan');
    expect(heading()).toBe('Inbreng voor intervisie');
  });
});

describe('a meeting', () => {
  it('is on a stage: no navigation, no journal, nothing of it by a key', async () => {
    const window = await meeting('Eén voorval', { specimens });
    expect(document.querySelector('.shell > header')).toBeNull();
    const written = specimens.flatMap(({ texts }) => texts).filter((one) => one.length > 20);
    for (const one of written) expect(page()).not.toContain(one);
    for (const [key, modifiers] of [
      ['n', control],
      ['f', control],
      ['Home', alt],
      ['F1', {}],
    ] as const) {
      await window.key(key, modifiers);
      expect(words(document.querySelector('main > .said'))).toBe(
        'Sluit eerst dit scherm. Dan zie je je dagboek weer.',
      );
      expect(title()).toBe('Vertel elk in een paar zinnen een voorval.');
    }
  });

  it('says what is done, who does it and how long it takes', async () => {
    const window = await meeting();
    expect(main()).toContain('Stap 1 van 5 Iedereen');
    expect(title()).toBe('Vertel elk in een paar zinnen een voorval.');
    expect(document.activeElement).toBe(document.querySelector('main h2'));
    expect(time()).toBe('10:00');
    expect(heard()).toBe('10 minuten');
    await pass(window, 61_000);
    expect(time()).toBe('8:59');
  });

  it('goes through sixty minutes, waits at the end of each step, and stays open', async () => {
    const window = await meeting();
    for (const minutes of [10, 20, 15, 14, 1]) {
      expect(time()).toBe(`${minutes}:00`);
      await pass(window, minutes * MINUTE);
      expect(time()).toBe('0:00');
      expect(main()).toContain('De tijd van deze stap is om.');
      expect(heard()).toBe('De tijd van deze stap is om. Rond rustig af.');
      expect(document.querySelector('.stage [role=alert]')).toBeNull();
      await window.press('Volgende stap');
    }
    expect(title()).toBe('Klaar');
    // An hour without a key: the time that ran stood in for somebody being there.
    expect(window.backend.requests('lock_journal')).toEqual([]);
  });

  it('locks when the time stands still and nobody is there', async () => {
    const window = await meeting();
    await window.press('Pauze');
    expect(main()).toContain('De tijd staat stil.');
    await pass(window, 6 * MINUTE);
    expect(window.backend.requests('lock_journal')).toHaveLength(1);
  });

  it('locks when a step is over and nobody is there', async () => {
    const window = await meeting('Rondje langs vier stoelen');
    await pass(window, 5 * MINUTE + 6 * MINUTE);
    expect(window.backend.requests('lock_journal')).toHaveLength(1);
  });

  it('can be paused, gone on with, and given a minute more', async () => {
    const window = await meeting();
    await pass(window, 30_000);
    await window.press('Pauze');
    expect(buttons()).toContain('Ga door');
    await pass(window, 2 * MINUTE);
    expect(time()).toBe('9:30');
    await window.press('Een minuut erbij');
    expect(time()).toBe('10:30');
    await window.press('Ga door');
    await pass(window, 1_000);
    expect(time()).toBe('10:29');
  });

  it('is said to a screen reader a few times, and not every second', async () => {
    const window = await meeting();
    const all = [heard()];
    for (let second = 0; second < 600; second += 1) {
      await window.clock.pass(1_000);
      if (second % 30 === 29) await shown();
      if (heard() !== all.at(-1)) all.push(heard());
    }
    expect(all).toEqual([
      '10 minuten',
      'De helft van de tijd is om.',
      'Nog één minuut.',
      'De tijd van deze stap is om. Rond rustig af.',
    ]);
    expect(document.querySelector('[role=timer]')?.hasAttribute('aria-live')).toBe(false);
  });

  it('goes on and back by keyboard', async () => {
    const window = await meeting();
    await window.key('ArrowRight', alt);
    expect(main()).toContain('Stap 2 van 5 De groep');
    expect(document.activeElement).toBe(document.querySelector('main h2'));
    await window.key('ArrowLeft', alt);
    await window.key('ArrowLeft', alt);
    expect(title()).toBe('Eerst afspreken');
    await window.key('ArrowLeft', alt);
    expect(title()).toBe('Eerst afspreken');
  });
});

describe('the end', () => {
  it('starts the sheet for what one takes along, with nothing in it', async () => {
    const { press, backend, heading } = await meeting();
    await press('Naar het einde');
    expect(title()).toBe('Klaar');
    await press('Schrijf op wat je meeneemt');
    expect(backend.requests('start_entry').map(({ sheet }) => sheet?.form)).toEqual(['opbrengst']);
    expect(heading()).toBe('Opbrengst van intervisie');
    expect([...document.querySelectorAll('textarea')].map(({ value }) => value)).toEqual(['', '']);
    expect(backend.requests('save_answer')).toEqual([]);
  });

  it('is as good without anything written: both ways look the same', async () => {
    const { press, backend, heading } = await meeting();
    await press('Naar het einde');
    const ends = [...document.querySelectorAll('.ends button')];
    expect(new Set(ends.map(({ className }) => className)).size).toBe(1);
    await press('Sluit zonder iets op te schrijven');
    expect(heading()).toBe('Intervisie');
    expect(backend.requests('start_entry')).toEqual([]);
  });
});

describe('leaving', () => {
  it('asks nothing before the steps', async () => {
    const { key, press, heading } = await setUp();
    await press('Begin');
    await key('Escape');
    expect(dialog()).toBeNull();
    expect(heading()).toBe('Intervisie');
    expect(document.querySelector('.stage')).toBeNull();
  });

  it('asks once while the steps go on, and the time goes on meanwhile', async () => {
    const window = await meeting();
    await window.key('Escape');
    expect(words(dialog())).toContain('Stoppen met intervisie?');
    await pass(window, 2_000);
    await window.key('ArrowRight', alt);
    await window.press('Ga verder');
    expect(time()).toBe('9:58');
    await window.key('Escape');
    [...(dialog()?.querySelectorAll('button') ?? [])].at(-1)?.click();
    await shown();
    expect(document.querySelector('.stage')).toBeNull();
    await pass(window, 6 * MINUTE);
    // Nothing runs on unseen: nobody was there.
    expect(window.backend.requests('lock_journal')).toHaveLength(1);
  });
});

describe('for a screen reader', () => {
  it('has no fault on any of its screens', { timeout: 60_000 }, async () => {
    const { press } = await setUp('Eén voorval', [named]);
    await press('Fatima komt');
    expect(await faultsOfPage()).toEqual([]);
    await press('Begin');
    expect(await faultsOfPage()).toEqual([]);
    await press('Dit spreken we af');
    expect(await faultsOfPage()).toEqual([]);
    await press('Volgende stap');
    expect(await faultsOfPage()).toEqual([]);
    await press('Pauze');
    expect(await faultsOfPage()).toEqual([]);
    await press('Naar het einde');
    expect(await faultsOfPage()).toEqual([]);
  });
});
