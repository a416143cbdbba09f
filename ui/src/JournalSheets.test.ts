/** Sheets, look-backs and what was tried: what a person sees, presses and hears. */
import { describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { fillSheets, sheetSpecimens } from './backend/fake-sheet-specimens';
import type { FakeJournalOptions } from './backend/fake-journal';
import { control, open, page, shown, type Window } from './JournalApp.test-helper';

const main = (): string => document.querySelector('main')?.textContent ?? '';
const all = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent.trim());
const said = (): string => document.querySelector('.said')?.textContent?.trim() ?? '';
const areas = (): HTMLTextAreaElement[] => [...document.querySelectorAll('textarea')];

/** The field with this name, as assistive technology hears it. */
function named(label: string): HTMLTextAreaElement | HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find(
    (one) => one.textContent.trim() === label,
  );
  const field = found && document.getElementById(found.htmlFor);
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return field;
  throw new Error(`there is no field ${label}`);
}

async function type(field: HTMLTextAreaElement | HTMLInputElement, value: string): Promise<void> {
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await shown();
}

/** The card of a form on the screen of the sheets. */
async function onCard(form: string, button: string): Promise<void> {
  const card = [...document.querySelectorAll('article')].find(
    (one) => one.querySelector('h3')?.textContent.trim() === form,
  );
  const found = [...(card?.querySelectorAll('button') ?? [])].find(
    (one) => one.textContent.trim() === button,
  );
  if (!found) throw new Error(`there is no ${button} on ${form}`);
  found.click();
  await shown();
}

/** The row of a list of entries that says so. */
async function openRow(text: string): Promise<void> {
  const rows = () => [...document.querySelectorAll<HTMLButtonElement>('main li button')];
  // Rows come onto the page a window at a time.
  const found = await vi.waitFor(
    () => rows().find((row) => row.textContent.includes(text)) ?? expect.fail(`no row ${text}`),
  );
  found.click();
  await shown();
}

/** What ends the writing; a choice of the sheet may be called the same. */
async function finish(): Promise<void> {
  document.querySelector<HTMLButtonElement>('main button[type=submit]')?.click();
  await shown();
}

async function begin(window: Window, form: string): Promise<void> {
  await window.press('Bladen');
  await onCard(form, 'Nieuw blad');
  if (window.heading() === form && areas().length === 0) await window.press('Begin');
}

async function withSheets(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  fillSheets(window.store);
  await window.press('Terugblikken');
  await window.press('Vandaag');
  await shown();
  return window;
}

