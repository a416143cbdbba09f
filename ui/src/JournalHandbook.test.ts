/** The handbook on screen: leafing through it, asking one of its questions, and reading one through time. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import type { FakeJournalOptions } from './backend/fake-journal';
import { municipalPack } from './backend/fake-packs';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => text('main').join(' ');
const part = (): string => text('main section[aria-labelledby="handbook-part"]').join(' ');
const opened = (level: string): string[] => text(`main ${level} button[aria-expanded="true"]`);

const MOMENT = 'Welk moment uit dit gesprek blijft bij je? Schrijf op wat je zag en hoorde.';

async function leafing(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  await window.press('Handboek');
  return window;
}

function find(typed: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (field === null) throw new Error('there is a field to search with');
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return shown();
}

afterEach(() => {
  speech.language = 'nl';
});

describe('the handbook', () => {
  it('is a place of the navigation, with what must be said of it in sight', async () => {
    const { heading } = await leafing();
    expect(heading()).toBe('Handboek');
    expect(document.title).toBe('Handboek · Terugblik');
    expect(document.activeElement?.textContent).toBe('Handboek');
    expect(text('main header .disclaimer')).toEqual([
      'Deze vragen zijn geen checklist. Kies wat past. Stoppen mag altijd. ' +
        'In eigen bewoording, niet die van een publicatie.',
    ]);
  });

  it('has its parts, and none for what no pack brings', async () => {
    await leafing();
    expect(text('main nav li')).toEqual([
      'Vragen',
      'Bladen om in te vullen',
      'Samen kijken',
      'Woorden',
      'Verzonnen casussen',
      'Wie meekijkt',
      'Bronnen',
      'Over dit handboek',
    ]);
    expect(text('main nav [aria-current]')).toEqual(['Vragen']);
  });

  it('is asked for once, and anew when the words or the packs changed', async () => {
    const { backend, key, press } = await leafing();
    await press('Vandaag');
    await press('Handboek');
    expect(backend.requests('read_handbook')).toHaveLength(1);
    await key(',', control);
    await press('English');
    await press('Handbook');
    expect(backend.requests('read_handbook')).toHaveLength(2);
    expect(text('main h3')[0]).toBe('Giving room');
  });

  it('says that it could not be had, and is asked for again', async () => {
    const { backend, press } = await open();
    backend.failNext('read_handbook', { code: 'internal', incident: 7 });
    await press('Handboek');
    expect(main()).toContain('7');
    expect(text('main nav li')).toEqual([]);
    await press('Vandaag');
    await press('Handboek');
    expect(text('main nav li')).not.toEqual([]);
  });

  it('counts nothing about the person', async () => {
    await leafing();
    expect(main()).not.toMatch(/\d+ (vragen|van|keer|gelezen)/);
  });

  it('has no link that leads outside', async () => {
    const { press } = await leafing();
    for (const name of text('main nav li')) {
      await press(name);
      expect(document.querySelectorAll('main a[href]')).toHaveLength(0);
    }
  });
});

describe('themes and questions', () => {
  it('show one theme open, and open another in its place', async () => {
    const { press } = await leafing();
    expect(opened('h3')).toEqual(['Ruimte geven']);
    expect(text('main h4')).toContain(MOMENT);
    await press('Samen als team');
    expect(opened('h3')).toEqual(['Samen als team']);
    expect(text('main h4')).toEqual(['Waar botste een regel met wat jij goed vond?']);
    await press('Samen als team');
    expect(opened('h3')).toEqual([]);
  });

  it('say of a question why it is asked, what it fits and where it comes from', async () => {
    const { press } = await leafing();
    await press(MOMENT);
    expect(part()).toContain('Eén moment zegt vaak meer dan het hele gesprek.');
    expect(part()).toContain('Past bij elk gesprek met een inwoner');
    expect(part()).toContain('Gelezen: de pagina over het project');
    expect(part()).toContain('Niet gelezen: het onderzoeksverslag');
  });

  it('name the kinds that a question is for, and what to leave out of the answer', async () => {
    const { press } = await leafing();
    await press('Samen als team');
    await press('Waar botste');
    expect(part()).toContain('Past bij Intake of aanvraag en Heronderzoek');
    expect(part()).toContain('Schrijf geen naam van een collega op.');
  });

  it('show what asks on under what it asks on from, once that is open', async () => {
    const { press } = await leafing();
    await press('Passend omgaan');
    const [first, second] = [
      'Welk deel van die kritiek vind jij terecht? Heb je dat gezegd?',
      'Stel: de inwoner vertelt thuis over dit gesprek. Wat hoor je dan?',
    ];
    expect(text('main h4')).toEqual([first, second]);
    await press(first);
    const after = 'Vervolgvraag: Hoe kun je dat de volgende keer zeggen?';
    expect(text('main h4')).toEqual([first, after, second]);
    await press('Vervolgvraag');
    expect(opened('h4')).toEqual([after]);
    await press('Eerdere antwoorden');
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    expect(opened('h4')).toEqual([after]);
    expect(words(document.activeElement as Element)).toBe(after);
  });

  it('are found as one types, whatever the accents and in every theme', async () => {
    await leafing();
    await find('één keer');
    expect(text('main h3')).toEqual(['Leren in het klein']);
    await find('een KEER');
    expect(text('main h4')).toEqual(['Wat wil je in het volgende contact één keer proberen?']);
    await find('xyz');
    expect(text('main h4')).toEqual([]);
    expect(text('main section [role=status]')).toEqual(['Niets gevonden.']);
    await find('');
    expect(opened('h3')).toEqual(['Ruimte geven']);
  });

  it('are in the words that the organisation chose', async () => {
    await leafing({ settings: { residentWord: 'klant' } });
    expect(text('main h4')).toContain('Wat vertelde de klant dat je niet verwachtte?');
    expect(part()).not.toContain('inwoner');
  });
});

describe('“Stel deze vraag nu”', () => {
  it('starts an entry with that one question', async () => {
    const { backend, press, heading, write, store, clock } = await leafing();
    await press(MOMENT);
    await press('Stel deze vraag nu');
    expect(backend.requests('start_entry')).toEqual([
      {
        contact: null,
        sitting: null,
        form: 'guide',
        sheet: null,
        question: { pack: 'dichterbij', question: 'D01' },
      },
    ]);
    expect(heading()).toBe(MOMENT);
    write('De stilte na mijn vraag.');
    await clock.pass(2_000);
    expect(store.texts).toContain('De stilte na mijn vraag.');
  });

  it('says why it cannot, and stays where one was', async () => {
    const { backend, press, heading } = await leafing();
    await press(MOMENT);
    backend.failNext('start_entry', { code: 'unknown-question' });
    await press('Stel deze vraag nu');
    expect(heading()).toBe('Handboek');
    expect(main()).toContain('Het handboek kent deze vraag niet meer.');
  });

  it('is not there where one only reads', async () => {
    const { press } = await leafing({ opened: { onlyReading: { kind: 'asked' } } });
    await press(MOMENT);
    expect(text('main button')).not.toContain('Stel deze vraag nu');
    expect(text('main button')).toContain('Eerdere antwoorden');
  });
});

describe('one question through time', () => {
  async function through(options: FakeJournalOptions = {}): Promise<Window> {
    const window = await leafing(options);
    await window.press(MOMENT);
    await window.press('Eerdere antwoorden');
    return window;
  }

  it('has every own answer, the newest first, each with its day, kind and alias', async () => {
    const { heading } = await through();
    expect(heading()).toBe(MOMENT);
    expect(document.title).toBe('Eén vraag door de tijd · Terugblik');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(text('main ol .facts').slice(0, 3)).toEqual([
      'zaterdag 21 november 2026 Huisbezoek blauwe reiger',
      'donderdag 19 november 2026 Maatregel of boete late trein',
      'maandag 16 november 2026 Telefoongesprek',
    ]);
    expect(main()).not.toContain('Toen gevraagd');
    expect(document.querySelector('nav [aria-current]')?.textContent).toContain('Handboek');
  });

  it('shows the wording of then where it differs from now', async () => {
    const { press } = await open();
    await press('Instellingen & privacy');
    const select = [...document.querySelectorAll('select')].find((one) =>
      [...one.options].some(({ value }) => value === 'klant'),
    )!;
    select.value = 'klant';
    select.querySelector = () => select.options[select.selectedIndex] ?? null;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await shown();
    await press('Handboek');
    await press('Passend omgaan');
    await press('Stel: de klant');
    await press('Eerdere antwoorden');
    expect(text('main h1')).toEqual([
      'Stel: de klant vertelt thuis over dit gesprek. Wat hoor je dan?',
    ]);
    expect(text('main ol .asked')[0]).toBe(
      'Toen gevraagd: Stel: de inwoner vertelt thuis over dit gesprek. Wat hoor je dan?',
    );
  });

  it('opens the entry, and comes back to where one was', async () => {
    const { press, heading } = await through();
    const buttons = [...document.querySelectorAll<HTMLElement>('main ol button')];
    buttons[1]?.click();
    await shown();
    expect(heading()).toBe('Maatregel of boete');
    await press('Eén vraag door de tijd');
    expect(heading()).toBe(MOMENT);
    expect(document.activeElement?.closest('li')?.textContent).toContain('donderdag 19 november');
    await press('Handboek');
  });

  it('goes back to the question in the handbook, which is open and has the focus', async () => {
    await through();
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    expect(opened('h3')).toEqual(['Ruimte geven']);
    expect(opened('h4')).toEqual([MOMENT]);
    expect(words(document.activeElement as Element)).toBe(MOMENT);
  });

  it('takes the focus from nobody who searches after that', async () => {
    await through();
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    const field = document.querySelector<HTMLInputElement>('main input[type=search]');
    field?.focus();
    await find('moment');
    await find('');
    expect(document.activeElement).toBe(field);
  });

  it('shows what was changed in the entry meanwhile', async () => {
    const { press, store } = await through();
    const buttons = [...document.querySelectorAll<HTMLElement>('main ol button')];
    buttons[0]?.click();
    await shown();
    const [newest] = store.newestFirst;
    if (newest?.answers[0]) newest.answers[0].text = 'Anders gezegd.';
    await press('Eén vraag door de tijd');
    expect(text('main ol .reading')[0]).toBe('Anders gezegd.');
  });

  it('keeps the answers to a question that the handbook no longer has', async () => {
    const { handbook, press, heading } = await leafing();
    await press(MOMENT);
    handbook.without.add('D01');
    await press('Eerdere antwoorden');
    expect(heading()).toBe(MOMENT);
    expect(main()).toContain('Het handboek heeft deze vraag niet meer. Wat je schreef, blijft.');
    expect(text('main button')).not.toContain('Stel deze vraag nu');
    expect(text('main ol li').length).toBeGreaterThan(3);
  });

  it('says so where nothing was answered yet', async () => {
    await through({ specimens: [] });
    expect(main()).toContain('Op deze vraag gaf je nog geen antwoord.');
    expect(text('main button')).toContain('Stel deze vraag nu');
  });

  it('pulls nobody back who went elsewhere meanwhile', async () => {
    const { backend, press, heading } = await leafing();
    await press(MOMENT);
    backend.hold('question_through_time');
    await press('Eerdere antwoorden');
    await press('Leren');
    backend.release('question_through_time');
    await shown();
    expect(heading()).toBe('Leren');
  });

  it('shows an answer as it was typed, and never as markup', async () => {
    const typed = '<b onclick="x">vet</b>\n  en   spaties';
    await through({
      specimens: [{ daysAgo: 1, kind: 'huisbezoek', alias: null, texts: [typed] }],
    });
    expect(document.querySelector('main ol .reading')?.textContent).toBe(typed);
    expect(document.querySelector('main ol b')).toBeNull();
  });
});

describe('the other parts', () => {
  it('offer each sheet, and the earlier ones of it', async () => {
    const { backend, press, store } = await leafing();
    await press('Bladen om in te vullen');
    expect(text('main section h3')).toEqual(store.forms.map(({ head }) => head.title));
    expect(part()).toContain('Voor een contact dat nog komt · De werkrelatie');
    expect(part()).toContain('Bij een contact, of los · De werkrelatie');
    expect(part()).toContain('Zonder personen');
    await press('Eerdere bladen');
    expect(backend.requests('list_sheets')).toEqual([{ pack: 'dichterbij', form: 'voorbereiden' }]);
  });

  it('come into sight where their names fill a narrow window, and move nothing elsewhere', async () => {
    const { press } = await leafing();
    const section = document.querySelector<HTMLElement>('main section');
    if (section === null) throw new Error('there is a part');
    const into = vi.spyOn(section, 'scrollIntoView').mockImplementation(() => undefined);
    const top = vi.spyOn(section, 'getBoundingClientRect');
    top.mockReturnValue(new DOMRect(0, window.innerHeight * 0.3, 300, 900));
    await press('Woorden');
    expect(into).not.toHaveBeenCalled();
    top.mockReturnValue(new DOMRect(0, window.innerHeight * 0.9, 300, 900));
    await press('Bronnen');
    expect(into).toHaveBeenCalledOnce();
  });

  it('show a method with its steps, who speaks and how long it takes', async () => {
    const { press } = await leafing();
    await press('Samen kijken');
    expect(part()).toContain('Samen ongeveer 20 minuten.');
    await press('Rondje langs vier stoelen');
    expect(text('main ol li')).toEqual([
      'Vertel in het kort wat er speelt. Zonder namen. Wie inbrengt · 5 minuten',
      'Stel alleen vragen, geef nog geen raad. De anderen · 10 minuten',
      'Zeg wat je meeneemt. 5 minuten',
    ]);
  });

  it('find a word as one types, without its accents', async () => {
    const { press } = await leafing();
    await press('Woorden');
    expect(text('main dt')).toEqual(['bagage', 'menselijke maat', 'reëel']);
    await find('reeel');
    expect(text('main dt')).toEqual(['reëel']);
    await find('regel persoon');
    expect(text('main dt')).toEqual(['menselijke maat']);
    await find('zzz');
    expect(text('main dt')).toEqual([]);
    expect(text('main section [role=status]')).toEqual(['Niets gevonden.']);
  });

  it('explain a word that two packs have, each in its own way', async () => {
    const { handbook, press } = await open();
    const terms = [{ word: 'Bagage', explanation: 'Zoals wij dat hier zeggen.' }];
    handbook.packs.added.set('x', { pack: { ...municipalPack, terms }, on: true });
    await press('Handboek');
    await press('Woorden');
    expect(text('main dt')).toEqual(['bagage', 'Bagage', 'menselijke maat', 'reëel']);
  });

  it('say of a theme and of a method what it leans on', async () => {
    const { press } = await leafing();
    expect(part()).toContain('Steunt op: In De Dichter Bij Stand');
    await press('Samen kijken');
    await press('Rondje langs vier stoelen');
    expect(part()).toContain('Steunt op: Vragen van Terugblik zelf');
  });

  it('say of a source what was read and what was not, with its address as text', async () => {
    const { press } = await leafing();
    await press('Bronnen');
    expect(text('main section li')[0]).toBe(
      'In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek) (2022) ' +
        'Gelezen: de pagina over het project Niet gelezen: het onderzoeksverslag ' +
        'Hierop steunen de thema’s: Ruimte geven, Passend omgaan met bagage, Samen als team en ' +
        'Leren in het klein https://projecten.zonmw.nl/nl/project/de-dichter-bij-stand',
    );
  });

  it('tell an invented case, and what a companion may ask', async () => {
    const { press } = await leafing();
    await press('Verzonnen casussen');
    expect(part()).toContain('Deze mensen bestaan niet.');
    await press('De dichte envelop');
    expect(part()).toContain('Op tafel ligt een stapel brieven.');
    await press('Wie meekijkt');
    expect(text('main section li')).toContain('Wat zou je hierover willen horen van mij?');
  });

  it('tell what only a role knows when one asks, and lead to practising with that case', async () => {
    const { press, heading } = await leafing();
    await press('Verzonnen casussen');
    await press('De sleutel van de buurvrouw');
    expect(part()).not.toContain('Zij is de enige die elke dag langskomt.');
    await press('Wat alleen een rol weet');
    expect(part()).toContain('Inwoner Zij is de enige die elke dag langskomt.');
    await press('Oefen met deze casus');
    expect(heading()).toBe('Oefenen');
    const chosen = document.querySelector<HTMLSelectElement>('main select')?.selectedOptions[0];
    expect(chosen?.textContent).toBe('De sleutel van de buurvrouw');
  });

  it('have roles and cards to leaf through, and how a rule can begin under a fold', async () => {
    const { press } = await leafing();
    await press('Verzonnen casussen');
    expect(text('main section section h3')).toEqual(['Rollen', 'Kijkkaarten', 'Woordkaarten']);
    expect(text('main dt')).toEqual([
      'Consulent',
      'Sociaal werker',
      'Inwoner',
      'Leidinggevende',
      'Geld',
      'Tijd',
      'gemotiveerd',
      'maatwerk',
    ]);
    expect(part()).not.toContain('Ik vraag eerst …');
    await press('Zo kan een vuistregel beginnen');
    expect(part()).toContain('Ik vraag eerst …');
  });

  it('are found by a word, whatever they are', async () => {
    const { press } = await leafing();
    await press('Verzonnen casussen');
    await find('sleutel');
    expect(text('main h3')).toEqual(['De sleutel van de buurvrouw']);
    await find('MAATWERK');
    expect(text('main dt')).toEqual(['maatwerk']);
    await find('ik vraag');
    expect(text('main .starters li')).toEqual(['Ik vraag eerst …']);
    await find('zwaluw');
    expect(text('main [role=status]')).toContain('Niets gevonden.');
    await press('Samen kijken');
    await find('beoordeelt');
    expect(text('main section section li')).toEqual(['Niemand beoordeelt iemand.']);
    expect(text('main h3')).toEqual(['Wat een groep eerst afspreekt']);
    await find('stoelen');
    expect(text('main h3')).toEqual(['Rondje langs vier stoelen']);
  });

  it('say how long a method takes, and lead to doing it with a group', async () => {
    const { press, heading } = await leafing();
    await press('Samen kijken');
    expect(part()).toContain('Samen ongeveer 60 minuten.');
    expect(part()).toContain('Wat een groep eerst afspreekt Wat hier gezegd wordt, blijft hier.');
    await press('Eén voorval');
    await press('Doe dit met een groep');
    expect(heading()).toBe('Intervisie');
    expect(document.querySelector<HTMLInputElement>('main input:checked')?.value).toBe('voorval');
  });

  it('name the packs and whose words they are, and lead to managing them', async () => {
    const { press, heading } = await leafing();
    await press('Over dit handboek');
    expect(text('main section li')[0]).toBe(
      'Dichterbij versie 0.2.0 · door Terugblik Deze vragen zijn geen checklist. Kies wat past. ' +
        'Stoppen mag altijd. In eigen bewoording, niet die van een publicatie. Licentie: EUPL-1.2',
    );
    await press('Handboeken beheren');
    expect(heading()).toBe('Handboeken');
  });

  it('have what an organisation brings: its instruments, its way of working and its disclaimer', async () => {
    const { handbook, press } = await open();
    handbook.packs.pointsAt.push(municipalPack);
    await press('Instellingen & privacy');
    await press('Bekijk de handboeken');
    await press('Wijs een bestand aan');
    await press('Toevoegen');
    await press('Handboek');
    expect(text('main header .disclaimer')).toHaveLength(2);
    await press('Wat er te bieden is');
    expect(text('main dt')).toEqual(['Budgetmaatje', 'Taalhuis']);
    await press('Over dit handboek');
    expect(part()).toContain('Zo werkt je organisatie We bellen voordat we een brief sturen.');
  });
});

describe('a question that says what to leave out', () => {
  const fieldHint = (): string => {
    const ids = document.querySelector('textarea')?.getAttribute('aria-describedby') ?? '';
    return ids
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
      .join(' ');
  };

  it('says so with its field, and other questions do not', async () => {
    const { press } = await leafing();
    await press('Samen als team');
    await press('Waar botste');
    await press('Stel deze vraag nu');
    expect(fieldHint()).toContain('Schrijf over wat jij zag, dacht en deed.');
    expect(fieldHint()).toContain('Schrijf geen naam van een collega op.');
    await press('Handboek');
    await press(MOMENT);
    await press('Stel deze vraag nu');
    expect(fieldHint()).toContain('Schrijf over wat jij zag, dacht en deed.');
    expect(fieldHint()).not.toContain('collega');
  });
});

describe('in a backup that is tried', () => {
  it('can be leafed through, and offers nothing that would change something', async () => {
    const { press, heading } = await open({ backups: [{ daysAgo: 9 }] });
    await press('Instellingen & privacy');
    await press('Alle reservekopieën');
    await press('Proef herstellen');
    await shown();
    await press('Handboek');
    await press(MOMENT);
    expect(text('main button')).not.toContain('Stel deze vraag nu');
    await press('Eerdere antwoorden');
    expect(heading()).toBe(MOMENT);
    expect(text('main button')).not.toContain('Stel deze vraag nu');
    document.querySelector<HTMLElement>('main .back button')?.click();
    await shown();
    await press('Over dit handboek');
    expect(text('main button')).not.toContain('Handboeken beheren');
    await press('Bladen om in te vullen');
    expect(text('main button')).not.toContain('Vul dit blad in');
  });
});

describe('for who cannot see it', () => {
  it.each(['nl', 'en'] as const)('every part is without faults in %s', async (language) => {
    await open({ appearance: { language } });
    const places = [...document.querySelectorAll<HTMLElement>('nav li button')];
    places.find((place) => /^Hand/.test(words(place)))?.click();
    await shown();
    document.querySelector<HTMLElement>('main h4 button')?.click();
    await shown();
    for (const button of document.querySelectorAll<HTMLElement>('main nav li button')) {
      button.click();
      await shown();
      expect(await faultsOfPage()).toEqual([]);
    }
  });

  it('one question through time is without faults', async () => {
    const { press } = await leafing();
    await press(MOMENT);
    await press('Eerdere antwoorden');
    expect(await faultsOfPage()).toEqual([]);
  });
});
