/** A journal that is only read: whatever one presses there, nothing turns out afterwards to be refused. */
import { describe, expect, it } from 'vitest';

import { fillSheets } from './backend/fake-sheet-specimens';
import { open, page, shown, type Window } from './JournalApp.test-helper';
import { t } from './i18n/i18n.svelte';

/** What stands on the page itself; the band above leads out of the journal. */
const buttons = (): HTMLButtonElement[] =>
  [...document.querySelectorAll<HTMLButtonElement>('main button')].filter(
    (button) => button.closest('.band, dialog') === null,
  );

const nameOf = (button: HTMLElement): string => button.textContent.trim().replace(/\s+/g, ' ');

/** What leads out of the journal, and with it out of the test. */
const leaves = (name: string): boolean =>
  [t('restore-action'), t('only-restore'), t('journal-lock')].some((out) => name.startsWith(out));

async function reading(): Promise<Window> {
  const window = await open({
    opened: { onlyReading: { kind: 'asked' } },
    backups: [{ daysAgo: 1 }],
  });
  fillSheets(window.store);
  const quiet = window.store.newestFirst[0];
  if (quiet) window.store.quiet.entries.add(quiet.id);
  window.store.quiet.aliases.add('blauwe reiger');
  return window;
}

/** Presses all there is on a page, one thing after the other, each time from where one came. */
async function pressAll(come: () => Promise<void>): Promise<string[]> {
  await come();
  const refused: string[] = [];
  const pressed = new Set<string>();
  for (;;) {
    const next = buttons().find((button) => !pressed.has(nameOf(button)));
    if (next === undefined) return refused;
    const name = nameOf(next);
    pressed.add(name);
    if (leaves(name)) continue;
    next.click();
    await shown();
    for (const button of document.querySelectorAll<HTMLButtonElement>('dialog[open] button')) {
      button.click();
      await shown();
    }
    if (page().includes(t('failure-only-reading'))) refused.push(name);
    await come();
  }
}

describe('a journal that is only read', () => {
  it.each([
    'journal-entries',
    'journal-tried',
    'journal-sheets',
    'journal-looking-back',
    'journal-learning',
    'journal-handbook',
    'journal-walk-throughs',
    'journal-bin',
    'journal-settings',
    'journal-help',
  ] as const)('refuses nothing that %s offers', async (place) => {
    const { press } = await reading();
    expect(await pressAll(() => press(t(place)))).toEqual([]);
  });

  it('refuses nothing that an entry, an alias or what one looks back on offers', async () => {
    const { press, backend } = await reading();
    const row = async (): Promise<void> => {
      await press(t('journal-entries'));
      document.querySelector<HTMLElement>('main li button')?.click();
      await shown();
    };
    await row();
    const offered = buttons().map(nameOf);
    expect(offered).toContain(t('looking-alike'));
    expect(offered).not.toContain(t('looking-quiet-keep'));
    expect(offered).not.toContain(t('looking-quiet-end'));
    // It is said all the same that it is kept quiet.
    expect(page()).toContain(t('looking-quiet-is'));
    expect(await pressAll(row)).toEqual([]);
    expect(
      await pressAll(async () => {
        await press(t('journal-entries'));
        await press(t('alias-title'));
        await press('blauwe reiger');
      }),
    ).toEqual([]);
    expect(
      await pressAll(async () => {
        await press(t('journal-looking-back'));
        for (const part of document.querySelectorAll<HTMLElement>(
          'main h2 button[aria-expanded=false]',
        )) {
          part.click();
          await shown();
        }
      }),
    ).toEqual([]);
    expect(backend.commands).not.toContain('keep_quiet');
    expect(backend.commands).not.toContain('end_quiet');
  });
});
