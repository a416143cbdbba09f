/** What goes, what is kept of it, and how long it stays: on screen, by key and for a screen reader. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, shown, type Window } from './JournalApp.test-helper';
import { longAgo, rulesKept, specimens } from './backend/fake-content';
import type { FakeJournalOptions } from './backend/fake-journal';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const all = (): string => words(document.body);
const section = (title: string): Element | null =>
  [...document.querySelectorAll('main section')].find(
    (one) => words(one.querySelector('h2')) === title,
  ) ?? null;
const inSection = (title: string, selector: string): HTMLElement[] => [
  ...(section(title)?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const said = (): string => words(document.querySelector('main > .said'));
const dialog = (): Element => {
  const found = document.querySelector('dialog[open]');
  if (found === null) throw new Error('a dialog is open');
  return found;
};

async function click(element: HTMLElement | undefined): Promise<void> {
  if (element === undefined) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await shown();
}

/** Presses what says this in the dialog that is open. */
async function answer(label: string): Promise<void> {
  const buttons = [...dialog().querySelectorAll<HTMLElement>('button, label')];
  await click(buttons.find((button) => words(button) === label));
}

const life = (options: FakeJournalOptions = {}): Promise<Window> =>
  open({ specimens: [...specimens, ...longAgo], ...options });

async function lesson(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await life(options);
  await click(inSection('Gaat weg', 'li button')[0]);
  return window;
}

afterEach(() => {
  speech.language = 'nl';
});

describe('what goes', () => {
  it('stands on Today with its day and why, the first few and the rest on request', async () => {
    const { press } = await life();
    const rows = (): string[] => inSection('Gaat weg', 'li').map(words);
    expect(rows()).toHaveLength(3);
    expect(rows()[0]).toContain('Gaat weg op zaterdag 28 november');
    expect(rows()[0]).toContain('180 dagen na het laatste contact');
    await press('Laat meer zien');
    expect(rows()).toHaveLength(4);
    expect(words(document.activeElement)).toBe('Gaat weg');
    // Nothing is counted, and nothing alarms.
    expect(words(section('Gaat weg'))).not.toMatch(/\d+ (terugblik|blad)/);
    expect(section('Gaat weg')?.querySelector('[role=alert], .warning')).toBeNull();
  });

  it('says why: two years, or work that was closed', async () => {
    const { store, press } = await open({
      specimens: [
        { daysAgo: 727, kind: 'intake', alias: 'late trein', texts: ['lang geleden'] },
        { daysAgo: 2, kind: 'intake', alias: 'late trein', texts: ['pas'] },
        { daysAgo: 40, kind: 'intake', alias: 'rode merel', texts: ['voorbij'] },
      ],
    });
    store.closed.set('rode merel', '2026-10-25' as never);
    await press('Hulp');
    await press('Vandaag');
    const rows = inSection('Gaat weg', 'li').map(words).join(' | ');
    expect(rows).toContain('Twee jaar na het schrijven');
    expect(rows).toContain('De begeleiding is afgesloten');
  });

  it('is not there when nothing goes', async () => {
    await open();
    expect(section('Gaat weg')).toBeNull();
    expect(section('Nog nodig?')).toBeNull();
  });

  it('goes from the screen when its term ends, with a quiet line', async () => {
    const { clock, life: terms } = await life();
    clock.sleep(7 * 24 * 60 * 60 * 1000);
    terms.endTerms();
    await shown();
    await shown();
    expect(said()).toBe('Wat weg moest, is weg.');
    expect(section('Gaat weg')).toBeNull();
  });
});

