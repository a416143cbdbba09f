/** Looking back, over a role in memory: what is opened, what one comes back to, what is kept quiet. */
import { describe, expect, it } from 'vitest';

import { open, shown, type Window } from './JournalApp.test-helper';
import { faultsOfPage } from './axe.test-helper';
import { monthForm } from './backend/fake-forms';
import type { FakeJournalOptions } from './backend/fake-journal';
import { fillSheets } from './backend/fake-sheet-specimens';
import { aYear } from './backend/fake-looking-back-specimens';
import { t } from './i18n/i18n.svelte';

const text = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) =>
    element.textContent.replaceAll(/\s+/gu, ' ').trim(),
  );
const main = (): string => document.querySelector('main')?.textContent ?? '';
const buttonOf = (words: string, at = 0): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('main button')];
  const found = all.filter((button) => button.textContent.trim() === words)[at];
  if (found === undefined) throw new Error(`there is a button ${words}`);
  return found;
};
const part = (title: string): HTMLElement => {
  const found = buttonOf(title).closest('section');
  if (found === null) throw new Error(`there is a part ${title}`);
  return found;
};
function fill(label: string, value: string): void {
  const its = [...document.querySelectorAll('label')].find(
    (element) => element.textContent.trim() === label,
  );
  const control = document.getElementById(its?.htmlFor ?? '');
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement))
    throw new Error(`there is a field ${label}`);
  control.value = value;
  // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
  if (control instanceof HTMLSelectElement)
    control.querySelector = () => control.options[control.selectedIndex] ?? null;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

async function there(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open({ specimens: aYear, ...options });
  await window.press('Terugkijken');
  return window;
}

const TITLES = [
  'Thema’s door de maanden',
  'Soorten vragen',
  'Woorden die terugkomen',
  'Deze tijd vorig jaar',
  'Eén vraag door de tijd',
  'De maand bij elkaar',
  'Wat je stil houdt',
];

