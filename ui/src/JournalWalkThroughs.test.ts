/** Walking through together, as it is prepared: chosen, covered, looked over, begun. */
import { afterEach, describe, expect, it } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { open, shown, type Window } from './JournalApp.test-helper';
import type { FakeJournalOptions } from './backend/fake-journal';
import type { EntryId, WalkThroughView } from './backend/contract';
import { speech } from './i18n/i18n.svelte';

const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const text = (selector: string): string[] => [...document.querySelectorAll(selector)].map(words);
const main = (): string => words(document.querySelector('main'));
const dialog = (): Element => {
  const found = document.querySelector('dialog[open]');
  if (found === null) throw new Error('a dialog is open');
  return found;
};
const sentences = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('article [role="button"]'),
];
const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('main input[type="checkbox"]'),
];

async function click(element: HTMLElement | null | undefined): Promise<void> {
  if (!element) throw new Error('it is there to be pressed');
  element.focus();
  element.click();
  await arrived();
}

/** The place comes by an import of its own. */
async function arrived(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await shown();
}

async function answer(label: string): Promise<void> {
  const all = [...dialog().querySelectorAll<HTMLElement>('button')];
  await click(all.find((button) => words(button) === label));
}

async function place(options: FakeJournalOptions = {}, explained = true): Promise<Window> {
  const window = await open(options);
  window.walkThroughs.explained = explained;
  await window.press('Samen doorlopen');
  await import('./features/walk-throughs/WalkThroughPlace.svelte');
  await arrived();
  return window;
}

/** The newest entries, prepared. */
function prepare(window: Window, count: number): WalkThroughView {
  const entries: EntryId[] = window.store.newestFirst.slice(0, count).map(({ id }) => id);
  return window.walkThroughs.prepare(entries);
}

/** One that is prepared already, on screen. */
async function preparing(count = 1, window?: Window): Promise<Window> {
  const there = window ?? (await place());
  prepare(there, count);
  await there.press('Vandaag');
  await there.press('Samen doorlopen');
  await arrived();
  await there.press('Nog zonder naam');
  await arrived();
  return there;
}

afterEach(() => {
  speech.language = 'nl';
});