describe('the lesson', () => {
  it('is one sentence beside what was written', async () => {
    const { heading, textarea } = await lesson();
    expect(heading()).toBe('Bewaar de les, niet de persoon');
    expect(document.title).toBe('Bewaar de les, niet de persoon · Terugblik');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(words(document.querySelector('nav [aria-current]'))).toBe('Vandaag');
    expect(text('main .text p.reading')[0]).toContain('Ze vertelde dat ze de brief');
    expect(words(document.querySelector(`label[for="${textarea().id}"]`))).toBe('Jouw vuistregel');
    expect(all()).toContain('Deze terugblik gaat weg op zaterdag 28 november 2026.');
  });

  it('is kept by Enter, which makes no second line', async () => {
    const { write, key, backend, heading } = await lesson();
    write('  Eerst stil zijn,\n dan pas   antwoorden. ').focus();
    await key('Enter');
    expect(backend.requests('keep_rule')).toEqual([
      { text: 'Eerst stil zijn, dan pas antwoorden.' },
    ]);
    expect(heading()).toBe('Goedemiddag');
    expect(said()).toBe('Je vuistregel is bewaard. De terugblik gaat vanzelf weg.');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('asks for a sentence where there is none, at the field', async () => {
    const { press, textarea, write, backend } = await lesson();
    await press('Bewaar de vuistregel');
    expect(all()).toContain('Schrijf eerst een zin.');
    expect(textarea().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(textarea());
    expect(backend.commands).not.toContain('keep_rule');

    write('E');
    await shown();
    expect(all()).not.toContain('Schrijf eerst een zin.');
  });

  it('is looked over for a person, like every text', async () => {
    const { write, clock } = await lesson();
    write('Mevrouw Jansen laten uitpraten.');
    await clock.pass(300);
    await shown();
    expect(all()).toContain('Vervang door [naam]');
  });

  it('waits half written for who looks at Today first', async () => {
    const { write, press, textarea } = await lesson();
    write('half');
    await press('Vandaag');
    await click(inSection('Gaat weg', 'li button')[0]);
    expect(textarea().value).toBe('half');
  });

  it('can be a page in words without a person, which has no contact', async () => {
    const { press, backend, heading } = await lesson();
    await press('Schrijf een vrije bladzijde');
    expect(heading()).toBe('Wat wil je kwijt?');
    expect(backend.requests('start_entry')).toEqual([
      { contact: null, sitting: null, form: 'free-page', sheet: null, question: null },
    ]);
  });

  it('need not be kept', async () => {
    const { press, heading, store } = await lesson();
    const before = store.entries.size;
    await press('Laat vanzelf gaan');
    expect(heading()).toBe('Goedemiddag');
    expect(store.entries.size).toBe(before);
  });

  it('lets the entry go to the bin, and take it back', async () => {
    const { press, heading } = await lesson();
    const first = text('main .facts')[0];
    await press('Nu wissen');
    await answer('Naar de prullenbak');
    expect(heading()).toBe('Goedemiddag');
    expect(said()).toContain('De terugblik ligt 24 uur in de prullenbak.');
    expect(first).toContain('rode merel');
    expect(words(section('Gaat weg'))).not.toContain('rode merel');
    await press('Zet terug');
    expect(words(section('Gaat weg'))).toContain('rode merel');
  });

  it('lets the entry be erased at once, from the backups too', async () => {
    const { press, backend } = await lesson({ backups: [{ daysAgo: 1 }] });
    await press('Nu wissen');
    expect(words(dialog())).toContain('In reservekopieën kan deze terugblik nog staan');
    await answer('Ook uit reservekopieën wissen');
    await answer('Meteen wissen');
    expect(backend.commands).toContain('erase_everywhere');
    expect(said()).toBe('De terugblik is gewist, ook uit één kopie.');
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

describe('the question of the year', () => {
  it('lists what is older than a year, to read, to throw away or to keep', async () => {
    const { press, heading, backend } = await life();
    expect(inSection('Nog nodig?', 'li')).toHaveLength(2);
    await click(inSection('Nog nodig?', 'li button')[0]);
    expect(heading()).toBe('Intervisie');
    const back = document.querySelector<HTMLElement>('main .back button');
    expect(words(back)).toBe('Vandaag');
    await click(back ?? undefined);
    expect(heading()).toBe('Goedemiddag');
    await click(inSection('Nog nodig?', '.bin button')[0]);
    expect(inSection('Nog nodig?', 'li')).toHaveLength(1);
    expect(said()).toContain('De terugblik ligt 24 uur in de prullenbak.');
    expect(words(document.activeElement)).toBe('Nog nodig?');
    await press('Nog een jaar bewaren');
    expect(section('Nog nodig?')).toBeNull();
    expect(backend.commands).toContain('keep_another_year');
    expect(said()).toBe('Deze bladen blijven nog een jaar.');
    expect(document.activeElement?.tagName).toBe('H1');
  });
});

describe('rules of thumb', () => {
  const toRules = async (options: FakeJournalOptions = {}): Promise<Window> => {
    const window = await open(options);
    await window.press('Leren');
    await window.press('Vuistregels');
    return window;
  };
  const kept = (): string[] =>
    [...document.querySelectorAll('section[aria-labelledby=rules-kept] p.reading')].map(words);

  it('have a place of their own, under learning', async () => {
    const { heading } = await toRules({ rules: rulesKept });
    expect(text('nav button').slice(3, 7)).toEqual(['Bladen', 'Terugkijken', 'Leren', 'Handboek']);
    expect(heading()).toBe('Vuistregels');
    expect(document.title).toBe('Vuistregels · Terugblik');
    expect(words(document.querySelector('nav [aria-current]'))).toBe('Leren');
    expect(kept()).toEqual([...rulesKept].reverse());
  });

  it('are added by Enter, with the caret ready for the next', async () => {
    const { write, key, textarea } = await toRules();
    expect(all()).toContain('Hier komen je vuistregels te staan');
    write('Ik vraag eerst hoe het gaat.').focus();
    await key('Enter');
    expect(kept()).toEqual(['Ik vraag eerst hoe het gaat.']);
    expect(textarea().value).toBe('');
    expect(document.activeElement).toBe(textarea());
    expect(said()).toBe('De vuistregel is bewaard.');
  });

  it('are changed in place, and left as they were', async () => {
    const { press, key } = await toRules({ rules: ['Een.', 'Twee.'] });
    await press('Verander');
    const areas = (): HTMLTextAreaElement[] => [...document.querySelectorAll('textarea')];
    const [, area] = areas();
    expect(document.activeElement).toBe(area);
    expect(area?.value).toBe('Twee.');
    await press('Laat het zo');
    expect(kept()).toEqual(['Twee.', 'Een.']);
    expect(words(document.activeElement)).toBe('Verander');
    await press('Verander');
    const again = areas()[1];
    if (!again) throw new Error('it is being changed');
    again.value = 'Twee, anders.';
    again.dispatchEvent(new Event('input', { bubbles: true }));
    await key('Enter');
    expect(kept()).toEqual(['Twee, anders.', 'Een.']);
    expect(words(document.activeElement)).toBe('Verander');
  });

  it('are erased after one question, beyond recovery', async () => {
    const { press, learned } = await toRules({ rules: ['Een.', 'Twee.'] });
    await press('Wis');
    expect(words(dialog())).toContain('Weg is weg');
    await answer('Laat staan');
    expect(learned.rules).toHaveLength(2);
    await press('Wis');
    await answer('Wis');
    expect(kept()).toEqual(['Een.']);
    expect(words(document.activeElement)).toBe('Wat je bewaarde');
    expect(said()).toBe('De vuistregel is gewist.');
  });

  it('are there to be read while a journal is only read', async () => {
    await toRules({ rules: ['Een.'], opened: { onlyReading: { kind: 'asked' } } });
    expect(kept()).toEqual(['Een.']);
    expect(document.querySelector('textarea')).toBeNull();
    expect(text('main button')).not.toContain('Verander');
    expect(text('main button')).not.toContain('Bewaar als pagina');
  });
});

describe('in the settings', () => {
  const radios = (): HTMLInputElement[] => [
    ...(section('Hoe lang blijft het')?.querySelectorAll('input') ?? []),
  ];

  it('is how long it stays, with what follows from it', async () => {
    const { press, store } = await open();
    await press('Instellingen & privacy');
    expect(radios().map(({ value, checked }) => [value, checked])).toEqual([
      ['30', false],
      ['90', false],
      ['180', true],
    ]);
    expect(words(section('Hoe lang blijft het'))).toContain('eerst een week bij Vandaag');
    expect(words(section('Hoe lang blijft het'))).toContain(
      'Deze notities zijn voor jou. Ze kunnen toch onder het recht op inzage vallen.',
    );
    await press('90 dagen');
    expect(store.settings.keepDays).toBe(90);
    expect(said()).toBe('Je keuze is bewaard.');
  });

  it('is no longer than the organisation keeps', async () => {
    const { press } = await open({ houseRules: { longestDays: 60 } });
    await press('Instellingen & privacy');
    expect(radios().map(({ disabled }) => disabled)).toEqual([false, true, true]);
    expect(radios().some(({ checked }) => checked)).toBe(false);
    expect(words(section('Hoe lang blijft het'))).toContain(
      'Je organisatie houdt hoogstens 60 dagen aan.',
    );
  });

  it('are the words that are no person, which can be marked again', async () => {
    const { press, mirror } = await open();
    mirror.spared.add('bloem');
    mirror.spared.add('visser');
    await press('Instellingen & privacy');
    expect(inSection('Woorden die geen persoon zijn', 'li').map(words)).toEqual([
      'bloem Toch markeren',
      'visser Toch markeren',
    ]);
    await click(inSection('Woorden die geen persoon zijn', 'li button')[0]);
    expect([...mirror.spared]).toEqual(['visser']);
    expect(said()).toBe('bloem wordt weer gemarkeerd.');
    expect(section('Woorden die geen persoon zijn')?.contains(document.activeElement)).toBe(true);
  });
});

describe('looking everything over', () => {
  it('lists what to read again, and takes off what is mended', async () => {
    const { press, heading, store } = await life();
    await press('Instellingen & privacy');
    await press('Kijk alles na');
    expect(heading()).toBe('Nakijken');
    await press('Begin');
    await shown();
    expect(all()).toContain('Alles is nagekeken.');
    expect(inSection('Schuilnamen die op een naam lijken', 'li').map(words)).toEqual([
      'Willem de Boer',
    ]);
    const rows = (): HTMLElement[] => inSection('Terugblikken om na te lezen', 'li');
    expect(rows().map(words).join()).toContain('Om na te kijken: naam en telefoonnummer');
    expect(all()).not.toMatch(/\d+ (gevonden|terugblikken|van de)/);
    const found = store.newestFirst.find(({ contact }) => contact?.alias === 'stille have');
    await click(rows()[0]?.querySelector('button') ?? undefined);
    expect(words(document.querySelector('nav [aria-current]'))).toBe('Instellingen & privacy');
    if (found?.answers[0]) found.answers[0].text = 'Ze belde terug.';
    const back = document.querySelector<HTMLElement>('main .back button');
    expect(words(back)).toBe('Nakijken');
    await click(back ?? undefined);
    await shown();
    expect(rows()).toHaveLength(0);
  });

  it('says when nothing was found, and that it is never certain', async () => {
    const { press } = await open();
    await press('Instellingen & privacy');
    await press('Kijk alles na');
    await press('Begin');
    await shown();
    expect(all()).toContain('Er is niets gevonden dat naar een persoon wijst.');
    expect(all()).toContain('Helemaal zeker is dat nooit');
  });

  it('can be stopped, and goes on', async () => {
    const { press, backend } = await life();
    await press('Instellingen & privacy');
    await press('Kijk alles na');
    backend.hold('check_entries');
    await press('Begin');
    expect(document.querySelector('progress')).not.toBeNull();
    await press('Stop');
    expect(all()).toContain('Gestopt.');
    backend.release('check_entries');
    await press('Ga verder');
    await shown();
    expect(all()).toContain('Alles is nagekeken.');
  });
});

describe('for who cannot see it', () => {
  it('Today and the lesson have names and roles', async () => {
    await life();
    expect(await faultsOfPage()).toEqual([]);
    await click(inSection('Gaat weg', 'li button')[0]);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('rules of thumb, the settings and what is looked over have names and roles', async () => {
    const { press, mirror } = await life({ rules: rulesKept, houseRules: { longestDays: 60 } });
    mirror.spared.add('bloem');
    await press('Leren');
    await press('Vuistregels');
    await press('Verander');
    expect(await faultsOfPage()).toEqual([]);
    await press('Instellingen & privacy');
    expect(await faultsOfPage()).toEqual([]);
    await press('Kijk alles na');
    await press('Begin');
    await shown();
    expect(await faultsOfPage()).toEqual([]);
  });

  it('all of it is there in English', async () => {
    const { press } = await life({ appearance: { language: 'en' }, rules: rulesKept });
    expect(section('Leaves')).not.toBeNull();
    await press('Learning');
    await press('Rules of thumb');
    expect(all()).toContain('A new rule of thumb');
  });
});
