/** The find bar, over a role in memory: in the entry that is read. */
import { describe, expect, it } from 'vitest';

import { control, open, shown, type Window } from './JournalApp.test-helper';
import type { Specimen } from './backend/fake-content';
import { t } from './i18n/i18n.svelte';

const page = (text: string, daysAgo: number): Specimen => ({
  daysAgo,
  kind: null,
  alias: null,
  texts: [text],
});

const letter = 'De brief over de uitkering lag open. Zij las de Bríeven en de bijstandsuitkering.';

const bar = (): HTMLInputElement | null => document.querySelector('search input');
const place = (): string =>
  document.querySelector('search [role=status]')?.textContent.trim() ?? '';
const marks = (): string[] =>
  [...document.querySelectorAll('main mark')].map((mark) => mark.textContent);
const current = (): number =>
  [...document.querySelectorAll('main mark')].findIndex((mark) =>
    mark.hasAttribute('data-current'),
  );

async function type(text: string): Promise<void> {
  const line = bar();
  if (line === null) throw new Error('there is a find bar');
  line.value = text;
  line.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
  await shown();
}

async function reading(texts: readonly string[] = [letter]): Promise<Window> {
  const window = await open({ specimens: texts.map(page) });
  await window.press(t('journal-entries'));
  document.querySelector<HTMLElement>('main li button')?.click();
  await shown();
  return window;
}

describe('the find bar of an entry that is read', () => {
  it('counts what it marks, goes round both ways and gives the focus back', async () => {
    const { key, press, heading } = await reading();
    const before = [...document.querySelectorAll('button')].find(
      (button) => button.textContent.trim() === t('reading-change'),
    );
    before?.focus();
    await key('f', control);
    expect(document.activeElement).toBe(bar());
    await type('brie');
    expect(marks()).toEqual(['brie', 'Bríe']);
    expect(place()).toBe(t('find-place', { at: 1, count: 2 }));
    await key('Enter');
    expect([place(), current()]).toEqual([t('find-place', { at: 2, count: 2 }), 1]);
    await key('F3');
    expect(place()).toBe(t('find-place', { at: 1, count: 2 }));
    await key('F3', { shiftKey: true });
    expect([place(), current()]).toEqual([t('find-place', { at: 2, count: 2 }), 1]);
    await press(t('find-previous'));
    expect(place()).toBe(t('find-place', { at: 1, count: 2 }));
    bar()?.focus();
    await key('Escape');
    expect(bar()).toBeNull();
    expect(marks()).toEqual([]);
    expect(document.activeElement).toBe(before);
    expect(heading()).toBe(t('reading-free'));
  });

  it('says that it stands nowhere, and leaves keys with a modifier to the window', async () => {
    const { key, backend } = await reading();
    await key('f', control);
    await type('zebra');
    expect(place()).toBe(t('find-none'));
    await type('de');
    await key('Enter', control);
    expect(place()).toBe(t('find-place', { at: 1, count: 4 }));
    expect(backend.requests('find_in_entry').map(({ text }) => text)).toEqual(['zebra', 'de']);
  });
});
