import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Day } from '../backend/contract';
import { figureInWords, listInWords, sizeInWords } from './amounts';
import { dayAndMonth, dayFrom, dayInFull, monthInFull, weekdayInShort } from './dates';
import { speech } from './i18n.svelte';

const day = (at: number): Day => `2026-11-${String(at).padStart(2, '0')}` as Day;

afterEach(() => {
  speech.language = 'nl';
  vi.restoreAllMocks();
});

describe('the formatters of the platform', () => {
  it('are made once for a language and what is asked of them', () => {
    const Made = Intl.DateTimeFormat;
    const made = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (...asked) {
      return new Made(...asked);
    });
    const said = new Set<string>();
    for (const language of ['nl', 'en', 'nl', 'en'] as const) {
      speech.language = language;
      for (let at = 1; at <= 28; at += 1) {
        said.add(`${weekdayInShort(day(at))} ${dayAndMonth(day(at))} ${monthInFull(day(at))}`);
      }
    }
    expect(said.size).toBe(2 * 28);
    // Three ways of saying a day in two languages, some of which may have been made before.
    expect(made.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('say each language in its own words, also after a change', () => {
    const words = (): string[] => [
      dayInFull(day(21)),
      dayFrom(day(22), day(21)),
      figureInWords(4.5, 1),
      sizeInWords(1_234_000),
      listInWords(['a', 'b']),
    ];
    const dutch = ['zaterdag 21 november 2026', 'gisteren', '4,5', '1,2 MB', 'a en b'];
    expect(words()).toEqual(dutch);
    speech.language = 'en';
    const [full, ...rest] = words();
    expect(full?.replace(',', '')).toBe('Saturday 21 November 2026');
    expect(rest).toEqual(['yesterday', '4.5', '1.2 MB', 'a and b']);
    speech.language = 'nl';
    expect(words()).toEqual(dutch);
  });
});
