/** Finding what was written, over a role in memory: the search, its filters, one entry and a day. */
import { afterEach, describe, expect, it, vi } from 'vitest';

import { faultsOfPage } from './axe.test-helper';
import { control, open, shown, type Window } from './JournalApp.test-helper';
import { specimens, type Specimen } from './backend/fake-content';
import { t } from './i18n/i18n.svelte';

const page = (text: string, daysAgo: number, kind: string | null = null): Specimen => ({
  daysAgo,
  kind,
  alias: kind === null ? null : 'rode merel',
  texts: [text],
});

const letter = 'De brief over de uitkering lag open. Zij las de bijstandsuitkering twee keer.';
const upset = 'Geïrriteerd was ik niet, wel moe.';
const three = [
  page(letter, 0, 'huisbezoek'),
  page(upset, 1, 'telefonisch'),
  page('Er viel een stilte.', 40),
];

const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
const rows = (): string[] => texts('main li button .excerpt');
const status = (): string[] => texts('main [role=status]').filter((text) => text !== '');
const field = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (found === null) throw new Error('there is a search field');
  return found;
};

async function type(text: string): Promise<void> {
  const line = field();
  line.value = text;
  line.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
}

async function choose(label: string, value: string): Promise<void> {
  const name = [...document.querySelectorAll('label')].find(
    (element) => element.textContent.trim() === label,
  );
  const select = document.getElementById(name?.htmlFor ?? '') as HTMLSelectElement;
  select.value = value;
  // happy-dom sees `:checked` on inputs only; a browser sees it on the chosen option too.
  select.querySelector = () => select.options[select.selectedIndex] ?? null;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await shown();
}

async function searching(options: Parameters<typeof open>[0] = {}): Promise<Window> {
  const window = await open({ specimens: three, ...options });
  await window.key('F', { ...control, shiftKey: true });
  return window;
}

afterEach(() => vi.restoreAllMocks());