describe('the place', () => {
  it('says once what a shown note becomes, before anything can be chosen', async () => {
    const { press, backend } = await place({}, false);
    expect(main()).toContain('niet meer alleen voor jouw ogen');
    expect(text('main button')).toEqual(['Ik heb dit gelezen']);
    expect(await faultsOfPage()).toEqual([]);
    await press('Ik heb dit gelezen');
    expect(backend.commands).toContain('explain_walk_throughs');
    expect(main()).not.toContain('niet meer alleen voor jouw ogen');
    expect(text('main button')).toEqual(['Kies terugblikken']);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('says so to who comes from a note, and goes on with that note then', async () => {
    const window = await open();
    await window.press('Terugblikken');
    const row = document.querySelector<HTMLElement>('main li button');
    await click(row);
    await window.press('Doorloop dit samen');
    await arrived();
    expect(main()).toContain('niet meer alleen voor jouw ogen');
    await window.press('Ik heb dit gelezen');
    expect(text('h1')).toEqual(['Kies terugblikken']);
    expect(
      boxes()
        .map(({ checked }) => checked)
        .slice(0, 2),
    ).toEqual([true, false]);
    await window.press('Ga verder');
    expect(text('article')).toHaveLength(1);
  });

  it('lists what is prepared and what is past, and asks anew at each visit', async () => {
    const window = await place();
    expect(main()).toContain('Je hebt nog niets klaargezet.');
    const { walkThrough } = prepare(window, 2);
    window.walkThroughs.change({
      walkThrough,
      forWhom: 'teamleider',
      question: '',
      minutes: 45,
      plannedOn: '2026-11-22' as never,
    });
    await window.press('Vandaag');
    await window.press('Samen doorlopen');
    await arrived();
    expect(text('main h2')).toEqual(['Klaargezet']);
    expect(text('.row .facts')).toEqual(['Voor teamleider Op zondag 22 november 2026']);
    expect(await faultsOfPage()).toEqual([]);
  });

  it('is only read where nothing can be written', async () => {
    const window = await place({ opened: { onlyReading: { kind: 'asked' } } }, false);
    expect(text('main button')).not.toContain('Kies terugblikken');
    expect(main()).not.toContain('niet meer alleen voor jouw ogen');
    window.walkThroughs.prepare(window.store.newestFirst.slice(0, 1).map(({ id }) => id));
    await window.press('Terugblikken');
    await window.press('Samen doorlopen');
    await arrived();
    await window.press('Nog zonder naam');
    await arrived();
    expect(sentences()).toEqual([]);
    expect(boxes()).toEqual([]);
    for (const label of ['Trek in', 'Wis dit', 'Bekijk wat te zien is', 'Haal eruit'])
      expect(text('main button')).not.toContain(label);
  });
});

describe('choosing notes', () => {
  it('needs one, and takes them in the order in which they are chosen', async () => {
    const { press, backend, store } = await place();
    await press('Kies terugblikken');
    await arrived();
    expect(boxes().length).toBeGreaterThan(2);
    expect(await faultsOfPage()).toEqual([]);
    await press('Ga verder');
    expect(main()).toContain('Kies eerst een terugblik.');
    expect(words(document.activeElement)).toBe('Kies eerst een terugblik.');
    await click(boxes()[1]);
    await click(boxes()[0]);
    expect(main()).toContain('2 terugblikken gekozen');
    await press('Ga verder');
    const [first, second] = store.newestFirst;
    expect(backend.requests('prepare_walk_through')).toEqual([
      { entries: [second?.id, first?.id] },
    ]);
    expect(text('h1')).toEqual(['Klaarzetten']);
    expect(text('article')).toHaveLength(2);
  });

  it('finds by words, and what was chosen stays chosen', async () => {
    const { press, clock, backend, store } = await place();
    await press('Kies terugblikken');
    await arrived();
    await click(boxes()[0]);
    const search = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!search) throw new Error('one can search');
    search.value = 'zzzz';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await clock.pass(1_000);
    await shown();
    expect(boxes()).toEqual([]);
    await press('Ga verder');
    expect(backend.requests('prepare_walk_through')).toEqual([
      { entries: [store.newestFirst[0]?.id] },
    ]);
  });

  it('adds to what is prepared, without what is there', async () => {
    const { press, store, walkThroughs } = await preparing();
    await press('Voeg terugblikken toe');
    await arrived();
    const before = store.newestFirst.length;
    expect(boxes()).toHaveLength(before - 1);
    await click(boxes()[0]);
    await press('Voeg toe');
    expect(walkThroughs.walks[0]?.pages).toHaveLength(2);
    expect(text('h1')).toEqual(['Klaarzetten']);
  });
});

describe('preparing', () => {
  it('is whole by keyboard and has no fault', async () => {
    await preparing(2);
    expect(await faultsOfPage()).toEqual([]);
    const stops = sentences().filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(document.querySelectorAll('article p[aria-describedby]').length);
  });

  it('covers a sentence and opens it, by a key too', async () => {
    const { key, walkThroughs } = await preparing();
    const covers = (): number =>
      walkThroughs.walks[0]?.pages[0]?.blocks[0]?.covers.length ?? Number.NaN;
    const [first] = sentences();
    if (!first) throw new Error('a sentence');
    expect(first.getAttribute('aria-pressed')).toBe('false');
    await click(first);
    expect(covers()).toBe(1);
    expect(sentences()[0]?.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(sentences()[0]);
    await key(' ');
    expect(covers()).toBe(0);
  });

  it('goes through the sentences of a text by arrows', async () => {
    const window = await place();
    const entry = window.store.newestFirst[0];
    const answered = entry?.answers[0];
    if (!entry || !answered) throw new Error('an answer');
    answered.text = 'Ze huilde. Ik was stil. Toen niet meer.';
    await preparing(1, window);
    const [first] = sentences();
    first?.focus();
    await window.key('ArrowRight');
    expect(words(document.activeElement)).toBe('Ik was stil.');
    await window.key('End');
    expect(words(document.activeElement)).toBe('Toen niet meer.');
    await window.key('Enter');
    expect(window.walkThroughs.walks[0]?.pages[0]?.blocks[0]?.covers).toEqual([
      { start: 24, end: 39 },
    ]);
  });

  it('covers exactly the passage that is selected', async () => {
    const window = await place();
    const answered = window.store.newestFirst[0]?.answers[0];
    if (!answered) throw new Error('an answer');
    answered.text = 'Ze huilde. Ik was stil.';
    await preparing(1, window);
    const node = sentences()[1]?.querySelector('span')?.firstChild;
    if (!node) throw new Error('words');
    const range = document.createRange();
    range.setStart(node, 7);
    range.setEnd(node, 11);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    const moves = (kind: string, clientX: number): void => {
      sentences()[1]?.dispatchEvent(new MouseEvent(kind, { bubbles: true, clientX }));
    };
    moves('pointerdown', 10);
    moves('pointerup', 60);
    sentences()[1]?.click();
    await shown();
    expect(window.walkThroughs.walks[0]?.pages[0]?.blocks[0]?.covers).toEqual([
      { start: 18, end: 22 },
    ]);
    expect(text('article .over')[0]).toBe('stil');
    // A second click would select a word, and nobody chose that.
    selection?.selectAllChildren(sentences()[0]!);
    moves('pointerdown', 10);
    moves('pointerup', 10);
    sentences()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await shown();
    expect(window.walkThroughs.walks[0]?.pages[0]?.blocks[0]?.covers).toHaveLength(1);
    // The next press is one again.
    await click(sentences()[0]);
    expect(window.walkThroughs.walks[0]?.pages[0]?.blocks[0]?.covers).toHaveLength(2);
  });

  it('has feelings covered, and one switch opens or covers an answer', async () => {
    const window = await place();
    const feels = window.store.newestFirst[0]?.answers.find(
      ({ field }) => field.kind === 'feeling',
    );
    if (!feels) throw new Error('the newest entry says how it was');
    feels.text = 'Machteloos.';
    await preparing(1, window);
    const blocks = [...document.querySelectorAll('article .block')];
    const feeling = blocks.find((block) => words(block).includes('Machteloos.'));
    const box = feeling?.querySelector('input');
    expect(box?.checked).toBe(true);
    await click(box);
    const stored = (): unknown =>
      window.walkThroughs.walks[0]?.pages[0]?.blocks.find(({ label }) => label.kind === 'feeling')
        ?.covers;
    expect(stored()).toEqual([]);
    await click(box);
    expect(stored()).toEqual([{ start: 0, end: 11 }]);
  });

  it('says what points at a person, to be replaced or covered', async () => {
    const window = await place();
    const answered = window.store.newestFirst[0]?.answers[0];
    if (!answered) throw new Error('an answer');
    answered.text = 'Mevrouw Jansen belde. Fatima ook.';
    await preparing(1, window);
    await shown();
    expect(window.backend.requests('mirror_text').every(({ forOthers }) => forOthers)).toBe(true);
    expect(text('.found .words')).toEqual(['Jansen', 'Fatima']);
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Vervang door [naam]');
    await window.clock.pass(1_000);
    await shown();
    const block = window.walkThroughs.walks[0]?.pages[0]?.blocks[0];
    expect(block?.text).toBe('Mevrouw [naam] belde. Fatima ook.');
    expect(answered.text).toContain('Jansen');
    expect(text('.found .words')).toEqual(['Fatima']);
    await window.press('Dek af');
    expect(text('.found .words')).toEqual([]);
    expect(text('article .over')[0]).toBe('Fatima');
  });

  it('puts pages in another order, and the focus goes along', async () => {
    const { store, walkThroughs } = await preparing(2);
    const [one, other] = store.newestFirst;
    const later = (): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>('article footer button')].filter(
        (button) => words(button) === 'Zet later',
      );
    const first = document.querySelector('article');
    await click(later()[0]);
    expect(walkThroughs.walks[0]?.pages.map(({ entry }) => entry)).toEqual([other?.id, one?.id]);
    expect(first?.contains(document.activeElement)).toBe(true);
    expect(words(document.querySelector('main [role="status"].visually-hidden'))).toContain(
      'nummer 2',
    );
  });

  it('keeps for whom, what for, how long and when', async () => {
    const window = await preparing();
    const { backend, press } = window;
    const [whom, question] = document.querySelectorAll<HTMLInputElement>('input[type="text"]');
    if (!whom || !question) throw new Error('two lines');
    whom.value = 'teamleider';
    whom.dispatchEvent(new Event('input', { bubbles: true }));
    whom.dispatchEvent(new Event('change', { bubbles: true }));
    await shown();
    question.value = 'Mevrouw Jansen, en nu?';
    question.dispatchEvent(new Event('input', { bubbles: true }));
    await window.clock.pass(1_000);
    await shown();
    expect(backend.requests('change_walk_through').at(-1)?.question).toBe('Mevrouw Jansen, en nu?');
    // Who looks along sees it, so the mirror looks at it too.
    expect(text('.plan .words')).toEqual(['Jansen']);
    await press('45 minuten');
    await press('Op een dag');
    expect(await faultsOfPage()).toEqual([]);
    const day = document.querySelector<HTMLInputElement>('input[type="date"]');
    if (!day) throw new Error('a day');
    day.value = '2026-11-24';
    day.dispatchEvent(new Event('input', { bubbles: true }));
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await shown();
    expect(backend.requests('change_walk_through').at(-1)).toMatchObject({
      forWhom: 'teamleider',
      minutes: 45,
      plannedOn: '2026-11-24',
    });
  });

  it('says what changed since, and takes it over again or takes it out', async () => {
    const window = await place();
    await preparing(2, window);
    const [one, other] = window.store.newestFirst;
    if (!one?.answers[0] || !other) throw new Error('two entries');
    one.answers[0].text = 'Anders.';
    other.binnedAt = window.store.now();
    await window.press('Vandaag');
    await window.press('Samen doorlopen');
    await arrived();
    await window.press('Nog zonder naam');
    await arrived();
    expect(main()).toContain('Deze terugblik is veranderd nadat je hem klaarzette.');
    expect(main()).toContain('Deze terugblik ligt in de prullenbak.');
    expect(text('.go button')).toEqual(['Bekijk wat te zien is']);
    await window.press('Bekijk wat te zien is');
    expect(window.backend.commands).not.toContain('preview_walk_through');
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Neem opnieuw over');
    expect(main()).not.toContain('Deze terugblik is veranderd');
    await window.press('Haal eruit');
    const out = [...document.querySelectorAll<HTMLElement>('.notice button')];
    for (const button of out) await click(button);
    expect(main()).not.toContain('prullenbak');
  });

  it('is withdrawn and prepared again, and erased after a question', async () => {
    const { press, walkThroughs } = await preparing();
    await press('Trek in');
    expect(main()).toContain('Ingetrokken op zaterdag 21 november 2026.');
    expect(sentences()).toEqual([]);
    expect(await faultsOfPage()).toEqual([]);
    await press('Zet weer klaar');
    expect(sentences().length).toBeGreaterThan(0);
    await press('Wis dit');
    await answer('Laat staan');
    expect(walkThroughs.walks).toHaveLength(1);
    await press('Wis dit');
    await answer('Wis');
    expect(walkThroughs.walks).toEqual([]);
    expect(text('h1')).toEqual(['Samen doorlopen']);
  });
});

describe('looking it over', () => {
  it('goes page by page on a stage, and only its end makes it ready', async () => {
    const { press, key, walkThroughs, backend } = await preparing(2);
    await press('Bekijk wat te zien is');
    expect(document.querySelector('nav')).toBeNull();
    expect(text('.stage article')).toHaveLength(1);
    expect(main()).not.toMatch(/Blauwe reiger/);
    expect(await faultsOfPage()).toEqual([]);
    await press('Volgende');
    expect(walkThroughs.walks[0]?.lookedOver).toBe(false);
    await key('ArrowRight');
    expect(main()).toContain('Dit is alles wat te zien is');
    expect(walkThroughs.walks[0]?.lookedOver).toBe(true);
    expect(words(document.activeElement)).toBe('Dit is alles wat te zien is');
    expect(await faultsOfPage()).toEqual([]);
    await press('Begin samen');
    expect(words(dialog())).toContain('Je dagboek gaat eerst dicht.');
    await answer('Nog niet');
    expect(backend.commands).not.toContain('start_walk_through');
    await press('Begin samen');
    await answer('Begin');
    expect(backend.commands).toContain('start_walk_through');
    expect(text('article')).toEqual([]);
    expect(document.body.textContent).not.toContain('Dit is alles');
  });

  it('is left by Escape, back to preparing', async () => {
    const { press, key } = await preparing();
    await press('Bekijk wat te zien is');
    await key('Escape');
    expect(text('h1')).toEqual(['Klaarzetten']);
    expect(text('.go button')).toEqual(['Bekijk wat te zien is']);
  });

  it('can begin later without another look, until something changes', async () => {
    const { press, key } = await preparing();
    await press('Bekijk wat te zien is');
    await key('ArrowRight');
    await press('Bewaar voor later');
    expect(text('.go button')).toEqual(['Begin samen', 'Bekijk het nog eens']);
    await click(sentences()[0]);
    expect(text('.go button')).toEqual(['Bekijk wat te zien is']);
    expect(main()).toContain('is er iets veranderd');
  });

  it('shows nothing of what is covered', async () => {
    const window = await place();
    const answered = window.store.newestFirst[0]?.answers[0];
    if (!answered) throw new Error('an answer');
    answered.text = 'Geheim. Wel te zien.';
    await preparing(1, window);
    await click(sentences()[0]);
    await window.press('Bekijk wat te zien is');
    expect(main()).toContain('Wel te zien.');
    expect(main()).not.toContain('Geheim');
    expect(main()).toContain('afgedekt');
  });
});

describe('a past one', () => {
  it('keeps when, for whom, what was seen and the card, until it is erased', async () => {
    const window = await place();
    const { walkThrough } = prepare(window, 1);
    window.walkThroughs.change({
      walkThrough,
      forWhom: 'collega',
      question: 'Deed ik dit goed?',
      minutes: 30,
      plannedOn: null,
    });
    const walk = window.walkThroughs.walks[0];
    if (!walk) throw new Error('one');
    walk.lookedOver = true;
    window.walkThroughs.begin(walkThrough);
    window.walkThroughs.end(
      walkThrough,
      { kind: 'time' },
      { state: 'kept', takeAlong: 'Eerder bellen.' },
    );
    await window.press('Vandaag');
    await window.press('Samen doorlopen');
    await arrived();
    await window.press('Voor collega');
    await arrived();
    expect(text('h1')).toEqual(['Voor collega']);
    expect(main()).toContain('Deed ik dit goed?');
    expect(main()).toContain('omdat de tijd voorbij was');
    expect(main()).toContain('Wat ik meeneem Eerder bellen.');
    expect(main()).not.toContain('Wat we bespraken');
    expect(text('article')).toHaveLength(1);
    expect(sentences()).toEqual([]);
    expect(await faultsOfPage()).toEqual([]);
    await window.press('Wis dit');
    await answer('Wis');
    expect(window.walkThroughs.walks).toEqual([]);
  });
});

describe('a card on which nothing was decided', () => {
  it('is still written on the page about it, and is there when one comes back', async () => {
    const window = await place();
    const { walkThrough } = prepare(window, 1);
    window.walkThroughs.lookOver(walkThrough);
    window.walkThroughs.begin(walkThrough);
    window.walkThroughs.end(walkThrough, { kind: 'asked' });
    await window.press('Vandaag');
    await window.press('Samen doorlopen');
    await arrived();
    expect(text('.row .facts')).toEqual([
      'Nog zonder naam Getoond op zaterdag 21 november 2026 Kaart nog open',
    ]);
    await window.press('Nog zonder naam');
    await arrived();
    expect(main()).toContain('Deze kaart is nog open.');
    expect(await faultsOfPage()).toEqual([]);
    window.write('Over stilte.');
    await window.press('Samen doorlopen');
    await arrived();
    await window.press('Nog zonder naam');
    await arrived();
    expect(window.textarea().value).toBe('Over stilte.');
    await window.press('Bewaar de kaart');
    expect(window.walkThroughs.walks[0]?.card).toMatchObject({
      state: 'kept',
      discussed: 'Over stilte.',
    });
  });
});

describe('in English', () => {
  it('says the same', async () => {
    const window = await open({ appearance: { language: 'en' } });
    window.walkThroughs.explained = true;
    prepare(window, 1);
    await window.press('Walk through together');
    await arrived();
    expect(text('main h2')).toEqual(['Prepared']);
    expect(text('main button')[0]).toBe('Choose entries');
  });
});
