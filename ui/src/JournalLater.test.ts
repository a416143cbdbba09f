/** Screens that are fetched when somebody goes there: what is not fetched before, and where the focus is. */
import { describe, expect, it } from 'vitest';

import { open, shown } from './JournalApp.test-helper';
import { t } from './i18n/i18n.svelte';

const screens = Object.values(
  import.meta.glob<string>('./JournalScreens.svelte', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('');

const focused = (): string => document.activeElement?.textContent?.trim() ?? '';

describe('a screen that nobody needs in the first minute', () => {
  it('is no part of what the window fetches before it shows anything', () => {
    const before = [...screens.matchAll(/^ {2}import (?!type)\w+ from '.*\/(\w+)\.svelte';/gm)].map(
      ([, name]) => name,
    );
    // What is added here weighs on every start; see `MOST` in tools/bundle.mjs.
    expect(before).toEqual([
      'AliasesScreen',
      'BackupsScreen',
      'BinScreen',
      'ContactScreen',
      'EntriesScreen',
      'ReadingScreen',
      'ThroughTimeScreen',
      'LearningScreen',
      'LookBackScreen',
      'WritingScreen',
      'SettingsScreen',
      'SheetsScreen',
      'TodayScreen',
      'TriedScreen',
    ]);
  });

  it('takes the focus to its heading, and going back takes it on', async () => {
    const { press, key, heading } = await open();
    await key('F1');
    expect([heading(), focused()]).toEqual([t('help-title'), t('help-title')]);
    await press(t('journal-sheets'));
    await press('Nieuw blad');
    expect(focused()).toBe(heading());
    expect(heading()).not.toBe(t('journal-sheets'));
    await press(t('journal-sheets'));
    expect(focused()).toBe(t('journal-sheets'));
    await press(t('journal-learning'));
    await press(t('journal-rules'));
    expect([heading(), focused()]).toEqual([t('journal-rules'), t('journal-rules')]);
  });

  it('gives way to where somebody went before it came', async () => {
    const { press, heading } = await open();
    const places = [...document.querySelectorAll<HTMLButtonElement>('nav button, nav a')];
    const place = (name: string): HTMLElement | undefined =>
      places.find((one) => one.textContent.trim() === name);
    place(t('journal-help'))?.click();
    place(t('journal-bin'))?.click();
    await shown();
    expect(heading()).toBe(t('journal-bin'));
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    await press(t('journal-help'));
    expect(focused()).toBe(t('help-title'));
  });
});
