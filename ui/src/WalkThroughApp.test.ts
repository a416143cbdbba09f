// The walk-through's window on a page, worked by its keys and labels as two people at it would.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { fakeWalkThrough, SHOWN } from './backend/fake-walk-through';
import type { WalkEvent, WalkThroughBegins } from './backend/contract';
import { speech } from './i18n/i18n.svelte';
import { WalkThroughWindow } from './state/walk-through/walk-through.svelte';
import WalkThroughApp from './WalkThroughApp.svelte';

let app: Record<string, unknown> | null = null;

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  if (app) await unmount(app);
  app = null;
  speech.language = 'nl';
});

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  flushSync();
}

async function open(changes: Partial<WalkThroughBegins> = {}) {
  const { backend, say } = fakeWalkThrough(changes);
  const walk = new WalkThroughWindow(backend);
  await walk.start();
  app = mount(WalkThroughApp, { target: document.body, props: { walk } });
  void walk.painted();
  await settle();
  return {
    backend,
    walk,
    say: async (event: WalkEvent) => {
      say(event);
      await settle();
    },
  };
}

const read = () => document.body.textContent.replace(/\s+/g, ' ');
const heading = () => document.querySelector('h1')?.textContent;
const buttons = () =>
  [...document.querySelectorAll('button')].map((button) => button.textContent.trim());

function key(name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    cancelable: true,
    ...more,
  });
  (document.activeElement ?? document.body).dispatchEvent(event);
  flushSync();
  return event;
}

async function press(name: string): Promise<void> {
  const named = [...document.querySelectorAll('button')].find(
    (button) => button.textContent.trim() === name,
  );
  if (!named) throw new Error(`no button “${name}”`);
  named.focus();
  named.click();
  await settle();
}

async function faults(): Promise<string[]> {
  vi.useRealTimers();
  const found = await faultsOfPage();
  vi.useFakeTimers();
  return found;
}

/** All that was written, in pieces that would betray it. */
const texts = SHOWN.pages.flatMap((page) =>
  page.blocks.flatMap((block) =>
    block.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text.trim()] : [])),
  ),
);
const names = SHOWN.pages.flatMap(({ who, kind, title }) =>
  [who, kind, title].filter((name) => name !== null),
);
/** What of it can be found anywhere on the page, in whatever attribute. */
const betrayed = () => {
  const all = new XMLSerializer().serializeToString(document);
  return [SHOWN.question, SHOWN.forWhom, ...texts, ...names, ...SHOWN.companion].filter((text) =>
    all.includes(text),
  );
};

describe('the agreements', () => {
  it('come first, with the question, and nothing of what was written', async () => {
    await open();
    expect(heading()).toBe('Voor we beginnen');
    expect(document.activeElement).toBe(document.querySelector('h1'));
    for (const words of [SHOWN.question, SHOWN.forWhom, 'Niet voor beoordeling'])
      expect(read()).toContain(words);
    for (const text of texts) expect(read()).not.toContain(text);
    expect(await faults()).toEqual([]);
  });

  it('ask for the goal where no question was written', async () => {
    await open({ shown: { ...SHOWN, question: '', forWhom: '' } });
    expect(read()).toContain('Dat zeggen we nu eerst tegen elkaar.');
    expect(read()).not.toContain('Wie meekijkt:');
    expect(await faults()).toEqual([]);
  });

  it('are spoken in the language of the writer', async () => {
    await open({ appearance: { language: 'en', textSize: 'normal' } });
    await settle();
    expect(heading()).toBe('Before we begin');
  });
});

