/** What a sentence says of the months: no more than the figures hold. */
import { describe, expect, it } from 'vitest';

import type { Month, OverMonthsRow } from '../../backend/contract';
import { monthsUntil } from './months';
import role from '../../../../src-tauri/src/journal/desk/looking_back.rs?raw';
import { aspectName, lately, named, rowInWords, spanInWords } from './over-months';

const months: Month[] = monthsUntil('2026-11-21' as never, 12).toReversed();
const row = (entries: readonly number[], id = 'een'): OverMonthsRow => ({
  id,
  name: id,
  entries: [...entries],
});
const said = (entries: readonly number[], all: readonly OverMonthsRow[] = [row(entries)]): string =>
  rowInWords('De werkrelatie', row(entries), months, all);

describe('a sentence', () => {
  it('says in how many of the months', () => {
    expect(said([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])).toBe(
      '‘De werkrelatie’ kwam in zes van de twaalf maanden terug.',
    );
  });

  it('names the month where there is only one', () => {
    expect(said([0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0])).toBe(
      '‘De werkrelatie’ kwam in één van de twaalf maanden voor: in maart 2026.',
    );
  });

  it('says it of all months, and of none', () => {
    expect(said(Array<number>(12).fill(1))).toContain('in alle twaalf maanden terug');
    expect(said(Array<number>(12).fill(0))).toContain('in deze twaalf maanden niet voor');
  });

  it('says that it came back more often of late where that is plain', () => {
    expect(said([0, 1, 0, 0, 1, 0, 0, 1, 0, 2, 1, 1])).toBe(
      '‘De werkrelatie’ kwam in zes van de twaalf maanden terug, de laatste tijd vaker.',
    );
  });
});

describe('of late', () => {
  const always = row(Array<number>(12).fill(2), 'ander');

  it('is nothing said where there is too little to compare', () => {
    // A journal that was begun in September.
    const begun = [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3];
    expect(lately(begun, [row(begun)])).toBe('same');
    // Two more is chance.
    const few = [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];
    expect(lately(few, [row(few), always])).toBe('same');
  });

  it('is less only in whole months in which one did write', () => {
    const less = [2, 1, 2, 1, 2, 1, 2, 1, 0, 1, 0, 0];
    expect(lately(less, [row(less), always])).toBe('less');
    // Nothing was written at all: that says nothing about the theme.
    expect(lately(less, [row(less)])).toBe('same');
  });

  it('is not less because this month has only begun', () => {
    const even = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0];
    expect(lately(even, [row(even), always])).toBe('same');
  });
});

describe('the rows', () => {
  it('are those in which something stands, in the order given', () => {
    const rows = [row([0, 1], 'een'), row([0, 0], 'twee'), row([1, 0], 'drie')];
    expect(named(rows, ({ id }) => id).map(({ name }) => name)).toEqual(['een', 'drie']);
  });

  it('are about a year up to this month', () => {
    expect(spanInWords({ months, themes: [], aspects: [] })).toContain(
      'Van december 2025 tot en met november 2026.',
    );
  });
});

describe('a kind of question', () => {
  it('has a name here for every id that the role says', () => {
    const table = /const ASPECTS[^=]*=([^;]*);/.exec(role)?.[1] ?? '';
    const ids = [...table.matchAll(/"([a-z-]+)"/g)].map(([, id]) => id ?? '');
    expect(ids).toHaveLength(7);
    for (const id of ids) expect(aspectName(id), id).not.toBe(id);
    expect(new Set(ids.map(aspectName)).size).toBe(ids.length);
  });
});