describe('the sheets', () => {
  it('stand under what they are for, each with a few words', async () => {
    const { press, heading } = await open({ specimens: [] });
    await press('Bladen');
    expect(heading()).toBe('Bladen');
    expect(document.title).toBe('Bladen · Terugblik');
    expect(all('main section > h2')).toEqual([
      'De werkrelatie',
      'Samen overleggen',
      'Onderbouwd kiezen',
    ]);
    expect(all('main h3')).toContain('Dilemma');
    expect(main()).toContain('Na een casusoverleg. Ieder kijkt vanuit het eigen vak.');
    expect(main()).not.toMatch(/\d+ van \d+|verplicht/);
  });

  it('that fit what one wrote last stand first, and know about whom', async () => {
    const { press, backend } = await open();
    await press('Bladen');
    expect(all('.first h2')).toEqual(['Past bij je laatste contact (Huisbezoek)']);
    document.querySelector<HTMLButtonElement>('.quick button')?.click();
    await shown();
    await press('Begin');
    expect(backend.requests('start_entry')[0]).toMatchObject({
      contact: { day: '2026-11-21', kind: 'huisbezoek', alias: 'blauwe reiger' },
      form: 'sheet',
      sheet: { pack: 'dichterbij', form: 'dilemma' },
    });
  });

  it('that are about nobody begin at once', async () => {
    const window = await open();
    await window.press('Bladen');
    await onCard('Mijn beeld van samenwerken', 'Nieuw blad');
    expect(window.heading()).toBe('Mijn beeld van samenwerken');
    expect(window.backend.requests('start_entry')[0]).toMatchObject({ contact: null });
    expect(areas()).toHaveLength(2);
  });

  it('may be about no contact, and then ask for no day', async () => {
    const window = await open({ specimens: [] });
    await window.press('Bladen');
    await onCard('Dilemma', 'Nieuw blad');
    expect(all('legend')).toContain('Waar gaat dit blad over?');
    expect(document.querySelector('input[type=date]')).toBeNull();
    await window.press('Maatregel of boete');
    expect(document.querySelector('input[type=date]')).not.toBeNull();
    await window.press('Niet over één contact');
    await window.press('Begin');
    expect(window.backend.requests('start_entry')[0]).toMatchObject({ contact: null });
  });

  it('can be read again, and versions stand beside each other', async () => {
    const window = await withSheets();
    await window.press('Bladen');
    await onCard('Mijn beeld van samenwerken', 'Eerdere versies');
    expect(window.heading()).toBe('Mijn beeld van samenwerken');
    expect(all('.beside h2')).toEqual(['dinsdag 18 augustus 2026', 'vrijdag 15 mei 2026']);
    await window.press('Open dit blad');
    expect(window.heading()).toBe('Mijn beeld van samenwerken');
    await window.press('Bladen');
    await onCard('Ieders kijk op de casus', 'Eerdere bladen');
    await window.press('vrijdag 13 november 2026');
    expect(window.heading()).toBe('Ieders kijk op de casus');
    await window.press('Bladen');
    await onCard('Dilemma', 'Eerdere bladen');
    expect(main()).toContain('Je hebt dit blad nog niet gebruikt.');
  });

  it('of before stand beside a new one that is worth comparing', async () => {
    const window = await withSheets();
    await begin(window, 'Mijn beeld van samenwerken');
    expect(all('#earlier-title')).toEqual(['Wat je eerder schreef']);
    expect(main()).toContain('Wie belt, maakt minder uit dan ik dacht.');
  });

  it('can only be read while the journal is only read', async () => {
    const { press } = await open({ opened: { onlyReading: { kind: 'asked' } } });
    await press('Bladen');
    expect(main()).not.toContain('Nieuw blad');
    await onCard('Dilemma', 'Eerdere bladen');
    expect(main()).not.toContain('Nieuw blad');
  });
});

