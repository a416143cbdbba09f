/** Practising on screen: setting up a round, going through it by keyboard and by mouse, and leaving it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, page, shown, type Window } from './JournalApp.test-helper';
import { specimens } from './backend/fake-content';
import type { FakeJournalOptions } from './backend/fake-journal';

const words = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => words(document.querySelector('main'));
const said = (): string => words(document.querySelector('main > .said'));
const step = (): string => words(document.querySelector('main h2'));
const seats = (): Element[] => [...document.querySelectorAll('.seats article')];
const dialog = (): Element | null => document.querySelector('dialog[open]');
const alt = { altKey: true };

beforeEach(() => {
  // Every draw takes the first of what is left.
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint32Array) array.fill(0);
    return array;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The page on which a round is set up, with a case that is chosen already. */
async function setUp(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await open(options);
  await window.press('Handboek');
  await window.press('Verzonnen casussen');
  await window.press('De dichte envelop');
  await window.press('Oefen met deze casus');
  return window;
}

async function round(options: FakeJournalOptions = {}): Promise<Window> {
  const window = await setUp(options);
  await window.press('Begin');
  return window;
}

async function inSeat(at: number, label: string): Promise<void> {
  const buttons = [...(seats()[at]?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => words(one) === label);
  if (!button) throw new Error(`seat ${at} has a button ${label}`);
  button.focus();
  button.click();
  await shown();
}

async function choose(select: HTMLSelectElement | null | undefined, value: string): Promise<void> {
  if (!select) throw new Error('there is something to choose from');
  select.value = value;
  // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
  select.querySelector = () => select.options[select.selectedIndex] ?? null;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await shown();
}

async function type(typed: string, at = 0): Promise<void> {
  const area = document.querySelectorAll<HTMLTextAreaElement>('main textarea')[at];
  if (!area) throw new Error('there is a field');
  area.value = typed;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
}

describe('setting up', () => {
  it('says what it is and what it is not, and has the case that was chosen', async () => {
    const { heading } = await setUp();
    expect(heading()).toBe('Oefenen');
    expect(main()).toContain('Er zijn geen punten en er is geen winnaar.');
    expect(main()).toContain('Uit je dagboek komt niets op het scherm.');
    expect(main()).toContain('Wat jullie typen, wordt niet bewaard.');
    const select = document.querySelector<HTMLSelectElement>('main select');
    expect(select?.selectedOptions[0]?.textContent).toBe('De dichte envelop');
  });

  it('leaves the case to be drawn, for as many people as there are', async () => {
    const { press } = await setUp();
    await choose(document.querySelector<HTMLSelectElement>('main select'), '');
    await press('4');
    await press('Begin');
    expect(words(document.querySelector('main h3'))).toBe('De dichte envelop');
    await press('Rollen');
    expect(seats()).toHaveLength(4);
  });
});

describe('a round', () => {
  it('is on a stage: no navigation, no journal, nothing of it by a key', async () => {
    const { key } = await round({ specimens });
    expect(document.querySelector('nav[aria-label="Onderdelen"], .shell > header')).toBeNull();
    const written = specimens.flatMap(({ texts }) => texts).filter((one) => one.length > 20);
    for (const one of written) expect(page()).not.toContain(one);
    await key('n', control);
    expect(said()).toBe('Sluit eerst dit scherm. Dan zie je je dagboek weer.');
    await key('f', control);
    await key('Home', alt);
    await key('F1');
    expect(main()).toContain('Op tafel ligt een stapel brieven.');
  });

  it('goes by keyboard from the case to a rule that is kept', async () => {
    const { key, backend, heading } = await round();
    const steps = [step()];
    expect(document.activeElement).toBe(document.querySelector('main h2'));
    for (let at = 0; at < 5; at += 1) {
      await key('ArrowRight', alt);
      steps.push(step());
      expect(document.activeElement).toBe(document.querySelector('main h2'));
    }
    expect(steps).toEqual([
      'Casus',
      'Rollen',
      'Kaarten',
      'Wissel van rol',
      'Vergelijk',
      'Vuistregel',
    ]);
    await key('ArrowRight', alt);
    expect(step()).toBe('Vuistregel');
    await type('Ik vraag eerst wat er in de brief staat.');
    await key('Enter', control);
    expect(backend.requests('keep_rule')).toEqual([
      { text: 'Ik vraag eerst wat er in de brief staat.' },
    ]);
    expect(heading()).toBe('Oefenen');
    expect(said()).toBe('De vuistregel is bewaard.');
  });

  it('goes back by keyboard, and to any step by its name', async () => {
    const { key, press } = await round();
    await press('Vergelijk');
    expect(text('nav [aria-current=step]')).toEqual(['Vergelijk']);
    await key('ArrowLeft', alt);
    expect(step()).toBe('Wissel van rol');
    await press('Vorige stap');
    expect(step()).toBe('Kaarten');
  });

  it('puts another case on the table, until somebody wrote about this one', async () => {
    const { press } = await round();
    await press('Andere casus');
    expect(words(document.querySelector('main h3'))).toBe('De sleutel van de buurvrouw');
    await press('Rollen');
    await inSeat(0, 'Laat zien');
    await type('ik zie het zo');
    await press('Casus');
    expect(text('main button')).not.toContain('Andere casus');
  });
});

describe('roles', () => {
  it('show what only they know when that person asks, and to one at a time', async () => {
    const { press } = await round();
    await press('Rollen');
    expect(main()).not.toContain('Je moet vandaag een handtekening hebben.');
    await inSeat(0, 'Laat zien');
    expect(words(seats()[0] ?? null)).toContain('Je moet vandaag een handtekening hebben.');
    expect(words(seats()[0] ?? null)).toContain('De anderen kijken even weg.');
    const button = document.activeElement;
    expect(button?.getAttribute('aria-expanded')).toBe('true');
    await inSeat(1, 'Laat zien');
    expect(main()).not.toContain('Je moet vandaag een handtekening hebben.');
    expect(words(seats()[1] ?? null)).toContain('Je was hier vorige week al.');
    await inSeat(1, 'Verberg');
    expect(main()).not.toContain('Je was hier vorige week al.');
  });

  it('say that nothing of what is typed is kept, and keep nothing', async () => {
    const { press, backend } = await round();
    await press('Rollen');
    const before = backend.calls.length;
    await inSeat(0, 'Laat zien');
    expect(words(seats()[0] ?? null)).toContain('Dit wordt niet bewaard.');
    await type('Het is een kwestie van tijd.');
    await inSeat(0, 'Verberg');
    expect(main()).not.toContain('kwestie van tijd');
    expect(backend.calls.slice(before)).toEqual([]);
  });

  it('can be taken by hand, also one that another has', async () => {
    const { press } = await round();
    await press('Rollen');
    await choose(seats()[1]?.querySelector('select'), 'consulent');
    const taken = seats().map((seat) => seat.querySelector('select')?.value);
    expect(taken).toEqual(['consulent', 'consulent']);
  });

  it('move one on, and are compared beside each other with what was said in each', async () => {
    const { press } = await round();
    await press('Rollen');
    await inSeat(0, 'Laat zien');
    await type('Zonder handtekening kan ik niets.');
    await press('Wissel van rol');
    await press('Schuif iedereen één rol door');
    expect(words(seats()[0] ?? null)).toContain('Was net: Consulent');
    await inSeat(0, 'Laat zien');
    await type('Eerst kijken wat er in huis is.');
    await press('Vergelijk');
    expect(text('.views h3')).toEqual(['Persoon 1']);
    expect(text('.views h4')).toEqual(['Consulent', 'Sociaal werker']);
    expect(text('.views p')).toEqual([
      'Zonder handtekening kan ik niets.',
      'Eerst kijken wat er in huis is.',
    ]);
  });

  it('are one for who is alone, who takes the next', async () => {
    const { press } = await setUp();
    await press('1');
    await press('Begin');
    await press('Rollen');
    expect(text('.seats h3')).toEqual(['Jij']);
    await inSeat(0, 'Laat zien');
    expect(main()).not.toContain('kijken even weg');
    await press('Wissel van rol');
    await press('Neem de volgende rol');
    expect(seats()[0]?.querySelector('select')?.value).toBe('sociaal-werker');
  });
});

describe('cards', () => {
  it('lie on the table one at a time, and are heard when they are turned', async () => {
    const { press } = await round();
    await press('Kaarten');
    const table = (): string[] => text('main section [role=status]');
    expect(table()).toEqual(['']);
    await press('Trek een kijkkaart');
    expect(table()[0]).toContain('Kijkkaart Geld');
    await press('Trek een woordkaart');
    expect(table()[0]).toContain('Woordkaart gemotiveerd');
    expect(table()[0]).not.toContain('Geld');
  });
});

describe('the end', () => {
  it('can begin as the handbook offers, and goes through the mirror', async () => {
    const { clock, press } = await round();
    await press('Vuistregel');
    await press('Ik vraag eerst …');
    const area = document.querySelector('textarea');
    expect(area?.value).toBe('Ik vraag eerst ');
    expect(document.activeElement).toBe(area);
    await type('Ik vraag eerst hoe het met Fatima is.');
    await clock.pass(300);
    await shown();
    expect(main()).toContain('Wijst dit een persoon aan?');
  });

  it('is as good without a rule: both ways look the same', async () => {
    const { press, backend, heading } = await round();
    await press('Vuistregel');
    const ends = [...document.querySelectorAll('.ends button')];
    expect(ends.map(words)).toEqual(['Bewaar deze vuistregel', 'Rond af zonder vuistregel']);
    expect(new Set(ends.map(({ className }) => className)).size).toBe(1);
    await press('Rond af zonder vuistregel');
    expect(heading()).toBe('Oefenen');
    expect(backend.requests('keep_rule')).toEqual([]);
  });

  it('keeps the sentence on screen when it could not be kept', async () => {
    const { press, backend } = await round();
    backend.failNext('keep_rule', { code: 'disk-full' });
    await press('Vuistregel');
    await type('Ik wacht even.');
    await press('Bewaar deze vuistregel');
    expect(step()).toBe('Vuistregel');
    expect(document.querySelector('textarea')?.value).toBe('Ik wacht even.');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
  });

  it('keeps nothing while the journal is only read', async () => {
    const { press } = await round({ opened: { onlyReading: { kind: 'asked' } } });
    await press('Vuistregel');
    expect(document.querySelector('main textarea')).toBeNull();
    expect(text('.ends button')).toEqual(['Rond af zonder vuistregel']);
  });
});

describe('leaving', () => {
  it('asks nothing when nothing was typed', async () => {
    const { key, heading } = await round();
    await key('Escape');
    expect(heading()).toBe('Oefenen');
    expect(text('main button')).toContain('Begin');
    expect(document.querySelector('.shell > header')).not.toBeNull();
  });

  it('asks once when something was', async () => {
    const { key, press } = await round();
    await press('Rollen');
    await inSeat(0, 'Laat zien');
    await type('iets');
    await key('Escape');
    expect(words(dialog())).toContain('Stoppen met oefenen?');
    await press('Ga verder');
    expect(dialog()).toBeNull();
    expect(document.querySelector('textarea')?.value).toBe('iets');
    await press('Sluit dit scherm');
    const close = [...(dialog()?.querySelectorAll('button') ?? [])].at(-1);
    close?.click();
    await shown();
    expect(text('main button')).toContain('Begin');
  });

  it('leaves no word of it in the window', async () => {
    const { press } = await round();
    await press('Rollen');
    await inSeat(0, 'Laat zien');
    await type('dit blijft hier');
    await press('Sluit dit scherm');
    [...(dialog()?.querySelectorAll('button') ?? [])].at(-1)?.click();
    await shown();
    expect(page()).not.toContain('dit blijft hier');
  });
});

describe('for a screen reader', () => {
  it('has no fault on any of its screens', { timeout: 60_000 }, async () => {
    const { press } = await setUp();
    expect(await faultsOfPage()).toEqual([]);
    await press('3');
    await press('Begin');
    for (const name of [
      'Casus',
      'Rollen',
      'Kaarten',
      'Wissel van rol',
      'Vergelijk',
      'Vuistregel',
    ]) {
      await press(name);
      if (name === 'Rollen') {
        await inSeat(0, 'Laat zien');
        await type('zo zie ik het');
      }
      if (name === 'Kaarten') await press('Trek een kijkkaart');
      expect(await faultsOfPage(), name).toEqual([]);
    }
    await press('Sluit dit scherm');
    expect(await faultsOfPage()).toEqual([]);
  });
});
