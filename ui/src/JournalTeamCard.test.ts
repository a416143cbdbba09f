/** The team card: collected, talked about, looked over, and shown to others. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import { fillLearned } from './backend/fake-learned-specimens';
import type { FakeJournalOptions } from './backend/fake-journal';
import { specimens } from './backend/fake-content';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => words(document.querySelector('main'));
const said = (): string => words(document.querySelector('main > .said'));
const dialog = (): Element => {
  const found = document.querySelector('dialog[open]');
  if (found === null) throw new Error('a dialog is open');
  return found;
};
const buttons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main button')];
const points = (): string[] => text('.card .kept .reading');
const page = (): string => words(document.querySelector('.page'));

async function click(element: HTMLElement | null | undefined): Promise<void> {
  if (!element) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await shown();
}

async function answer(label: string): Promise<void> {
  const all = [...dialog().querySelectorAll<HTMLElement>('button')];
  await click(all.find((button) => words(button) === label));
}

async function card(options: FakeJournalOptions = {}, filled = true): Promise<Window> {
  const window = await open(options);
  if (filled) fillLearned(window.learned);
  await window.press('Leren');
  await window.press('Teamkaart');
  return window;
}

/** Nothing is laid out here: each part is as high as this, in a window that is large. */
function laidOut(height: number, room: number): void {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
    DOMRect.fromRect({ height }),
  );
  vi.stubGlobal('innerHeight', room);
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

afterEach(() => {
  speech.language = 'nl';
});

describe('the team card', () => {
  it('stands by theme, in the order of the handbook', async () => {
    await card();
    expect(text('.card h3')).toEqual(['Ruimte geven', 'Samen als team', 'Zonder thema']);
    expect(points()).toHaveLength(4);
    expect(main()).not.toContain('overdragen bij vakantie');
    expect(await faultsOfPage()).toEqual([]);
  });

  it('proposes the theme of a shared approach for something new', async () => {
    const { press, write, backend, textarea } = await card({}, false);
    expect(main()).toContain('Er staat nog niets op je teamkaart');
    expect(text('main button')).not.toContain('Toon groot');
    const select = document.querySelector('select');
    expect(select?.selectedOptions[0]?.textContent).toBe('Samen als team');
    expect([...(select?.options ?? [])].map(words).at(-1)).toBe('Zonder thema');
    await press('Zet op de kaart');
    expect(main()).toContain('Schrijf eerst op wat je wilt meenemen.');
    expect(document.activeElement).toBe(textarea());
    write('Wie belt terug?');
    await press('Zet op de kaart');
    expect(backend.requests('keep_team_point')).toEqual([
      { theme: 'team', text: 'Wie belt terug?' },
    ]);
    expect(points()).toEqual(['Wie belt terug?']);
    expect(textarea().value).toBe('');
    expect(document.activeElement).toBe(textarea());
    expect(await faultsOfPage()).toEqual([]);
  });

  it('is changed in place, to another theme too', async () => {
    const { press, learned } = await card();
    await press('Verander');
    const select = [...document.querySelectorAll('select')][1];
    if (!select) throw new Error('it is being changed');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    select.value = 'klein';
    // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
    select.querySelector = () => select.options[select.selectedIndex] ?? null;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await shown();
    await press('Bewaar');
    expect(text('.card h3')).toEqual(['Samen als team', 'Leren in het klein', 'Zonder thema']);
    expect(learned.points.find(({ theme }) => theme === 'klein')?.text).toContain('klok');
    expect(said()).toBe('De kaart is aangepast.');
  });

  it('keeps a theme that no pack has any more', async () => {
    const { press, learned, backend } = await open();
    const kept = learned.keepPoint({ theme: null, text: 'Oud.' });
    learned.points = [{ ...kept, theme: 'weg' }];
    await press('Leren');
    await press('Teamkaart');
    await press('Verander');
    const select = [...document.querySelectorAll('select')][1];
    expect(select?.value).toBe('weg');
    const area = [...document.querySelectorAll('textarea')][1];
    if (!area) throw new Error('it is being changed');
    area.value = 'Oud, anders.';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await press('Bewaar');
    expect(backend.requests('change_team_point')[0]?.draft.theme).toBe('weg');
    expect(points()).toEqual(['Oud, anders.']);
  });

  it('loses what was talked about, which can come back', async () => {
    const { press } = await card();
    await click(buttons().find((button) => words(button) === 'Besproken'));
    expect(said()).toBe('Besproken. Je vindt het terug onder de kaart.');
    expect(words(document.activeElement)).toBe('Op de kaart');
    expect(points()).toHaveLength(3);
    await press('Wat jullie bespraken');
    expect(text('.discussed .kept').join()).toContain('Besproken op zaterdag 21 november 2026');
    expect(text('.discussed .kept').join()).toContain('Samen als team');
    expect(await faultsOfPage()).toEqual([]);
    await press('Zet terug op de kaart');
    expect(points()).toHaveLength(4);
    expect(said()).toBe('Het staat weer op de kaart.');
  });

  it('erases a point after a question', async () => {
    const { press, learned } = await card();
    await press('Wis');
    await answer('Laat staan');
    expect(learned.points).toHaveLength(5);
    await press('Wis');
    await answer('Wis');
    expect(learned.points).toHaveLength(4);
    expect(said()).toBe('Het punt is gewist.');
  });

  it('waits half written for who looks elsewhere first', async () => {
    const { press, write, textarea } = await card();
    write('half');
    await shown();
    await press('Handboek');
    await press('Leren');
    await press('Teamkaart');
    expect(textarea().value).toBe('half');
  });

  it('is only read where nothing can be written, and can be shown', async () => {
    await card({ opened: { onlyReading: { kind: 'asked' } } });
    expect(points()).toHaveLength(4);
    expect(document.querySelector('textarea')).toBeNull();
    for (const label of ['Verander', 'Besproken', 'Wis', 'Bewaar als pagina'])
      expect(text('main button')).not.toContain(label);
    expect(text('main button')).toContain('Toon groot');
  });
});