describe('a sheet', () => {
  it('is written field by field, is saved as it is typed, and asks nothing of anybody', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Dilemma');
    expect(document.activeElement?.tagName).toBe('H1');
    await type(named('Feiten'), 'Er lag een brief.');
    await type(named('Welke wegen zijn er? (1)'), 'Niets doen');
    expect(named('Welke wegen zijn er? (2)').value).toBe('');
    await window.press('Blijft schuren');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['Er lag een brief.', 'Niets doen', 'Blijft schuren']);
    expect(main()).not.toMatch(/\d+ van \d+|verplicht|%/);
    await finish();
    expect(window.heading()).toBe('Goedemiddag');
    expect(main()).toContain('Dilemma');
  });

  it('is done with Ctrl+Enter, empty too', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Dilemma');
    await window.key('Enter', control);
    expect(window.heading()).toBe('Goedemiddag');
    expect(window.backend.commands).not.toContain('save_answer');
  });

  it('gives a row back that was taken away, with the focus in it', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Dilemma');
    await type(named('Welke wegen zijn er? (1)'), 'Bellen');
    await window.press('Haal weg');
    expect(document.activeElement?.textContent?.trim()).toBe('Zet terug');
    expect(main()).toContain('Weggehaald.');
    await window.press('Zet terug');
    expect(document.activeElement).toBe(named('Welke wegen zijn er? (1)'));
    expect(named('Welke wegen zijn er? (1)').value).toBe('Bellen');
  });

  it('names each of its columns, and its note stands above', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Ieders kijk op de casus');
    expect(all('.intro .note')).toEqual([
      'Wat de ander ziet, vul je hier zelf in. Vraag het later na.',
    ]);
    const problem = [...document.querySelectorAll('fieldset')][0];
    expect(
      [...(problem?.querySelectorAll('label') ?? [])].map((one) => one.textContent.trim()),
    ).toEqual([
      'Zo zie ik het',
      'Zo ziet de ander het, denk ik',
      'Zo zegt de inwoner het',
      'Wie bracht dat in?',
    ]);
  });

  it('offers a day, and stores it only when it is taken', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Ieders kijk op de casus');
    expect(main()).toContain('Die dag komt deze vraag terug: Is de afspraak uitgevoerd?');
    await window.press('Neem zaterdag 28 november 2026');
    expect(named('Wanneer kijk je of het gelukt is?').value).toBe('2026-11-28');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['2026-11-28']);
    await window.press('Geen dag');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['']);
    expect(main()).toContain('Neem zaterdag 28 november 2026');
  });

  it('takes no year that is only half typed', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Ieders kijk op de casus');
    await type(named('Wanneer kijk je of het gelukt is?'), '0002-12-05');
    await window.key('s', control);
    expect(window.backend.commands).not.toContain('save_answer');
    await type(named('Wanneer kijk je of het gelukt is?'), '2026-12-05');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['2026-12-05']);
  });

  it('offers what the organisation has, and takes anything else', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Keuze van een instrument');
    const field = named('Welk instrument koos je?');
    const list = document.getElementById(field.getAttribute('list') ?? '');
    expect([...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual([
      'Jobcoach',
      'Taalcursus',
      'Werkervaringsplek',
    ]);
    await type(field, 'Wandelen');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['Wandelen']);
    // Enter ends the line, and not the sheet.
    await window.key('Enter');
    await finish();
    expect(window.heading()).toBe('Keuze van een instrument');
    await finish();
    expect(window.heading()).toBe('Goedemiddag');
  });

  it('takes a free page beside its fields', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Dilemma');
    await window.press('Vrije bladzijde');
    expect(window.heading()).toBe('Wat wil je kwijt?');
    window.write('Nog iets.');
    await window.key('s', control);
    expect(window.store.texts).toEqual(['Nog iets.']);
    await window.press('Dilemma');
    expect(window.heading()).toBe('Dilemma');
  });

  it('is read as a table, a list and words, and named in every list', async () => {
    const window = await withSheets();
    await window.press('Terugblikken');
    await openRow('Ieders kijk op de casus');
    expect(window.heading()).toBe('Ieders kijk op de casus');
    expect(all('main [role=columnheader]').slice(0, 5)).toEqual([
      'Onderwerp',
      'Zo zie ik het',
      'Zo ziet de ander het, denk ik',
      'Zo zegt de inwoner het',
      'Wie bracht dat in?',
    ]);
    expect(all('main [role=rowheader]')).toContain('Wat is het probleem?');
    expect(main()).toContain('Die dag komt terug: Is de afspraak uitgevoerd?');
    await window.press('Naar de prullenbak');
    await window.press('Prullenbak');
    expect(main()).toContain('Ieders kijk op de casus');
  });

  it('is read and written on when its form is gone', async () => {
    const window = await withSheets();
    window.store.forms = [];
    await window.press('Terugblikken');
    await openRow('Keuze van een instrument');
    expect(main()).toContain('Werkervaringsplek');
    await window.press('Verder schrijven');
    expect(main()).toContain('Het handboek heeft dit blad niet meer.');
    expect(main()).toContain('Gekozen: Ervaring');
    await window.press('Neem terug');
    expect(main()).not.toContain('Gekozen: Ervaring');
    await type(named('Welk instrument koos je?'), 'Werkervaringsplek, twee dagen');
    await window.key('s', control);
    expect(window.store.texts).toContain('Werkervaringsplek, twee dagen');
  });
});

