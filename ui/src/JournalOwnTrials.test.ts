/** Own trials on screen: beginning one, measuring with a tap, the chart, and what it does not prove. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, page, shown } from './JournalApp.test-helper';
import { fourPhases, justBegun, sixtyPoints, tenWeeks } from './backend/fake-own-trial-specimens';
import { speech } from './i18n/i18n.svelte';
import {
  answer,
  cells,
  chart,
  click,
  has,
  inSection,
  main,
  named,
  said,
  section,
  tap,
  text,
  trial,
  trials,
  type,
  words,
} from './JournalOwnTrials.test-helper';

afterEach(() => {
  speech.language = 'nl';
});

describe('the list of own trials', () => {
  it('says in three sentences what one is, and that it is about nobody else', async () => {
    const { heading, press } = await trials();
    expect(heading()).toBe('Eigen proef');
    const [empty = ''] = text('main .empty');
    expect(empty.match(/[.!?](\s|$)/g)).toHaveLength(3);
    expect(empty).toContain('nooit over een inwoner');
    expect(text('main section')).toEqual([]);
    await press('Begin een eigen proef');
    expect(heading()).toBe('Een eigen proef beginnen');
    await click(document.querySelector('main .back button'));
    await click(document.querySelector('main .back button'));
    expect(heading()).toBe('Leren');
  });

  it('has those that run before those that ended, and counts nothing', async () => {
    await trials({ ownTrials: [sixtyPoints, tenWeeks, justBegun] });
    expect(text('main section h2')).toEqual(['Loopt', 'Afgesloten']);
    expect(inSection('Loopt', 'li').map(words)).toEqual([
      `${justBegun.behaviour} Beginfase laatste meting: woensdag 18 november 2026`,
      `${tenWeeks.behaviour} Proeffase laatste meting: zaterdag 14 november 2026`,
    ]);
    expect(inSection('Afgesloten', 'li').map(words)[0]).toContain('afgesloten: vandaag');
    expect(main()).not.toMatch(/\d+ (meting|keer|proef|proeven)/);
  });

  it('calls the window by the place, and never by the behaviour', async () => {
    await trial();
    expect(document.title).toBe('Eigen proef · Terugblik');
    // What a person wrote is read and divided as Dutch, in English too.
    expect(document.querySelector('h1')?.lang).toBe('nl');
    expect(text('nav [aria-current]')).toEqual(['Leren']);
  });
});

describe('beginning one', () => {
  it('asks for a behaviour, a scale and which way is better, and says why that is fixed', async () => {
    const { backend, press, heading } = await trials();
    await press('Begin een eigen proef');
    expect(main()).toContain('Vanaf de proeffase staat het daarom vast.');
    expect(main()).toContain('Hoe vaak ik eerst vraag wat de ander wil bespreken');
    await press('Begin deze proef');
    const field = document.querySelector<HTMLInputElement>('main form input');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    await type(field, '  Hoe vaak ik  de ander onderbreek ');
    await press('Een aantal');
    await press('Lager is beter');
    await press('Begin deze proef');
    expect(backend.requests('start_own_trial')).toEqual([
      { behaviour: 'Hoe vaak ik de ander onderbreek', scale: 'count', better: 'lower' },
    ]);
    expect(heading()).toBe('Hoe vaak ik de ander onderbreek');
    expect(said()).toBe('Je proef is begonnen, met de beginfase.');
  });

  it('keeps what was begun for who looks elsewhere first, until it is begun', async () => {
    const { press } = await trials();
    const field = (): HTMLInputElement | null => document.querySelector('main form input');
    await press('Begin een eigen proef');
    await type(field(), 'Hoe lang');
    await press('Lager is beter');
    await press('Handboek');
    await press('Leren');
    await press('Eigen proef');
    await press('Begin een eigen proef');
    expect(field()?.value).toBe('Hoe lang');
    expect(text('label:has(:checked)')).toContain('Lager is beter');
    await press('Begin deze proef');
    await press('Eigen proef');
    await press('Begin een eigen proef');
    expect(field()?.value).toBe('');
  });

  it('points at what may be a person, as every line that is kept', async () => {
    const { press, clock } = await trials();
    await press('Begin een eigen proef');
    await type(document.querySelector('main form input'), 'Hoe ik bel met 06 12345678');
    await clock.pass(1_000);
    await shown();
    expect(main()).toContain('06 12345678');
  });
});

describe('measuring', () => {
  it('is one tap, that can be taken back', async () => {
    const { backend } = await trial();
    expect(inSection('Meten', '[role=toolbar] button').map(words)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(String),
    );
    await tap('Meten', 6);
    expect(backend.requests('measure')).toMatchObject([{ value: 6, day: null }]);
    expect(inSection('Meten', '[role=status]').map(words)).toEqual(['6 gemeten']);
    expect(chart().querySelectorAll('.point')).toHaveLength(14);
    await click(inSection('Meten', 'button').find((one) => words(one) === 'Haal weg'));
    expect(chart().querySelectorAll('.point')).toHaveLength(13);
    expect(inSection('Meten', '[role=status]').map(words)).toEqual(['Weggehaald.']);
    expect(words(document.activeElement)).toBe('6');
  });

  it('is one stop for the tab key, with arrows, digits and Enter from there', async () => {
    const { key, backend } = await trial();
    const stops = inSection('Meten', '[role=toolbar] button[tabindex="0"]');
    expect(stops).toHaveLength(1);
    stops[0]?.focus();
    const at = async (...keys: string[]): Promise<string> => {
      for (const one of keys) await key(one);
      return words(document.activeElement);
    };
    expect(await at('ArrowRight', 'ArrowRight')).toBe('2');
    expect(await at('End')).toBe('10');
    expect(await at('ArrowRight')).toBe('10');
    expect(await at('Home', 'ArrowLeft')).toBe('0');
    expect(await at('7')).toBe('7');
    expect(await at('1')).toBe('1');
    expect(await at('0')).toBe('10');
    expect(await at('3')).toBe('3');
    expect(backend.requests('measure')).toEqual([]);
    expect(inSection('Meten', '[role=toolbar] button[tabindex="0"]').map(words)).toEqual(['3']);
  });

  it('takes the second half of a double click for the same tap', async () => {
    const { backend } = await trial();
    const [, one] = inSection('Meten', '[role=toolbar] button');
    one?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await shown();
    one?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await shown();
    expect(backend.requests('measure')).toHaveLength(1);
  });

  it('of a count goes beyond nine in a field of its own', async () => {
    const { backend, key } = await trial(justBegun);
    expect(inSection('Meten', '[role=toolbar] button')).toHaveLength(10);
    await click(inSection('Meten', 'button').find((one) => words(one) === 'Meer dan 9'));
    const field = (): HTMLInputElement | null =>
      section('Meten').querySelector<HTMLInputElement>('input[inputmode=numeric]');
    expect(document.activeElement).toBe(field());
    await type(field(), 'veel');
    await key('Enter');
    expect(field()?.getAttribute('aria-invalid')).toBe('true');
    await type(field(), '14');
    await key('Enter');
    expect(backend.requests('measure')).toMatchObject([{ value: 14, day: null }]);
    expect(field()).toBeNull();
    expect(document.activeElement?.closest('[role=toolbar]')).not.toBeNull();
  });

  it('of another day asks for one that is within reach', async () => {
    const { backend, press } = await trial();
    await press('Een andere dag');
    const field = section('Meten').querySelector<HTMLInputElement>('input[type=date]');
    expect([field?.min, field?.max]).toEqual(['2026-09-12', '2026-11-21']);
    await type(field, '2026-09-01');
    await tap('Meten', 4);
    expect(backend.requests('measure')).toEqual([]);
    expect(main()).toContain('Kies een dag tussen het begin van je proef en vandaag.');
    await type(field, '2026-09-20');
    await tap('Meten', 4);
    expect(backend.requests('measure')).toMatchObject([{ value: 4, day: '2026-09-20' }]);
    expect(inSection('Meten', '[role=status]').map(words)).toEqual([
      '4 gemeten: zondag 20 september 2026',
    ]);
  });
});

describe('the chart', () => {
  it('is an image with a name, and described by the sentence under it', async () => {
    await trial();
    expect(named(chart(), 'aria-labelledby')).toBe('Je metingen');
    const sentence = 'Beginfase: 6 metingen, mediaan 4. Proeffase: 7 metingen, mediaan 6.';
    expect(named(chart(), 'aria-describedby')).toBe(sentence);
    expect(text('main .words')).toEqual([sentence]);
  });

  it('has a true table of the same points, each to be corrected', async () => {
    const { press } = await trial(fourPhases);
    expect(document.querySelector('table')).toBeNull();
    await press('Toon als tabel');
    expect(text('table caption')).toEqual(['Alle metingen van deze proef']);
    expect(text('table th[scope=col]')).toEqual(['Dag', 'Fase', 'Waarde', 'Verbeteren']);
    const rows = cells();
    expect(rows).toHaveLength(chart().querySelectorAll('.point').length);
    expect(rows[0]).toEqual(['woensdag 24 juni 2026', 'Beginfase 1', '3']);
    expect(rows.map(([, , value]) => value)).toEqual(
      fourPhases.phases.flatMap((phase) => phase.values.map(([, value]) => String(value))),
    );
    const buttons = [...document.querySelectorAll('table button')];
    expect(named(buttons[0] ?? null, 'aria-describedby')).toBe('woensdag 24 juni 2026');
  });

  it('tells the phases apart by shape, ground, line and word, and not by colour alone', async () => {
    await trial(fourPhases);
    const svg = chart();
    // Circles and squares on their corner.
    expect(svg.querySelectorAll('circle.point')).toHaveLength(10);
    expect(svg.querySelectorAll('polygon.point')).toHaveLength(19);
    const grounds = [...svg.querySelectorAll('rect[data-phase=trial]')];
    expect(grounds).toHaveLength(2);
    const hatch = svg.querySelector('pattern');
    for (const ground of grounds)
      expect(ground.getAttribute('fill')).toBe(`url(#${hatch?.id ?? ''})`);
    expect(hatch?.querySelector('.hatch')).not.toBeNull();
    expect(svg.querySelectorAll('line.change')).toHaveLength(3);
    expect(svg.querySelectorAll('line.median')).toHaveLength(4);
    expect([...svg.querySelectorAll('text.name')].map(words)).toEqual([
      'Beginfase 1',
      'Proeffase 1',
      'Beginfase 2',
      'Proeffase 2',
    ]);
    expect([...svg.querySelectorAll('path.line')].map((line) => line.getAttribute('d'))).toEqual(
      Array.from({ length: 4 }, () => expect.stringMatching(/^M[^M]*$/)),
    );
  });

  it('holds sixty points', async () => {
    await trial(sixtyPoints);
    expect(chart().querySelectorAll('.point')).toHaveLength(60);
  });

  it('is not there before there is anything to see', async () => {
    const { press } = await trials();
    await press('Begin een eigen proef');
    await type(document.querySelector('main form input'), 'Hoe vaak ik wacht');
    await press('Begin deze proef');
    expect(document.querySelector('svg[role=img]')).toBeNull();
    expect(words(section('Je metingen'))).toContain('Nog geen metingen.');
  });

  it('follows a measurement that is corrected or goes', async () => {
    const { press, backend } = await trial();
    await press('Toon als tabel');
    await click(document.querySelector('table button'));
    const [value, day] = document.querySelectorAll<HTMLInputElement>('dialog[open] input');
    expect([value?.value, day?.value]).toEqual(['3', '2026-09-12']);
    await type(value ?? null, '11');
    await answer('Bewaar');
    expect(words(document.querySelector('dialog[open]'))).toContain('van 0 tot en met 10');
    await type(value ?? null, '5');
    await answer('Bewaar');
    expect(backend.requests('change_measurement')).toMatchObject([{ value: 5, day: '2026-09-12' }]);
    expect(cells()[0]).toEqual(['zaterdag 12 september 2026', 'Beginfase', '5']);
    expect(said()).toBe('De meting is verbeterd.');
    await click(document.querySelector('table button'));
    await answer('Haal deze meting weg');
    expect(cells()).toHaveLength(12);
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe('the result', () => {
  it('is a sentence and three figures, each explained when asked', async () => {
    const { press } = await trial();
    const result = (): string => words(section('Wat je ziet'));
    expect(result()).toContain('In 34 van de 42 vergelijkingen was de proeffase beter.');
    expect(inSection('Wat je ziet', 'button[aria-expanded]').map(words)).toEqual([
      'NAP 0,87',
      'Tau-U 0,74',
      'Tau-U, gecorrigeerd 0,71',
    ]);
    expect(result()).not.toContain('Gelijk telt voor de helft');
    await press('NAP');
    expect(result()).toContain('Gelijk telt voor de helft');
    await press('Tau-U, gecorrigeerd');
    expect(result()).toContain('In je beginfase werd het al vanzelf beter.');
    expect(result()).toContain('Het kan boven 1 of onder −1 uitkomen.');
    expect(result()).toContain('Parker, Vannest, Davis & Sauber 2011');
  });

  it('has one for each trial phase, that can go beyond one', async () => {
    await trial(fourPhases);
    expect(inSection('Wat je ziet', '.comparison h3').map(words)).toEqual([
      'Proeffase 1 naast Beginfase 1',
      'Proeffase 2 naast Beginfase 2',
    ]);
    expect(words(section('Wat je ziet'))).toContain('was proeffase 2 beter.');
    expect(words(section('Wat je ziet'))).toContain('1,04');
  });

  it('waits for five in each phase, and counts nothing down', async () => {
    await trial({
      ...tenWeeks,
      phases: [
        tenWeeks.phases[0],
        { kind: 'trial', daysAgo: 20, values: tenWeeks.phases[1]!.values.slice(-3) },
      ],
    });
    const result = words(section('Wat je ziet'));
    expect(result).toContain('Nog te weinig metingen: er zijn er vijf per fase nodig.');
    expect(result).not.toContain('NAP');
    expect(result).not.toMatch(/nog \d/i);
  });

  it('says in any case that it proves no cause, and what else it could be', async () => {
    for (const specimen of [tenWeeks, justBegun, sixtyPoints]) {
      const { press } = await trial(specimen);
      const { textContent } = section('Wat je ziet');
      expect(textContent).toContain('Dit bewijst geen oorzaak');
      expect(inSection('Wat je ziet', '.cause li').length).toBeGreaterThan(4);
      await press('Vandaag');
      document.body.replaceChildren();
    }
  });

  it('can be written about, with the question of the handbook', async () => {
    const { press, backend, heading } = await trial();
    await press('Schrijf erover');
    expect(backend.requests('start_entry')).toMatchObject([
      { form: 'guide', contact: null, question: { pack: 'dichterbij', question: 'L11' } },
    ]);
    expect(heading()).toBe('Wat zie je in je grafiek? Wat kan nog meer een reden zijn?');
  });
});

describe('the phases', () => {
  it('go on with another, in which something is done differently', async () => {
    const { press, backend } = await trial(justBegun);
    await press('Begin de volgende fase');
    expect(words(document.activeElement)).toBe('De volgende fase begint vandaag');
    expect(words(section('Fasen'))).toContain('Vanaf nu staat vast dat lager beter is.');
    expect(words(section('Fasen'))).toContain('Vergelijken kan vanaf vijf metingen in elke fase.');
    const field = section('Fasen').querySelector<HTMLInputElement>('input:not([type=radio])');
    await type(field, 'Ik tel tot vier');
    await press('Begin deze fase');
    expect(backend.requests('begin_phase')).toMatchObject([
      { kind: 'trial', differently: 'Ik tel tot vier' },
    ]);
    expect(inSection('Fasen', 'li h3').map(words)).toEqual(['Beginfase', 'Proeffase']);
    expect(words(document.activeElement)).toBe('Begin de volgende fase');
    expect(words(section('Meten'))).toContain('Dit is de proeffase');
    // Taken back while nothing was measured in it; the one it began with stays.
    expect(inSection('Fasen', 'button').map(words)).toContain('Haal deze fase weg');
    await click(inSection('Fasen', 'button').find((one) => words(one) === 'Haal deze fase weg'));
    expect(inSection('Fasen', 'li h3').map(words)).toEqual(['Beginfase']);
    expect(words(document.activeElement)).toBe('Fasen');
    expect(inSection('Fasen', 'button').map(words)).not.toContain('Haal deze fase weg');
  });

  it('go back to the begin phase', async () => {
    const { press, backend } = await trial();
    await press('Begin de volgende fase');
    expect(words(section('Fasen').querySelector('label:has(:checked)'))).toContain(
      'Terug naar de beginfase',
    );
    expect(words(section('Fasen'))).not.toContain('Vanaf nu staat vast');
    await press('Begin deze fase');
    expect(backend.requests('begin_phase')).toMatchObject([{ kind: 'begin', differently: '' }]);
    expect(inSection('Fasen', 'li h3').map(words)).toEqual([
      'Beginfase 1',
      'Proeffase',
      'Beginfase 2',
    ]);
  });

  it('say otherwise what is done differently', async () => {
    const { press, backend } = await trial();
    await press('Verander deze zin');
    const field = section('Fasen').querySelector<HTMLInputElement>('input');
    expect(document.activeElement).toBe(field);
    await type(field, '');
    await press('Bewaar');
    expect(backend.requests('change_phase')).toMatchObject([{ differently: '' }]);
    expect(words(document.activeElement)).toBe('Schrijf wat je anders doet');
  });
});

describe('what can be done with a trial', () => {
  it('is change it, as far as it is open', async () => {
    const { press, backend } = await trial();
    await press('Verander de proef');
    const dialog = (): string => words(document.querySelector('dialog[open]'));
    expect(dialog()).toContain('Dat staat vast, want er is al gemeten.');
    expect(dialog()).toContain('Dat staat vast, want de proeffase is begonnen.');
    await type(document.querySelector('dialog[open] input'), 'Hoe vaak ik wacht');
    await answer('Bewaar');
    expect(backend.requests('change_own_trial')).toMatchObject([
      { behaviour: 'Hoe vaak ik wacht', scale: 'zero-to-ten', better: 'higher' },
    ]);
    expect(text('main h1')).toEqual(['Hoe vaak ik wacht']);
  });

  it('is save it as a table, after one read what that means', async () => {
    const { press, backend } = await trial();
    await press('Bewaar als tabel');
    expect(words(document.querySelector('dialog[open]'))).toContain(
      'Schuilnamen staan er niet in.',
    );
    expect(backend.requests('save_own_trial')).toEqual([]);
    await answer('Kies een plek');
    expect(main()).toContain('De tabel is bewaard: /home/noor/Documenten/eigen-proef.csv');
  });

  it('is end it and go on with it, with one button for both', async () => {
    const { press } = await trial();
    await press('Sluit de proef af');
    expect(has('Meten')).toBe(false);
    expect(main()).toContain('Deze proef is afgesloten: vandaag.');
    expect(text('main button')).not.toContain('Begin de volgende fase');
    expect(text('main button')).toContain('Bewaar als tabel');
    await press('Ga verder met de proef');
    expect(has('Meten')).toBe(true);
  });

  it('is erase it, after one was asked', async () => {
    const { press, backend, heading } = await trial();
    await press('Wis de proef');
    await answer('Laat het zo');
    expect(backend.requests('erase_own_trial')).toEqual([]);
    await press('Wis de proef');
    await answer('Wis alles van deze proef');
    expect(heading()).toBe('Eigen proef');
    expect(said()).toBe('De proef is gewist.');
    expect(page()).not.toContain(tenWeeks.behaviour);
  });

  it('is nothing but reading where the journal is only read', async () => {
    const { press } = await trial(tenWeeks, { opened: { onlyReading: { kind: 'asked' } } });
    await press('Toon als tabel');
    expect(cells()).toHaveLength(13);
    expect(text('main button').join(' ')).not.toMatch(
      /Verbeter|Haal|Schrijf|Begin|Verander|Bewaar|Sluit|Wis/,
    );
  });
});

describe('for who cannot see it', () => {
  it('the list has no fault that axe finds', async () => {
    await trials({ ownTrials: [tenWeeks, sixtyPoints] });
    expect(await faultsOfPage()).toEqual([]);
  });

  it('beginning one has none', async () => {
    const { press } = await trials();
    await press('Begin een eigen proef');
    await press('Begin deze proef');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('a trial has none, with all that can be opened on it', async () => {
    const { press } = await trial();
    await press('Toon als tabel');
    await press('NAP');
    await press('Een andere dag');
    await press('Begin de volgende fase');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('correcting a measurement has none', async () => {
    const { press } = await trial(justBegun);
    await press('Toon als tabel');
    await click(document.querySelector('table button'));
    expect(await faultsOfPage()).toEqual([]);
  });

  it('the end of a reflection has none', async () => {
    const { press } = await open({ ownTrials: [tenWeeks, justBegun] });
    await press('Vrije bladzijde');
    await press('Verder');
    await tap('Meten voor je eigen proef', 3);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('everything is there in English too', async () => {
    await trial(tenWeeks);
    speech.language = 'en';
    await shown();
    expect(words(section('What you see'))).toContain(
      'In 34 of the 42 comparisons the trial phase was better.',
    );
    expect(main()).toContain('Begin phase: 6 measurements, median 4.');
    expect(inSection('What you see', 'button[aria-expanded]').map(words)[0]).toBe('NAP 0.87');
  });
});