describe('before others see it', () => {
  const withName = async (): Promise<Window> => {
    const window = await open();
    fillLearned(window.learned);
    window.learned.keepPoint({ theme: 'team', text: 'Mevrouw Jansen belde drie keer.' });
    await window.press('Leren');
    await window.press('Teamkaart');
    return window;
  };

  it('is said what points at a person, and where it stands', async () => {
    const { press, textarea } = await withName();
    expect(main()).toContain('Hier staat nog iets dat naar een persoon wijst.');
    expect(text('main li:has(.words)')[0]).toContain(
      'Jansen naam Samen als team: Mevrouw Jansen belde drie keer.',
    );
    expect(await faultsOfPage()).toEqual([]);
    await press('Kijk het na');
    expect(document.activeElement).toBe([...document.querySelectorAll('textarea')][1]);
    expect(document.activeElement).not.toBe(textarea());
  });

  it('has no alias in it either, which elsewhere is nobody', async () => {
    const window = await open({ specimens });
    window.learned.keepPoint({ theme: 'team', text: 'Met de Blauwe reiger belde niemand terug.' });
    await window.press('Leren');
    await window.press('Teamkaart');
    expect(text('main li:has(.words)')[0]).toContain('Blauwe reiger schuilnaam Samen als team');
    await window.press('Kijk het na');
    expect(text('main .words')).toEqual(['Blauwe reiger', 'Blauwe reiger']);
  });

  it('never stands in the way of showing it', async () => {
    const { press, heading } = await withName();
    await press('Toon groot');
    expect(heading()).toBe('Teamkaart');
    expect(text('dialog[open] .notice')).toEqual([
      'Hier staat nog iets dat naar een persoon wijst.',
    ]);
    await answer('Laat het zo');
    expect(document.querySelector('.stage .page')).toBeNull();
    await press('Toon groot');
    await answer('Laat toch zien');
    expect(page()).toContain('Mevrouw Jansen belde drie keer.');
  });

  it('waits for the answer, and shows at once what holds nobody', async () => {
    const { press, backend, learned } = await open();
    learned.keepPoint({ theme: null, text: 'Wie belt terug?' });
    await press('Leren');
    backend.hold('mirror_text');
    await press('Teamkaart');
    await press('Toon groot');
    expect(document.querySelector('.stage .page')).toBeNull();
    backend.release('mirror_text');
    await shown();
    expect(page()).toBe('Zonder thema Wie belt terug?');
  });

  it('is saved as a page where the person chooses', async () => {
    const { press, backend } = await card();
    await press('Bewaar als pagina');
    expect(words(dialog())).toContain('Wat besproken is, staat er niet in.');
    await answer('Kies een plek');
    expect(backend.requests('save_learned')).toEqual([{ what: 'team-card' }]);
    expect(main()).toContain('/home/noor/Documenten/geleerd.html');
  });
});