describe('a sheet that holds no person', () => {
  it('says plainly what still points at one, and replaces it by one key', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Inbreng voor intervisie');
    expect(main()).toContain('Er is niets gevonden dat naar een persoon wijst.');
    await type(named('Mijn vraag'), 'Mevrouw Jansen kwam niet.');
    await window.clock.pass(2_000);
    await shown();
    expect(main()).toContain('Hier staat nog iets dat naar een persoon wijst.');
    await window.press('Bewaar als pagina');
    expect(all('dialog[open] .notice')).toEqual([
      'Hier staat nog iets dat naar een persoon wijst.',
    ]);
    await window.press('Laat het zo');
    const left = document.querySelector('.taken-along ul button');
    if (!(left instanceof HTMLButtonElement)) throw new Error('there is something to press');
    left.click();
    await shown();
    expect(named('Mijn vraag').value).not.toContain('Jansen');
    await window.clock.pass(2_000);
    await shown();
    expect(main()).toContain('Er is niets gevonden dat naar een persoon wijst.');
  });

  it('is written as a page where the person chooses, once it was said what that means', async () => {
    const window = await open({ specimens: [] });
    await begin(window, 'Inbreng voor intervisie');
    await type(named('Mijn vraag'), 'Hoe we bellen.');
    await window.press('Bewaar als pagina');
    expect(all('dialog[open]')[0]).toContain('niet versleuteld');
    expect(window.backend.commands).not.toContain('save_sheet');
    await window.press('Kies een plek');
    expect(window.backend.commands).toContain('save_sheet');
    expect(window.store.texts).toEqual(['Hoe we bellen.']);
    expect(main()).toContain('/home/noor/Documenten/inbreng.html');
    await window.press('Klaar');
    await window.press('Terugblikken');
    await openRow('Inbreng voor intervisie');
    expect(main()).toContain('Uitgevoerd op');
    await window.press('Bewaar als pagina');
    await window.press('Kies een plek');
    expect(main()).toContain('/home/noor/Documenten/inbreng.html');
  });
});

describe('preparing', () => {
  it('may be moved to another day to come', async () => {
    const window = await withSheets();
    await window.press('Terugblikken');
    await openRow('Voorbereiden');
    await window.press('Dag of contact veranderen');
    await type(named('Dag'), '2026-11-30');
    await window.press('Bewaar');
    expect(window.backend.requests('change_entry')[0]).toMatchObject({ day: '2026-11-30' });
    expect(said()).toBe('De terugblik is aangepast.');
  });

  it('begins on Today, asks which contact, and stands beside what is written after it', async () => {
    const window = await open({ specimens: [] });
    await window.press('Bereid een contact voor');
    expect(window.heading()).toBe('Voorbereiden');
    await window.press('Begin');
    expect(main()).toContain('Kies een soort contact.');
    await window.press('Huisbezoek');
    await type(named('Dag'), '2026-11-20');
    await window.press('Begin');
    expect(main()).toContain('Kies vandaag of een dag in het komende jaar.');
    await type(named('Dag'), '2026-11-23');
    await type(named('Schuilnaam (mag leeg blijven)'), 'late trein');
    await window.press('Begin');
    expect(window.backend.requests('start_entry')[0]).toMatchObject({
      contact: { day: '2026-11-23', kind: 'huisbezoek', alias: 'late trein' },
    });
    await type(named('Wat verwacht je van dit contact?'), 'Dat het over geld gaat.');
    await window.press('Klaar');

    await window.press('Nieuw contactmoment');
    await window.press('Huisbezoek');
    await type(named('Schuilnaam (mag leeg blijven)'), 'late trein');
    await window.press('Begin');
    expect(all('.beside .read')[0]).toContain('Dat het over geld gaat.');
    await window.press('Klaar');
    await window.press('Terugblikken');
    await openRow('zaterdag 21 november 2026');
    expect(all('.prepared')[0]).toContain('Dat het over geld gaat.');
  });
});

