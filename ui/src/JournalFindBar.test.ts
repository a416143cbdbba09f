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

/** Opens the first entry that a search finds. */
async function found(asked: string): Promise<Window> {
  const window = await open({ specimens: [letter].map(page) });
  await window.key('F', { ...control, shiftKey: true });
  const line = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (line === null) throw new Error('there is a search field');
  line.value = asked;
  line.dispatchEvent(new Event('input', { bubbles: true }));
  await shown();
  document.querySelector<HTMLElement>('main li button')?.click();
  await shown();
  await shown();
  return window;
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

  it('closes with Escape from anywhere in the entry, and leaves the focus there', async () => {
    const { key } = await reading();
    await key('f', control);
    const elsewhere = [...document.querySelectorAll('button')].find(
      (button) => button.textContent.trim() === t('reading-write-on'),
    );
    elsewhere?.focus();
    await key('Escape');
    expect(bar()).toBeNull();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('stays for the Escape of what lies on top', async () => {
    const { key, press } = await reading();
    await key('f', control);
    await press(t('reading-change'));
    const dialog = document.querySelector('dialog[open]');
    dialog?.querySelector<HTMLElement>('button')?.focus();
    await key('Escape');
    expect(bar()).not.toBeNull();
    const heard = (event: Event): void => event.preventDefault();
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
    await shown();
    document.querySelector('main')?.addEventListener('keydown', heard, { once: true });
    document.querySelector('h1')?.focus();
    await key('Escape');
    expect(bar()).not.toBeNull();
    await key('Escape');
    expect(bar()).toBeNull();
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

describe('an entry that a search found', () => {
  it('opens with the bar, at what was searched for', async () => {
    await found('uitkering -moe');
    expect(bar()?.value).toBe('uitkering -moe');
    expect(place()).toBe(t('find-place', { at: 1, count: 2 }));
  });

  it('has no bar where nothing was asked but what must not be there', async () => {
    const { heading, key } = await found('-moe -stilte');
    expect(heading()).toBe(t('reading-free'));
    expect(bar()).toBeNull();
    await key('f', control);
    await type('-moe');
    expect(place()).toBe('');
  });
});

/** An entry with words on three of its pages, on the first of them. */
async function writing(): Promise<Window> {
  const window = await open({
    specimens: [
      {
        daysAgo: 0,
        kind: 'huisbezoek',
        alias: 'rode merel',
        texts: ['De brief lag open.', 'Ik las de Bríef voor.', 'Over brieven en de brief.'],
        intention: 'Eerst zonder brief.',
      },
    ],
  });
  await window.press(t('journal-entries'));
  document.querySelector<HTMLElement>('main li button')?.click();
  await shown();
  await window.press(t('reading-write-on'));
  while (window.textarea().value !== 'De brief lag open.') await window.key('ArrowLeft', alt);
  return window;
}

const alt = { altKey: true };

describe('the find bar of an entry that is written', () => {
  it('finds on every page, brings the page, and changes neither text nor what is stored', async () => {
    const { key, textarea, backend } = await writing();
    const first = textarea();
    first.focus();
    first.setSelectionRange(3, 3);
    const inputs: Event[] = [];
    document.addEventListener('input', (event) => {
      if (event.target instanceof HTMLTextAreaElement) inputs.push(event);
    });
    await key('f', control);
    expect(document.activeElement).toBe(bar());
    await type('brief');
    expect(place()).toBe(t('find-place', { at: 1, count: 4 }));
    expect(marks()).toEqual(['brief']);
    expect(document.querySelector('.found')?.textContent).toBe('De brief lag open.');
    const seen: string[] = [];
    for (const pressed of ['Enter', 'F3', 'Enter', 'F3']) {
      await key(pressed);
      expect(document.activeElement).toBe(bar());
      seen.push(`${place()} ${textarea().value} ${marks()[current()]}`);
    }
    expect(seen).toEqual([
      `${t('find-place', { at: 2, count: 4 })} Ik las de Bríef voor. Bríef`,
      `${t('find-place', { at: 3, count: 4 })} Over brieven en de brief. brief`,
      `${t('find-place', { at: 4, count: 4 })} Eerst zonder brief. brief`,
      `${t('find-place', { at: 1, count: 4 })} De brief lag open. brief`,
    ]);
    expect(inputs).toEqual([]);
    expect(backend.commands).not.toContain('save_answer');
  });

  it('gives the focus back to where one was, with the caret where it stood', async () => {
    const { key, textarea } = await writing();
    const first = textarea();
    first.focus();
    first.setSelectionRange(3, 3);
    await key('f', control);
    await type('open');
    await key('Escape');
    expect(bar()).toBeNull();
    expect(marks()).toEqual([]);
    expect(document.activeElement).toBe(first);
    expect([first.selectionStart, first.selectionEnd]).toEqual([3, 3]);
  });

  it('closes with Escape in the text, and leaves the caret there', async () => {
    const { key, textarea } = await writing();
    await key('f', control);
    await type('brief');
    textarea().focus();
    textarea().setSelectionRange(5, 5);
    await key('Escape');
    expect(bar()).toBeNull();
    expect(document.activeElement).toBe(textarea());
    expect(textarea().selectionStart).toBe(5);
  });

  it('leaves whoever went on to a match there, with the match selected', async () => {
    const { key, textarea } = await writing();
    textarea().focus();
    await key('f', control);
    await type('brief');
    await key('Enter');
    await key('Escape');
    const area = textarea();
    expect(document.activeElement).toBe(area);
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('Bríef');
  });

  it('selects the next one in the text for who went back into it', async () => {
    const { key, textarea } = await writing();
    await key('f', control);
    await type('brief');
    textarea().focus();
    await key('F3');
    expect(document.activeElement).toBe(textarea());
    expect(textarea().value).toBe('Ik las de Bríef voor.');
    expect([textarea().selectionStart, textarea().selectionEnd]).toEqual([10, 15]);
  });

  it('begins at the page that one is on', async () => {
    const { key, textarea } = await writing();
    await key('ArrowRight', alt);
    await key('f', control);
    await type('brief');
    expect(place()).toBe(t('find-place', { at: 2, count: 4 }));
    expect(textarea().value).toBe('Ik las de Bríef voor.');
  });

  it('goes along with what is typed meanwhile, and asks anew once that is saved', async () => {
    const { key, write, clock, textarea, store } = await writing();
    await key('f', control);
    await type('brief');
    textarea().focus();
    write('Vandaag: de brief lag open.');
    await shown();
    expect(marks()).toEqual(['brief']);
    expect(document.querySelector('.found')?.textContent).toBe('Vandaag: de brief lag open.');
    expect(place()).toBe(t('find-place', { at: 1, count: 4 }));
    write('Vandaag: de brief lag open, en nog een brief.');
    await clock.pass(1_000);
    await shown();
    expect(marks()).toEqual(['brief', 'brief']);
    expect(place()).toBe(t('find-place', { at: 1, count: 5 }));
    expect(store.newestFirst[0]?.answers[0]?.text).toBe(
      'Vandaag: de brief lag open, en nog een brief.',
    );
  });

  it('finds what was typed a moment ago in the parts of a sheet, in order, and in a line', async () => {
    const { key, press } = await open({ specimens: [] });
    await press(t('journal-sheets'));
    const cards = [...document.querySelectorAll('article')];
    const card = cards.find((one) => one.textContent.includes('Keuze van een instrument'));
    card?.querySelector('button')?.click();
    await shown();
    await press('Niet over één contact');
    await press('Begin');
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'main form textarea, main form input[list]',
      ),
    ];
    for (const field of fields) {
      field.value = 'een brief';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await key('f', control);
    await type('brie');
    expect(place()).toBe(t('find-place', { at: 1, count: fields.length }));
    const looked = (): number[] =>
      fields.flatMap((field, at) => (field.hasAttribute('data-current') ? [at] : []));
    const seen = [looked()];
    for (let at = 0; at < fields.length; at += 1) {
      await key('F3');
      seen.push(looked());
    }
    expect(fields.map(({ tagName }) => tagName)).toEqual(['INPUT', 'TEXTAREA', 'TEXTAREA']);
    expect(seen).toEqual([[0], [1], [2], [0]]);
    await key('Escape');
    const found = fields[0] as HTMLInputElement;
    expect(document.activeElement).toBe(found);
    expect([found.selectionStart, found.selectionEnd]).toEqual([4, 8]);
  });

  it('counts as the field on screen counts, where a text came with line ends of two characters', async () => {
    const { key, press } = await open({
      specimens: [
        { daysAgo: 0, kind: 'huisbezoek', alias: null, texts: ['Eerst.\r\n\r\nDan de brief.'] },
      ],
    });
    await press(t('journal-entries'));
    document.querySelector<HTMLElement>('main li button')?.click();
    await shown();
    await press(t('reading-write-on'));
    await key('f', control);
    await type('brief');
    expect(marks()).toEqual(['brief']);
    expect(document.querySelector('.found')?.textContent).toBe('Eerst.\n\nDan de brief.');
  });

  it('says why it could not look', async () => {
    const { key, backend } = await writing();
    await key('f', control);
    backend.failNext('find_in_entry', { code: 'internal', incident: 1 });
    await type('brief');
    expect(place()).not.toBe('');
    expect(place()).not.toBe(t('find-none'));
    expect(marks()).toEqual([]);
  });
});