describe('shown to others', () => {
  it('is themes and points, and nothing else of the journal', async () => {
    const { press, backend } = await card();
    await press('Toon groot');
    expect(document.querySelector('nav')).toBeNull();
    expect(text('main button')).toEqual(['Sluit dit scherm']);
    expect(text('.page h2')).toEqual(['Ruimte geven', 'Samen als team', 'Zonder thema']);
    expect(text('.page li')).toHaveLength(4);
    expect(main()).not.toMatch(/\d/);
    expect(main()).not.toContain('Besproken');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(await faultsOfPage()).toEqual([]);
    expect(backend.commands).not.toContain('save_learned');
  });

  it('is left by Escape, and nothing else leads away', async () => {
    const { press, key, heading } = await card();
    await press('Toon groot');
    await key('n', control);
    expect(page()).not.toBe('');
    await key('Escape');
    expect(text('main h1')).toEqual(['Teamkaart']);
    expect(document.querySelector('.page')).toBeNull();
    expect(heading()).toBe('Teamkaart');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('turns its pages by the arrow keys where a screen does not hold it', async () => {
    const { press, key } = await card();
    laidOut(100, 460);
    await press('Toon groot');
    // A theme and a point are two hundred high together; a page has three hundred and some.
    expect(page()).toBe(
      'Ruimte geven Onze spreekkamers hebben een klok boven de deur. Kan die weg?',
    );
    expect(text('main button')).toEqual(['Sluit dit scherm', 'Vorige', 'Volgende']);
    expect(await faultsOfPage()).toEqual([]);
    await key('ArrowLeft');
    expect(page()).toContain('Ruimte geven');
    await key('ArrowRight');
    expect(page()).toContain('Samen als team Wat zeggen we');
    expect(page()).toContain('Wie kijkt mee');
    await key('PageDown');
    expect(page()).toContain('Zonder thema');
    await key('ArrowRight');
    expect(page()).toContain('Zonder thema');
    await key('Home');
    expect(page()).toContain('Ruimte geven');
    await key('End');
    expect(page()).toContain('Zonder thema');
    await press('Vorige');
    expect(page()).toContain('Samen als team');
  });

  it('goes on with what stood at the top when the window changes', async () => {
    const { press, key } = await card();
    laidOut(100, 360);
    await press('Toon groot');
    await key('ArrowRight');
    await key('ArrowRight');
    expect(page()).toBe('Samen als team Wie kijkt mee bij een eerste maatregel?');
    laidOut(100, 460);
    globalThis.dispatchEvent(new Event('resize'));
    await shown();
    expect(page()).toContain('Samen als team');
    expect(page()).toContain('Wie kijkt mee');
  });
});