describe('the pages', () => {
  it('show one note, what is covered of it as covered, and the focus on its beginning', async () => {
    await open();
    await press('Begin');
    expect(heading()).toBe('Huisbezoek');
    expect(document.activeElement).toBe(document.querySelector('h1'));
    expect(read()).toContain('inwoner A · donderdag 19 november 2026');
    expect(read()).toContain('hoe het zat. afgedekt Pas toen ik stil werd');
    expect(document.querySelectorAll('.covered')).toHaveLength(2);
    expect(read(), 'a code is said in words').toContain('Kritiek op de gemeente of de hulp');
    expect(await faults()).toEqual([]);
  });

  it('say so where nothing was written', async () => {
    const nothing = { who: 'inwoner A', day: null, kind: null, title: null, blocks: [] };
    await open({ shown: { ...SHOWN, pages: [nothing] } });
    await press('Begin');
    expect(document.querySelector('article')?.textContent).toContain('Hier staat niets.');
    expect(await faults()).toEqual([]);
  });

  it('are read to their end by the key that goes on, before it turns them', async () => {
    await open();
    await press('Begin');
    const root = document.documentElement;
    Object.defineProperty(root, 'scrollHeight', { value: 5_000, configurable: true });
    const down = key('PageDown');
    expect(heading()).toBe('Huisbezoek');
    expect(down.defaultPrevented).toBe(false);
    Object.defineProperty(root, 'scrollHeight', { value: 0, configurable: true });
    key('PageDown');
    expect(heading()).toBe('Terugblik');
  });

  it('turn by the keys, forth and back, one for each press', async () => {
    await open();
    key('ArrowRight');
    expect(heading()).toBe('Voor we beginnen');
    await press('Begin');
    const seen = [heading()];
    for (const name of ['ArrowRight', 'PageDown']) {
      key(name);
      key(name, { repeat: true });
      seen.push(heading());
    }
    expect(seen).toEqual(['Huisbezoek', 'Terugblik', 'Dilemmablad']);
    key('ArrowRight');
    expect(heading()).toBe('Dit was de laatste');
    expect(await faults()).toEqual([]);
    key('ArrowLeft');
    expect(heading()).toBe('Dilemmablad');
    expect(read()).toContain('Wat pleit ervoor? · Nu bellen');
    key('PageUp');
    expect(heading()).toBe('Terugblik');
  });

  it('turn by the buttons', async () => {
    await open();
    await press('Begin');
    await press('Volgende');
    expect(heading()).toBe('Terugblik');
    await press('Vorige');
    await press('Vorige');
    expect(heading()).toBe('Voor we beginnen');
  });

  it('never say how many there are, and offer no way to look, take or type', async () => {
    await open();
    await press('Begin');
    for (const _ of SHOWN.pages) {
      expect(read()).not.toMatch(/\b\d+\s*(?:van|\/|of)\s*\d+\b/);
      expect(
        document.querySelectorAll('input, textarea, select, a, [contenteditable], [role=search]'),
      ).toHaveLength(0);
      expect(document.title).not.toContain(heading());
      key('ArrowRight');
    }
  });

  it('offer a few questions at a time', async () => {
    const companion = ['Eén?', 'Twee?', 'Drie?', 'Vier?', 'Vijf?'];
    await open({ shown: { ...SHOWN, companion } });
    await press('Begin');
    const asked = () =>
      [...document.querySelectorAll('aside li')].map(({ textContent }) => textContent);
    expect(asked()).toEqual(companion.slice(0, 4));
    await press('Andere vragen');
    expect(asked()).toEqual(['Vijf?']);
    await press('Andere vragen');
    expect(asked()).toEqual(companion.slice(0, 4));
  });
});

describe('covering', () => {
  it('takes every word from the page before the key is let go of', async () => {
    const { walk } = await open();
    await press('Begin');
    for (const [at] of [...SHOWN.pages, null].entries()) {
      expect(betrayed().length > 0, `page ${at}`).toBe(walk.phase === 'page');
      // No flush but the window's own: nothing waits for a frame.
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      expect(betrayed(), `page ${at}`).toEqual([]);
      key('Escape');
      expect(heading(), 'pressed twice it covers twice').toBe('Alles is afgedekt');
      expect(document.activeElement).toBe(document.querySelector('h1'));
      await press('Toon weer');
      key('ArrowRight');
    }
  });

  it('covers the agreements too, and turns no pages under it', async () => {
    await open();
    key('Escape');
    expect(betrayed()).toEqual([]);
    await press('Toon weer');
    await press('Begin');
    await press('Dek alles af');
    expect(betrayed()).toEqual([]);
    expect(await faults()).toEqual([]);
    key('ArrowRight');
    await press('Toon weer');
    expect(heading()).toBe('Huisbezoek');
    expect(document.activeElement).toBe(document.querySelector('h1'));
  });
});

describe('the time', () => {
  it('is told in words, and says five minutes before the end that it nears', async () => {
    await open({ secondsLeft: 420 });
    const said = () => document.querySelector('[role=status]')?.textContent;
    expect(read()).toContain('Nog ongeveer 7 minuten');
    expect([said(), buttons().includes('Meer tijd')]).toEqual(['', false]);
    await vi.advanceTimersByTimeAsync(120_000);
    flushSync();
    expect(read()).toContain('Nog ongeveer 5 minuten');
    expect([said(), buttons().includes('Meer tijd')]).toEqual([
      'Nog vijf minuten. Rond rustig af.',
      true,
    ]);
    await vi.advanceTimersByTimeAsync(240_000);
    flushSync();
    expect(read()).toContain('Nog ongeveer één minuut');
  });

  it('that is over covers everything, and offers both ways alike', async () => {
    const { backend, say } = await open();
    await press('Begin');
    await say({ kind: 'time-over' });
    expect(heading()).toBe('De tijd is om');
    expect(betrayed()).toEqual([]);
    expect(buttons()).toEqual(['Meer tijd', 'Rond af']);
    const ways = [...document.querySelectorAll('button')].map(({ className }) => className);
    expect(new Set(ways).size).toBe(1);
    expect(await faults()).toEqual([]);
    await press('Meer tijd');
    expect(backend.commands).toContain('ask_more_time');
    expect(read()).toContain('Typ je wachtzin in het andere venster.');
    expect(betrayed()).toEqual([]);
    expect(await faults()).toEqual([]);
    await say({ kind: 'more-time', secondsLeft: 900 });
    expect(heading()).toBe('Huisbezoek');
    expect(read()).toContain('Nog ongeveer 15 minuten');
  });

  it('that nobody gives leaves it covered', async () => {
    const { say } = await open();
    await press('Begin');
    await say({ kind: 'time-over' });
    await press('Meer tijd');
    await press('Laat dat venster zien');
    await say({ kind: 'no-more-time' });
    expect(heading()).toBe('De tijd is om');
    expect(betrayed()).toEqual([]);
  });

  it('that cannot be asked says so', async () => {
    const { backend, say } = await open();
    await say({ kind: 'time-over' });
    backend.failNext('ask_more_time', { code: 'internal', incident: 5 });
    await press('Meer tijd');
    expect(heading()).toBe('De tijd is om');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
  });
});