describe('the loop', () => {
  it('brings a day back on Today, and what is written then stands in the sheet', async () => {
    const window = await withSheets();
    expect(all('#today-look-backs')).toEqual(['Kijk even terug']);
    await window.press('Kijk nu');
    expect(window.heading()).toBe('Is de afspraak uitgevoerd? Wat kwam ertussen?');
    expect(document.title).toBe('Kijkmoment · Terugblik');
    expect(main()).toContain('Ze komt niet op afspraken');
    window.write('Het gesprek was er, zonder mij.');
    await window.key('Enter', control);
    expect(window.heading()).toBe('Goedemiddag');
    expect(document.querySelector('#today-look-backs')).toBeNull();
    await window.press('Terugblikken');
    await openRow('Ieders kijk op de casus');
    expect(all('.is-look-back')[0]).toContain('Het gesprek was er, zonder mij.');
  });

  it('puts a day off, with a day that is still to come', async () => {
    const window = await withSheets();
    await window.press('Kijk nu');
    await window.press('Later nog eens');
    expect(document.activeElement).toBe(named('Een andere dag'));
    expect(named('Een andere dag').value).toBe('2026-11-28');
    await type(named('Een andere dag'), '2026-11-21');
    await window.press('Kijk op die dag');
    expect(main()).toContain('Kies een dag die nog komt, binnen een jaar.');
    await type(named('Een andere dag'), '2026-12-04');
    await window.press('Kijk op die dag');
    expect(said()).toBe('Dit komt terug op vrijdag 4 december 2026.');
    expect(document.querySelector('#today-look-backs')).toBeNull();
    expect(window.store.texts).toContain('2026-12-04');
  });

  it('lets a day go, and takes that back', async () => {
    const window = await withSheets();
    await window.press('Kijk nu');
    // On the screen of the look-back there is one.
    await window.press('Laat los');
    expect(said()).toContain('Losgelaten.');
    expect(document.querySelector('#today-look-backs')).toBeNull();
    await window.press('Toch bewaren');
    expect(all('#today-look-backs')).toEqual(['Kijk even terug']);
  });

  it('keeps an intention, or changes it, without a count', async () => {
    const window = await open();
    await window.press('Nieuw contactmoment');
    await window.press('Telefoongesprek');
    await window.press('Begin');
    expect(window.heading()).toBe('Je wilde proberen');
    await window.press('Nog een keer');
    expect(main()).toContain('Het staat ook bij Tot slot.');
    await window.press('Nog een keer');
    expect(main()).not.toContain('Het staat ook bij Tot slot.');
    await window.press('Anders proberen');
    expect(window.heading()).toBe('Wat wil je in het volgende contact één keer proberen?');
    expect(window.textarea().value).toBe(
      'Aan het eind vragen: is er nog iets wat je wilde zeggen?',
    );
    expect(document.activeElement).toBe(window.textarea());
    window.write('Halverwege vragen of er nog iets is.');
    await window.press('Je voornemen');
    expect(main()).not.toContain('Nog een keer');
  });

  it('has a page of what was tried and what comes', async () => {
    const window = await withSheets();
    await window.press('Proefjes & kijkmomenten');
    expect(window.heading()).toBe('Proefjes & kijkmomenten');
    expect(all('main section > h2')).toEqual([
      'Kijk even terug',
      'Kijkmomenten die nog komen',
      'Wat je wilde proberen',
    ]);
    expect(main()).toContain('Komt terug op zondag 29 november 2026');
    expect(main()).toContain('Komt terug bij het volgende contact met blauwe reiger.');
    await window.press('Open de terugblik');
    expect(window.heading()).toBe('Huisbezoek');
    await window.press('Proefjes & kijkmomenten');
    await window.press('Kijk nu al');
    expect(window.heading()).toBe('Wat zag je van het teken?');
  });

  it('explains itself where nothing was tried yet', async () => {
    const window = await open({ specimens: [] });
    await window.press('Proefjes & kijkmomenten');
    expect(main()).toContain('Hier komt te staan wat je probeert');
    expect(page()).not.toContain('Laat meer zien');
  });
});

describe('for who cannot see it', () => {
  it('every screen has names and roles', async () => {
    const window = await withSheets();
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Proefjes & kijkmomenten');
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Kijk nu');
    await window.press('Later nog eens');
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Bladen');
    expect(await faultsOfPage()).toEqual([]);
    await onCard('Mijn beeld van samenwerken', 'Eerdere versies');
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Bladen');
    await onCard('Voorbereiden', 'Nieuw blad');
    await window.press('Begin');
    expect(await faultsOfPage()).toEqual([]);
  });

  it.each(sheetSpecimens.slice(2, 4))('a sheet is written and read by names', async ({ form }) => {
    const window = await withSheets();
    await window.press('Terugblikken');
    await openRow(form === 'frame' ? 'Ieders kijk op de casus' : 'Keuze van een instrument');
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Verder schrijven');
    await window.press('Haal weg');
    expect(await faultsOfPage()).toEqual([]);
  });
});