describe('the place', () => {
  it('stands after the sheets, and asks for nothing by itself', async () => {
    const { backend, heading } = await there();
    const places = text('nav button');
    expect(places.indexOf('Terugkijken')).toBe(places.indexOf('Bladen') + 1);
    expect(heading()).toBe('Terugkijken');
    expect(document.title).toBe('Terugkijken · Terugblik');
    expect(text('main h2')).toEqual(TITLES);
    const asking = [
      'read_over_months',
      'list_returning_words',
      'read_year_ago',
      'question_through_time',
      'gather_month',
      'list_quiet',
      'read_handbook',
    ];
    expect(backend.commands.filter((command) => asking.includes(command))).toEqual([]);
  });

  it('finds everything closed again where one goes there anew', async () => {
    const { press } = await there();
    await press('Deze tijd vorig jaar');
    expect(text('main [aria-expanded=true]')).toEqual(['Deze tijd vorig jaar']);
    await press('Vandaag');
    await press('Terugkijken');
    expect(text('main [aria-expanded=true]')).toEqual([]);
  });

  it('has no faults for who cannot see it, closed and open', async () => {
    const { press, store } = await there();
    store.forms = [...store.forms, monthForm];
    expect(await faultsOfPage()).toEqual([]);
    for (const title of TITLES) await press(title);
    fill('Uit welk thema?', 'ruimte');
    await shown();
    for (const table of text('main button').filter((label) => label.startsWith('Tabel')))
      buttonOf(table).click();
    await shown();
    expect(text('main table').length).toBeGreaterThan(2);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('says what could not be had, and asks once more', async () => {
    const { backend, press } = await there();
    backend.failNext('list_returning_words', { code: 'internal', incident: 7 });
    await press('Woorden die terugkomen');
    expect(part('Woorden die terugkomen').querySelector('[role=alert]')).not.toBeNull();
    await press('Probeer opnieuw');
    expect(part('Woorden die terugkomen').textContent).toContain('brief');
    expect(part('Woorden die terugkomen').querySelector('[role=alert]')).toBeNull();
  });
});

describe('themes and kinds of questions', () => {
  it('have a chart, a sentence and a table each, and no word that ranks', async () => {
    const { press } = await there();
    await press('Thema’s door de maanden');
    await press('Soorten vragen');
    const charts = [...document.querySelectorAll('main svg[role=img]')];
    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) {
      const of = (name: string) =>
        document.getElementById(chart.getAttribute(name) ?? '')?.textContent.trim() ?? '';
      expect(of('aria-labelledby')).not.toBe('');
      expect(of('aria-describedby')).toContain(`‘${of('aria-labelledby')}’ kwam in`);
    }
    expect(text('main h3')).toContain('Ruimte geven');
    expect(text('main h3')).toContain('Wat er gebeurde');
    expect(text('main h3')).toContain('Jijzelf');
    await press('Tabel: Ruimte geven');
    const rows = [...document.querySelectorAll('main tbody tr')];
    expect(rows).toHaveLength(12);
    expect(rows[0]?.textContent).toContain('november 2026');
    expect(main()).not.toMatch(/\b(meest|minst|meeste|minste|gemiddeld|totaal|top)\b/iu);
  });

  it('say so where there is nothing', async () => {
    const { press } = await there({ specimens: [] });
    await press('Thema’s door de maanden');
    expect(main()).toContain(t('looking-themes-none'));
    expect(document.querySelector('main svg[role=img]')).toBeNull();
  });

  it('name no alias', async () => {
    const { press } = await there();
    await press('Thema’s door de maanden');
    await press('Soorten vragen');
    await press('Woorden die terugkomen');
    expect(main()).not.toMatch(/reiger|haven|fiets|trein/u);
  });
});

describe('words that return', () => {
  it('lead to where they were written, in that time', async () => {
    const { backend, press, heading } = await there();
    await press('Woorden die terugkomen');
    expect(text('main section li button')).toEqual(['Zoek brief', 'Zoek stilte']);
    part('Woorden die terugkomen').querySelectorAll<HTMLElement>('li button')[1]?.click();
    await shown();
    expect(heading()).toBe('Terugblikken');
    expect(document.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('stilte');
    expect(backend.requests('search_entries').at(-1)).toMatchObject({
      text: 'stilte',
      filters: { from: '2026-08-23', until: '2026-11-21' },
    });
  });
});

describe('a year ago', () => {
  it('opens an entry, and comes back to its row', async () => {
    const { press, heading } = await there();
    await press('Deze tijd vorig jaar');
    const [row] = part('Deze tijd vorig jaar').querySelectorAll<HTMLElement>('li button');
    row?.click();
    await shown();
    expect(heading()).toBe('Huisbezoek');
    await press('Terugkijken');
    // The place in the navigation is a way too: there one begins anew.
    expect(text('main [aria-expanded=true]')).toEqual([]);
  });

  it('comes back by the button of the entry to what was open', async () => {
    const { press } = await there();
    await press('Deze tijd vorig jaar');
    const [row] = part('Deze tijd vorig jaar').querySelectorAll<HTMLElement>('li button');
    const words = row?.textContent;
    row?.click();
    await shown();
    buttonOf('Terugkijken').click();
    await shown();
    expect(text('main [aria-expanded=true]')).toEqual(['Deze tijd vorig jaar']);
    expect(document.activeElement?.textContent).toBe(words);
  });

  it('puts the focus on the heading where the entry is gone from its part', async () => {
    const { press } = await there();
    await press('Deze tijd vorig jaar');
    part('Deze tijd vorig jaar').querySelector<HTMLElement>('li button')?.click();
    await shown();
    await press('Stil houden');
    buttonOf('Terugkijken').click();
    await shown();
    expect(part('Deze tijd vorig jaar').querySelectorAll('li')).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

describe('one question through time', () => {
  it('offers what was answered of a theme, and comes back to it', async () => {
    const { press, heading } = await there();
    await press('Eén vraag door de tijd');
    fill('Uit welk thema?', 'ruimte');
    await shown();
    const rows = () => [
      ...part('Eén vraag door de tijd').querySelectorAll<HTMLElement>('li button'),
    ];
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Welk moment uit dit gesprek'),
      expect.stringContaining('Wat voelde je tijdens het gesprek'),
    ]);
    rows()[1]?.click();
    await shown();
    expect(heading()).toContain('Wat voelde je');
    buttonOf('Terugkijken').click();
    await shown();
    expect(document.activeElement?.textContent).toContain('Wat voelde je');
  });
});

describe('the month together', () => {
  it('shows what was tried and learned, and begins the sheet', async () => {
    const { learned, press, heading, store, backend } = await there();
    store.forms = [...store.forms, monthForm];
    learned.keepRule('Eerst lezen, dan praten.');
    await press('De maand bij elkaar');
    const its = part('De maand bij elkaar').textContent;
    expect(its).toContain('De stilte laten duren.');
    expect(its).toContain('Ik wachtte, en toen stelde zij de vraag.');
    expect(its).toContain('Eerst lezen, dan praten.');
    fill('Welke maand?', '2026-10');
    await shown();
    expect(part('De maand bij elkaar').textContent).not.toContain('De stilte laten duren.');
    expect(part('De maand bij elkaar').textContent).toContain('Zeggen wat ik vind');
    await press('Begin het blad ‘Terug op de maand’');
    expect(backend.requests('start_entry').at(-1)).toMatchObject({
      form: 'sheet',
      sheet: { form: 'maand' },
    });
    expect(heading()).toBe('Terug op de maand');
  });
});

describe('keeping quiet', () => {
  it('is done on an entry, said once, and undone where one looks back', async () => {
    const { backend, press } = await open({ specimens: aYear });
    await press('Terugblikken');
    await press('wo 18');
    await press('Stil houden');
    expect(main()).toContain(t('looking-quiet-entry'));
    expect(document.activeElement?.tagName).not.toBe('BODY');
    await press('Terugkijken');
    await press('Wat je stil houdt');
    expect(part('Wat je stil houdt').textContent).toContain('Ik wachtte, en toen');
    await press('Weer laten meedoen');
    expect(part('Wat je stil houdt').textContent).toContain(t('looking-quiet-none'));
    expect(backend.commands.filter((command) => command.endsWith('_quiet'))).toEqual([
      'keep_quiet',
      'list_quiet',
      'end_quiet',
    ]);
  });

  it('takes a time, asks for both days, and says when they are the wrong way round', async () => {
    const { backend, press } = await there();
    await press('Wat je stil houdt');
    await press('Stil houden');
    expect(part('Wat je stil houdt').textContent).toContain(t('looking-quiet-missing'));
    expect(backend.commands).not.toContain('keep_quiet');
    fill('Eerste dag', '2026-11-18');
    fill('Laatste dag', '2026-11-01');
    await press('Stil houden');
    expect(part('Wat je stil houdt').textContent).toContain(t('failure-period-unusable'));
    fill('Laatste dag', '2026-11-19');
    await press('Stil houden');
    expect(part('Wat je stil houdt').textContent).toContain('woensdag 18 november 2026');
    expect(part('Wat je stil houdt').textContent).not.toContain(t('failure-period-unusable'));
  });

  it('is not offered where a journal is only read', async () => {
    const { press } = await open({
      specimens: aYear,
      opened: { onlyReading: { kind: 'asked' } },
    });
    await press('Terugkijken');
    await press('Wat je stil houdt');
    expect(text('main button')).not.toContain('Stil houden');
    await press('De maand bij elkaar');
    expect(main()).toContain('De stilte laten duren.');
  });
});

describe('what an entry resembles', () => {
  it('is asked for on request, with the reasons', async () => {
    const { backend, press, heading } = await open({ specimens: aYear });
    await press('Terugblikken');
    await press('do 12');
    expect(backend.commands).not.toContain('list_alike');
    await press('Lijkt op');
    const rows = [...document.querySelectorAll<HTMLElement>('main .looked li button')];
    const first = rows.find((row) => row.textContent.includes('Een formulier van negen'));
    expect(first?.textContent).toContain('Ook over ‘Ruimte geven’');
    expect(first?.textContent).toContain('‘beslagvrije’');
    expect(await faultsOfPage()).toEqual([]);
    first?.click();
    await shown();
    expect(heading()).toBe('Heronderzoek');
    await press('Terug naar de terugblik');
    expect(heading()).toBe('Telefoongesprek');
  });
});

describe('the page of an alias', () => {
  async function alias(name: string, options: FakeJournalOptions = {}): Promise<Window> {
    const window = await open({ specimens: aYear, ...options });
    await window.press('Terugblikken');
    await window.press('Schuilnamen');
    await window.press(name);
    return window;
  }

  it('has the contacts in time: a line, a sentence and a table', async () => {
    const { press } = await alias('blauwe reiger');
    const chart = document.querySelector('main svg[role=img]');
    const said = document.getElementById(chart?.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toBe(
      'Het eerste contact dat hier staat, was op dinsdag 14 juli 2026. Het laatste was op woensdag 18 november 2026. Tussen dinsdag 14 juli 2026 en donderdag 5 november 2026 staat hier geen contact.',
    );
    expect(chart?.querySelector('.points')?.getAttribute('d')?.match(/M/g)).toHaveLength(3);
    await press('Toon als tabel');
    expect(text('main tbody tr')).toEqual([
      'woensdag 18 november 2026Huisbezoek',
      'donderdag 5 november 2026Voortgangsgesprek',
      'dinsdag 14 juli 2026Voortgangsgesprek',
    ]);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('shows what was tried, and comes back from its entry', async () => {
    const { heading } = await alias('blauwe reiger');
    const its = buttonOf('Open de terugblik', 1).closest('section');
    expect(its?.textContent).toContain('De stilte laten duren.');
    expect(its?.textContent).toContain('Ik wachtte, en toen stelde zij de vraag.');
    buttonOf('Open de terugblik', 1).click();
    await shown();
    expect(heading()).toBe('Voortgangsgesprek');
    buttonOf('blauwe reiger').click();
    await shown();
    expect(heading()).toBe('blauwe reiger');
  });

  it('shows how the work together was looked at, as one’s own impression', async () => {
    const window = await open({ specimens: aYear, settings: { residentWord: 'klant' } });
    fillSheets(window.store, [
      {
        form: 'werkrelatie',
        daysAgo: 2,
        kind: 'voortgang',
        alias: 'stille haven',
        answers: { doel: 'Rust in huis. Daarna pas werk.' },
      },
      {
        form: 'werkrelatie',
        daysAgo: 90,
        kind: 'voortgang',
        alias: 'stille haven',
        answers: { doel: 'Een baan.' },
      },
    ]);
    await window.press('Terugblikken');
    await window.press('Schuilnamen');
    await window.press('stille haven');
    expect(text('main h2')).toContain('Hoe jullie samenwerken');
    expect(main()).toContain('Dit is jouw indruk, niet die van de klant.');
    const its = buttonOf('Open dit blad').closest('section')?.textContent;
    expect(its).toContain('Rust in huis. Daarna pas werk.');
    // The one before it is read on request.
    expect(its).not.toContain('Een baan.');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('keeps all of it quiet, and lets it take part again', async () => {
    const { backend, press, heading } = await alias('blauwe reiger');
    buttonOf('Stil houden').focus();
    await press('Stil houden');
    expect(heading()).toBe('blauwe reiger');
    expect(main()).toContain(t('alias-quiet-is', { alias: 'blauwe reiger' }));
    expect(document.activeElement?.textContent.trim()).toBe('Weer laten meedoen');
    await press('Terugkijken');
    await press('De maand bij elkaar');
    await press('Wat je stil houdt');
    expect(part('Wat je stil houdt').textContent).toContain('blauwe reiger');
    await press('Weer laten meedoen');
    expect(part('Wat je stil houdt').textContent).toContain(t('looking-quiet-none'));
    expect(backend.requests('end_quiet')).toEqual([{ kind: 'alias', alias: 'blauwe reiger' }]);
  });

  it('offers nothing of it to change while a journal is only read', async () => {
    await alias('blauwe reiger', { opened: { onlyReading: { kind: 'asked' } } });
    expect(text('main h2')).toContain('Wat je probeerde');
    expect(text('main button')).not.toContain('Stil houden');
  });
});

describe('the sheet of a month', () => {
  it('has beside it, on request, what was tried and learned in that month', async () => {
    const { backend, learned, press, store, write } = await there();
    store.forms = [...store.forms, monthForm];
    learned.keepRule('Eerst lezen, dan praten.');
    await press('Bladen');
    const cards = [...document.querySelectorAll<HTMLElement>('main article')];
    const card = cards.find((one) => one.textContent.includes('Terug op de maand'));
    card?.querySelector('button')?.click();
    await shown();
    write('Brieven, vooral brieven.');
    expect(backend.commands).not.toContain('gather_month');
    await press('Wat je in november 2026 probeerde en leerde');
    const its = document.querySelector('main .beside')?.textContent;
    expect(its).toContain('De stilte laten duren.');
    expect(its).toContain('Eerst lezen, dan praten.');
    expect(backend.requests('gather_month')).toEqual([{ month: '2026-11' }]);
    expect(document.querySelector('textarea')?.value).toBe('Brieven, vooral brieven.');
    expect(await faultsOfPage()).toEqual([]);
    fill('Welke maand?', '2026-10');
    await shown();
    expect(document.querySelector('main .beside')?.textContent).not.toContain('De stilte');
  });
});