describe('the end', () => {
  it('takes everything off the page and asks once', async () => {
    const { backend } = await open();
    await press('Begin');
    await press('Rond af');
    expect(betrayed()).toEqual([]);
    expect(heading()).toBe('Klaar');
    expect(buttons()).toEqual([]);
    expect(backend.requests('end_walk_through')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('is reached after the last page, too', async () => {
    const { backend } = await open();
    await press('Begin');
    for (const _ of SHOWN.pages) key('ArrowRight');
    await press('Rond af');
    expect(backend.requests('end_walk_through')).toHaveLength(1);
  });
});

describe('nothing is taken along', () => {
  it.each(['copy', 'cut', 'dragstart', 'contextmenu'])('by %s', async (name) => {
    await open();
    await press('Begin');
    const event = new Event(name, { bubbles: true, cancelable: true });
    document.querySelector('article')?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it.each([...'acfgprsux'])('by Ctrl+%s', async (letter) => {
    await open();
    await press('Begin');
    expect(key(letter, { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(key(letter, { metaKey: true }).defaultPrevented).toBe(true);
    expect(key(letter.toUpperCase(), { ctrlKey: true, shiftKey: true }).defaultPrevented).toBe(
      true,
    );
  });

  it('and what was written is text, never markup', async () => {
    const pieces = [{ kind: 'text', text: '<img src=x onerror=alert(1)> & <b>' } as const];
    const page = { who: null, day: null, kind: null, title: null };
    const blocks = [{ label: { kind: 'free' } as const, heading: null, pieces }];
    await open({ shown: { ...SHOWN, pages: [{ ...page, blocks }] } });
    await press('Begin');
    expect(document.querySelector('img, b')).toBeNull();
    expect(document.querySelector('article p')?.textContent).toBe(pieces[0]?.text);
  });
});

describe('the size of text', () => {
  it('follows the keys of every program', async () => {
    await open();
    const size = () => document.documentElement.dataset['textSize'];
    expect(key('+', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(size()).toBe('large');
    key('=', { ctrlKey: true });
    key('-', { ctrlKey: true });
    expect(size()).toBe('large');
    key('0', { ctrlKey: true });
    expect(size()).toBe('normal');
  });

  it('is not lost, nor is the page, by a key that reads a page anew', async () => {
    await open();
    await press('Begin');
    expect(key('F5').defaultPrevented).toBe(true);
    expect(heading()).toBe('Huisbezoek');
  });

  it('leaves every other key what it is', async () => {
    await open();
    await press('Begin');
    for (const name of ['Tab', 'Enter', ' ', 'ArrowDown', 'End'])
      expect(key(name).defaultPrevented, name).toBe(false);
    expect(key('ArrowRight', { altKey: true }).defaultPrevented).toBe(false);
    expect(heading()).toBe('Huisbezoek');
  });
});

it('covered passages are the same whatever was under them', async () => {
  await open();
  await press('Begin');
  const covered = [...document.querySelectorAll('.covered:not(.whole)')];
  key('ArrowRight');
  covered.push(...document.querySelectorAll('.covered:not(.whole)'));
  expect(covered.length).toBeGreaterThan(1);
  const [first, ...others] = covered;
  for (const other of others) expect(other.isEqualNode(first ?? null)).toBe(true);
});

it('what was covered comes back at the line where it was read', async () => {
  const scroll = (to: number) => {
    window.scrollTo(0, to);
    window.dispatchEvent(new Event('scroll'));
  };
  await open();
  await press('Begin');
  scroll(480);
  key('Escape');
  // A page without a text is short.
  scroll(0);
  await press('Toon weer');
  expect(window.scrollY).toBe(480);
  key('ArrowRight');
  expect(window.scrollY, 'another page begins at its beginning').toBe(0);
});