describe('the search', () => {
  it('is a key away from anywhere, in either case of the letter', async () => {
    const { key, press, heading } = await open({ specimens: three });
    for (const pressed of ['F', 'f']) {
      await press(t('journal-handbook'));
      await key(pressed, { ...control, shiftKey: true });
      expect(heading()).toBe(t('entries-title'));
      expect(document.activeElement).toBe(field());
    }
    await press(t('journal-settings'));
    await key('f', control);
    expect(document.activeElement).toBe(field());
  });

  it('finds as one types, marks what was asked and never says how well it fits', async () => {
    await searching();
    await type('geirr');
    expect(rows()).toEqual([upset]);
    expect(texts('main li mark')).toEqual(['Geïrr']);
    expect(status()).toEqual([t('entries-found', { count: 1 })]);
    await type('uitkering -moe');
    expect(rows()).toEqual([letter]);
    expect(texts('main li mark')).toEqual(['uitkering', 'uitkering']);
  });

  it('leaves the months where they are until there is an answer, and brings them back', async () => {
    const { backend } = await searching();
    backend.hold('search_entries');
    await type('geirr');
    expect(rows()).toHaveLength(three.length);
    expect(status()).toEqual([]);
    backend.release('search_entries');
    await shown();
    expect(rows()).toEqual([upset]);
    await type('');
    expect(rows()).toHaveLength(three.length);
  });

  it('says what one can do when nothing was found', async () => {
    await searching();
    await type('zebra');
    expect(rows()).toEqual([]);
    expect(status()).toEqual([t('entries-found', { count: 0 })]);
    expect(document.body.textContent).not.toContain(t('entries-found-filtered'));
  });

  it('says that it could not look, and looks again', async () => {
    const { backend, press } = await searching();
    backend.failNext('search_entries', { code: 'internal', incident: 1 });
    await type('uitkering');
    expect(document.querySelector('main [role=alert]')).not.toBeNull();
    await press(t('entries-again'));
    expect(document.querySelector('main [role=alert]')).toBeNull();
    expect(rows()).toEqual([letter]);
  });

  it('lets through what fits, and says so as long as it holds', async () => {
    const { press } = await searching();
    await press(t('entries-filters'));
    await choose(t('filter-kind'), 'telefonisch');
    expect(rows()).toEqual([upset]);
    await choose(t('filter-alias'), 'rode merel');
    await type('uitkering');
    expect(rows()).toEqual([]);
    expect(document.body.textContent).toContain(t('entries-found-filtered'));
    // What holds stays in sight when the choices are folded away.
    await press(t('entries-filters'));
    expect(document.querySelector('main select')).toBeNull();
    const held = () => texts(`main ul[aria-label="${t('filter-holding')}"] button`);
    expect(held()).toHaveLength(2);
    await press(t('filter-take-away'));
    expect(held().map((text) => text.replace(/\s+/g, ' '))).toEqual([
      `${t('filter-take-away')} rode merel`,
    ]);
    expect(document.activeElement?.textContent).toContain('rode merel');
    await press(t('filter-take-away'));
    expect(document.activeElement?.textContent.trim()).toBe(t('entries-filters'));
    expect(rows()).toEqual([letter]);
  });

  it('puts what fits best first when that is asked', async () => {
    const { backend, press } = await searching({
      specimens: [page('een brief', 0), page('een brief over een brief', 9)],
    });
    await type('brief');
    expect(rows()).toEqual(['een brief', 'een brief over een brief']);
    await press(t('filter-order-best'));
    expect(backend.requests('search_entries').at(-1)?.order).toBe('best');
    expect(rows()).toEqual(['een brief over een brief', 'een brief']);
    expect(status()).toEqual([t('entries-best')]);
  });

  it('is as it was for who comes back from what was found, and gone for who went elsewhere', async () => {
    const { press } = await searching();
    await type('uitkering');
    document.querySelector<HTMLElement>('main li button')?.click();
    await shown();
    await press(t('reading-back'));
    expect(field().value).toBe('uitkering');
    expect(rows()).toEqual([letter]);
    expect(document.activeElement?.textContent).toContain('uitkering');
    await press(t('journal-today'));
    await press(t('journal-entries'));
    expect(field().value).toBe('');
    expect(rows()).toHaveLength(3);
  });

  it('has no fault for who cannot see it', async () => {
    const { press } = await searching({ specimens });
    await press(t('entries-filters'));
    await choose(t('filter-kind'), 'huisbezoek');
    await type('de');
    expect(rows().length).toBeGreaterThan(0);
    vi.useRealTimers();
    expect(await faultsOfPage()).toEqual([]);
  });
});

describe('going to a day', () => {
  it('opens the calendar from anywhere, and goes to the entry of that day or the one before', async () => {
    const { key, press, heading } = await open({ specimens: three });
    await press(t('journal-handbook'));
    await key('g', control);
    expect(heading()).toBe(t('entries-title'));
    const dialog = document.querySelector('dialog[open]');
    expect(dialog?.textContent).toContain(t('jump-title'));
    // Saturday 21 November 2026: the day is in week 47.
    const today = dialog?.querySelector<HTMLButtonElement>('[aria-current=date]');
    expect(today?.getAttribute('aria-label')).toBe(
      t('calendar-day-written', { day: 'zaterdag 21 november 2026' }),
    );
    expect(today?.closest('tr')?.querySelector('th')?.textContent).toBe('47');
    today?.focus();
    await key('PageUp');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('woensdag 21 oktober 2026');
    (document.activeElement as HTMLElement).click();
    await shown();
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Er viel een stilte.');
  });

  it('changes nothing for who thinks better of it', async () => {
    const { key, press } = await searching();
    await type('uitkering');
    await key('g', control);
    await press(t('jump-cancel'));
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(field().value).toBe('uitkering');
    await key('g', control);
    expect(document.querySelector('dialog[open]')).not.toBeNull();
  });

  it('goes to a day that was typed', async () => {
    const { key } = await open({ specimens: three });
    await key('g', control);
    const day = document.querySelector<HTMLInputElement>('dialog input[type=date]');
    if (day === null) throw new Error('there is a field for the day');
    day.value = '2026-11-20';
    day.dispatchEvent(new Event('input', { bubbles: true }));
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await shown();
    document
      .querySelector('dialog form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await shown();
    expect(document.activeElement?.textContent).toContain(upset);
  });
});
