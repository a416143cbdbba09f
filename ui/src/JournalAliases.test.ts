/** The pages about aliases: what a person reads, presses and hears there. */
import { describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, shown, type Window } from './JournalApp.test-helper';
import { longAgo, specimens, type Specimen } from './backend/fake-content';
import type { FakeJournalOptions } from './backend/fake-journal';

const words = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const all = (): string => words(document.body);
const said = (): string => words(document.querySelector('main > .said'));
const current = (): string => words(document.querySelector('nav [aria-current]'));
const dialog = (): Element => {
  const found = document.querySelector('dialog[open]');
  if (found === null) throw new Error('a dialog is open');
  return found;
};

async function click(element: HTMLElement | null | undefined): Promise<void> {
  if (!element) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await shown();
}

/** Presses what says this in the dialog that is open. */
async function answer(label: string): Promise<void> {
  const buttons = [...dialog().querySelectorAll<HTMLElement>('button')];
  await click(buttons.find((button) => words(button) === label));
}

const back = (): HTMLElement | null => document.querySelector('main .back button');
const mainButton = (label: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main button')].find((one) => words(one) === label);

function type(value: string): void {
  const input = dialog().querySelector('input');
  if (!input) throw new Error('there is a field');
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function choose(value: string): void {
  const select = dialog().querySelector('select');
  if (!select) throw new Error('there is something to choose');
  select.value = value;
  // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
  select.querySelector = () => select.options[select.selectedIndex] ?? null;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function aliases(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open({ specimens: [...specimens, ...longAgo], ...options });
  await window.press('Terugblikken');
  await window.press('Schuilnamen');
  return window;
}

async function alias(name: string, options: FakeJournalOptions = {}): Promise<Window> {
  const window = await aliases(options);
  const rows = [...document.querySelectorAll<HTMLElement>('main li button')];
  await click(rows.find((row) => words(row).startsWith(`${name} `)));
  return window;
}

describe('the list of aliases', () => {
  it('is reached from the entries, from the settings and from reading, and leads back', async () => {
    const { press, heading } = await aliases();
    expect(heading()).toBe('Schuilnamen');
    expect(document.title).toBe('Schuilnamen · Terugblik');
    expect(current()).toBe('Terugblikken');
    await click(back());
    expect(heading()).toBe('Terugblikken');
    await press('Instellingen & privacy');
    await press('Bekijk je schuilnamen');
    expect(current()).toBe('Instellingen & privacy');
    await click(back());
    expect(heading()).toBe('Instellingen & privacy');
    await press('Terugblikken');
    await press('za 21');
    await click(mainButton('blauwe reiger'));
    expect(heading()).toBe('blauwe reiger');
    // Never the alias in the task bar.
    expect(document.title).toBe('Schuilnamen · Terugblik');
    await click(back());
    expect(heading()).toBe('Schuilnamen');
  });

  it('says of each when the last contact was, and what to know of its name', async () => {
    const { store, press } = await aliases();
    const row = (name: string): string =>
      text('main li').find((one) => one.startsWith(`${name} `)) ?? '';
    expect(row('blauwe reiger')).toBe('blauwe reiger Laatste contact: vandaag');
    expect(row('stille have')).toContain('Lijkt op stille haven.');
    expect(row('Willem de Boer')).toContain('Dit lijkt een echte naam.');
    store.closed.set('late trein', '2026-11-20' as never);
    await press('Terugblikken');
    await press('Schuilnamen');
    expect(row('late trein')).toContain('Begeleiding afgesloten op vrijdag 20 november 2026');
  });

  it('says so when there is none', async () => {
    const { press } = await open({ specimens: [] });
    await press('Instellingen & privacy');
    await press('Bekijk je schuilnamen');
    expect(all()).toContain('Je gebruikt nog geen schuilnaam');
  });
});

describe('the page of an alias', () => {
  it('shows its entries, when each goes and what became of it, and comes back to them', async () => {
    const { heading, store } = await alias('groene fiets');
    const [inBin, other] = text('main li');
    expect(inBin).toContain('Ligt in de prullenbak');
    expect(other).toContain('Gaat weg op');
    expect(other).toContain('Persoonlijk');
    const [, button] = document.querySelectorAll<HTMLElement>('main li button');
    await click(button);
    expect(heading()).toBe('Niet verschenen');
    const entry = store.newestFirst.find(({ contact }) => contact?.alias === 'groene fiets');
    if (entry) entry.status = { shownOn: '2026-11-21' as never, carriedOutOn: null };
    expect(words(back())).toBe('groene fiets');
    await click(back());
    // The page is asked for anew.
    expect(text('main li')[1]).toContain('Getoond op zaterdag 21 november 2026');
    await click(document.querySelector<HTMLElement>('main li button'));
    expect(heading()).toBe('Prullenbak');
  });

  it('shows older entries when asked, and goes on with the first of them', async () => {
    const one = specimens.find((specimen) => specimen.alias) ?? expect.fail('one has an alias');
    const years = Array.from({ length: 53 }, (_, daysAgo) => ({ ...one, daysAgo }));
    await alias(one.alias ?? '', { specimens: years });
    const list = (): HTMLElement[] => [
      ...document.querySelectorAll<HTMLElement>('section[aria-labelledby=alias-entries] li button'),
    ];
    await click(mainButton('Laat oudere zien'));
    const there = await vi.waitFor(() => {
      expect(list()).toHaveLength(53);
      return list();
    });
    expect(document.activeElement).toBe(there[50]);
    expect(mainButton('Laat oudere zien')).toBeUndefined();
  });

  it('gives it another name', async () => {
    const { heading, backend } = await alias('late trein');
    await click(mainButton('Geef een andere schuilnaam'));
    type('');
    await answer('Verander');
    expect(words(dialog())).toContain('Vul een schuilnaam in.');
    type('vroege bus');
    await answer('Verander');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(heading()).toBe('vroege bus');
    expect(said()).toBe('De schuilnaam is veranderd.');
    expect(backend.requests('rename_alias')).toEqual([{ alias: 'late trein', to: 'vroege bus' }]);
  });

  it('warns of a name that is one, without standing in the way', async () => {
    const { clock, heading } = await alias('late trein');
    await click(mainButton('Geef een andere schuilnaam'));
    type('Willemijn');
    await clock.pass(600);
    await shown();
    expect(words(dialog())).toContain('Dit lijkt een echte naam.');
    await answer('Verander');
    expect(heading()).toBe('Willemijn');
  });

  it('says in the dialog why a name cannot be', async () => {
    await alias('late trein');
    await click(mainButton('Geef een andere schuilnaam'));
    type('klant 12');
    await answer('Verander');
    expect(words(dialog())).toContain('Deze schuilnaam kan niet.');
  });

  it('offers to join where the name is in use, and says first what follows', async () => {
    const { heading, backend } = await alias('stille have');
    await click(mainButton('Geef een andere schuilnaam'));
    type('Stille Haven');
    await answer('Verander');
    expect(words(dialog())).toContain('Stille Haven is al in gebruik.');
    await answer('Voeg samen');
    expect(words(dialog())).toContain('De naam stille have verdwijnt.');
    expect(words(dialog())).toContain('Geen enkele terugblik blijft er langer door staan.');
    expect(dialog().querySelector('select')?.value).toBe('stille haven');
    expect(backend.commands).not.toContain('merge_aliases');
    await answer('Voeg samen');
    expect(heading()).toBe('stille haven');
    expect(said()).toBe('Alles staat nu onder stille haven.');
  });

  it('joins it with one that is chosen', async () => {
    const { heading } = await alias('stille have');
    await click(mainButton('Voeg samen met een andere'));
    await answer('Voeg samen');
    expect(words(dialog())).toContain('Kies eerst een schuilnaam.');
    choose('late trein');
    await answer('Voeg samen');
    expect(heading()).toBe('late trein');
    expect(document.activeElement).not.toBe(document.body);
  });

  it('closes the work after saying what it starts, and opens it again', async () => {
    const { press, heading, store } = await alias('late trein');
    await click(mainButton('Begeleiding afsluiten'));
    expect(words(dialog())).toContain('weg op maandag 21 december 2026');
    expect(words(dialog())).toContain('staat eerst een week bij Vandaag.');
    await answer('Laat het zo');
    expect(store.closed.size).toBe(0);
    await click(mainButton('Begeleiding afsluiten'));
    await answer('Sluit af');
    expect(said()).toBe('De begeleiding is afgesloten.');
    expect(all()).toContain('Begeleiding afgesloten op zaterdag 21 november 2026');
    expect(document.activeElement).not.toBe(document.body);
    await click(mainButton('Maak weer open'));
    expect(said()).toBe('De begeleiding is weer open.');
    expect(store.closed.size).toBe(0);
    await click(mainButton('Begeleiding afsluiten'));
    await answer('Sluit af');
    await press('Schrijf een vuistregel');
    expect(heading()).toBe('Vuistregels');
  });

  it('keeps the lesson of each entry once the work is closed, and comes back', async () => {
    const { heading, press, write, learned } = await alias('late trein');
    await click(mainButton('Begeleiding afsluiten'));
    await answer('Sluit af');
    expect(text('main li')[0]).toContain('Bewaar de les');
    await click(document.querySelector<HTMLElement>('main li button'));
    expect(heading()).toBe('Bewaar de les, niet de persoon');
    expect(current()).toBe('Terugblikken');
    expect(all()).toContain('omdat de begeleiding is afgesloten');
    expect(words(back())).toBe('late trein');
    write('Ik adem eerst, en praat dan.');
    await press('Bewaar de vuistregel');
    expect(heading()).toBe('late trein');
    expect(learned.rules.map(({ text: rule }) => rule)).toEqual(['Ik adem eerst, en praat dan.']);
    expect(said()).toContain('Je vuistregel is bewaard.');
  });

  it('saves an overview after saying that the page is open to who has it', async () => {
    const { backend } = await alias('late trein');
    expect(all()).toContain('Een inwoner kan het recht hebben om te zien');
    await click(mainButton('Overzicht bewaren'));
    expect(words(dialog())).toContain('De bladzijde is niet versleuteld.');
    expect(words(dialog())).toContain('De terugblikken gelden daarna als uitgevoerd.');
    expect(backend.commands).not.toContain('save_overview');
    await answer('Kies een plek');
    await shown();
    expect(all()).toContain('Het overzicht is bewaard: /home/noor/Documenten/overzicht.html');
    expect(text('main li')[0]).toContain('Uitgevoerd op zaterdag 21 november 2026');
  });

  it('erases all of it after saying exactly what, and says what came of it', async () => {
    const naming: Specimen = {
      daysAgo: 1,
      kind: null,
      alias: null,
      texts: ['ik dacht nog aan late trein'],
    };
    const { heading, store, backend } = await alias('late trein', {
      specimens: [...specimens, naming],
      backups: [{ daysAgo: 1 }, { daysAgo: 1, is: 'damaged' }],
      second: { kind: 'absent', path: '/media/noor/STICK' },
    });
    await click(mainButton('Alles wissen'));
    for (const what of ['ook in de prullenbak', 'voornemens', 'reservekopieën', 'ergens anders'])
      expect(words(dialog())).toContain(what);
    await answer('Laat staan');
    expect(backend.commands).not.toContain('erase_alias');
    await click(mainButton('Alles wissen'));
    await answer('Wis alles');
    expect(heading()).toBe('Schuilnamen');
    expect(document.activeElement?.tagName).toBe('H1');
    const told = words(document.querySelector('main [role=status]'));
    expect(told).toContain('late trein is gewist');
    expect(told).toContain('Ook uit één kopie is alles weg.');
    expect(told).toContain('Eén kopie kon niet worden aangepast.');
    expect(told).toContain('Je tweede plek is nu niet aangesloten.');
    expect(store.newestFirst.some(({ contact }) => contact?.alias === 'late trein')).toBe(false);
    await click(mainButton('Zoek waar'));
    await shown();
    expect(heading()).toBe('Terugblikken');
    expect(document.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe(
      'late trein',
    );
    expect(backend.requests('search_entries')).toMatchObject([
      { text: 'late trein', filters: { alias: null } },
    ]);
  });

  it('offers nothing that writes while a journal is only read', async () => {
    await alias('late trein', { opened: { onlyReading: { kind: 'asked' } } });
    expect(text('main h2')).toEqual(['Contacten in de tijd', 'Terugblikken']);
    expect(all()).not.toContain('Gaat weg op');
  });
});

describe('for who cannot see it', () => {
  it('the list and what came of erasing have names and roles', async () => {
    await aliases();
    expect(await faultsOfPage()).toEqual([]);
    const rows = [...document.querySelectorAll<HTMLElement>('main li button')];
    await click(rows.find((row) => words(row).startsWith('stille have ')));
    await click(mainButton('Alles wissen'));
    await answer('Wis alles');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('the page has names and roles', async () => {
    await alias('stille have');
    expect(await faultsOfPage()).toEqual([]);
  });

  it.each([
    'Geef een andere schuilnaam',
    'Voeg samen met een andere',
    'Begeleiding afsluiten',
    'Overzicht bewaren',
    'Alles wissen',
  ])('the dialog of "%s" has names and roles', async (button) => {
    await alias('stille have');
    await click(mainButton(button));
    expect(await faultsOfPage()).toEqual([]);
  });
});
