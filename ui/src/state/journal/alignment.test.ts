/** Places follow a text through its edits. */
import { describe, expect, it } from 'vitest';

import { caretAfter, cut, placeAt, realigned, type Span } from './alignment';

/** The places of these words in a text, in order. */
function places(text: string, ...words: string[]): Span[] {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    if (start < 0) throw new Error(`${word} stands in the text`);
    from = start + word.length;
    return { start, end: from };
  });
}

const words = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** What is left of the places of these words after an edit. */
function left(before: string, after: string, ...marked: string[]): string[] {
  return words(after, realigned(places(before, ...marked), before, after));
}

/** A row of numbers that is the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % sides;
  };
}

/** Places here and there in a text, in order and apart. */
function scattered(text: string, roll: (sides: number) => number): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.length;) {
    const start = at + roll(6);
    const end = start + 1 + roll(5);
    if (end <= text.length) spans.push({ start, end });
    at = end + roll(2);
  }
  return spans;
}

/** A text with something typed over a part of it. */
function edited(before: string, typed: string, roll: (sides: number) => number) {
  const from = roll(before.length + 1);
  const to = Math.min(before.length, from + roll(8));
  return { after: before.slice(0, from) + typed + before.slice(to), from, to };
}

describe('places in a text that is typed on', () => {
  it('stay where they are when one types further on', () => {
    expect(left('Ik zag Jansen', 'Ik zag Jansen vandaag', 'Jansen')).toEqual(['Jansen']);
    expect(left('Ik zag Jansen', 'Ik zag Jansen.', 'Jansen')).toEqual(['Jansen']);
  });

  it('move with what comes before them', () => {
    const before = 'Ik zag Jansen en Yusuf';
    const after = 'Gisteren zag ik Jansen en Yusuf';
    expect(left(before, after, 'Jansen', 'Yusuf')).toEqual(['Jansen', 'Yusuf']);
    expect(left('Jansen belde', '😀\nJansen belde', 'Jansen')).toEqual(['Jansen']);
  });

  it('go when they are edited', () => {
    expect(left('Ik zag Jansen', 'Ik zag Jasen', 'Jansen')).toEqual([]);
    expect(left('Ik zag Jansen en Yusuf', 'Ik zag Yusuf', 'Jansen', 'Yusuf')).toEqual(['Yusuf']);
    expect(left('Ik zag Jansen', '', 'Jansen')).toEqual([]);
  });

  it('go when a letter or digit is put against them, for it is another word then', () => {
    expect(left('Ik zag Jansen', 'Ik zag Jansens', 'Jansen')).toEqual([]);
    expect(left('Ik zag Jansen', 'Ik zag VanJansen', 'Jansen')).toEqual([]);
    expect(left('Jansen de Boer', 'Jansende Boer', 'Jansen')).toEqual([]);
    expect(left('bel 06 12', 'bel 06 123', '06 12')).toEqual([]);
    expect(left('zei Jansen', 'zei 𝐀Jansen', 'Jansen')).toEqual([]);
  });

  it('are never held against words that stood against them from the start', () => {
    expect(left('Jansens fiets', 'Jansens oude fiets', 'Jansen')).toEqual(['Jansen']);
  });

  it('keep their words and their order, whatever is edited', () => {
    const roll = dice(20261122);
    const alphabet = ['a', 'n', ' ', 'é', '😀', '\n', '7', '.', 'ab ', '🧑‍🤝‍🧑'];
    const some = (most: number): string =>
      Array.from({ length: roll(most) }, () => alphabet[roll(alphabet.length)] ?? '').join('');
    for (let round = 0; round < 3_000; round += 1) {
      const before = some(40);
      const spans = scattered(before, roll);
      const { after } = edited(before, some(5), roll);
      const shift = after.length - before.length;
      let last = 0;
      for (const span of realigned(spans, before, after)) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.end;
        const known = spans.some(
          ({ start, end }) =>
            (start === span.start || start + shift === span.start) &&
            before.slice(start, end) === after.slice(span.start, span.end),
        );
        expect(known).toBe(true);
      }
    }
  });

  it('stay when the edit does not come near them, wherever it is', () => {
    const roll = dice(7);
    // Each sign once, so that there is one way only to see what was edited.
    const signs = (from: number, most: number): string =>
      Array.from({ length: roll(most) }, (_, at) => String.fromCodePoint(from + at)).join('');
    for (let round = 0; round < 3_000; round += 1) {
      const before = signs(0x4e00, 60);
      const spans = scattered(before, roll);
      const { after, from, to } = edited(before, signs(0x7e00, 5), roll);
      const shift = after.length - before.length;
      const wanted = spans.flatMap(({ start, end }) => {
        if (end < from) return [{ start, end }];
        return start > to ? [{ start: start + shift, end: end + shift }] : [];
      });
      expect(realigned(spans, before, after)).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('are found quickly in a text of ten thousand words', () => {
    const before = 'Ik zag Jansen. '.repeat(3_400);
    const all = places(before, ...Array<string>(3_400).fill('Jansen'));
    const after = `${before.slice(0, 25_000)}x${before.slice(25_000)}`;
    // No clock: at most one of so many is near the key, and nothing is gone through twice.
    expect(realigned(all, before, after).length).toBeGreaterThanOrEqual(3_399);
  });
});

describe('a text that is cut at its places', () => {
  it('is the same text when it is joined again', () => {
    const text = 'Jansen zag 😀 Yusuf\nin Leeuwarden';
    const pieces = cut(text, places(text, 'Jansen', 'Yusuf', 'Leeuwarden'));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ place }) => place).map((piece) => piece.text)).toEqual([
      'Jansen',
      'Yusuf',
      'Leeuwarden',
    ]);
  });

  it('leaves out a place that does not fit it', () => {
    const odd = [
      { start: 0, end: 4 },
      { start: 2, end: 5 },
      { start: 3, end: 99 },
    ];
    const pieces = cut('Jansen', odd);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Jansen');
    expect(pieces.filter(({ place }) => place)).toHaveLength(1);
  });
});

describe('a caret', () => {
  const place = { start: 10, end: 16 };

  it.each([
    [5, 5],
    [10, 10],
    [12, 16],
    [16, 16],
    [20, 20],
  ])('at %i belongs at %i after six letters took the place of six', (before, after) => {
    expect(caretAfter(before, place, 6)).toBe(after);
  });

  it('moves by what the text became shorter', () => {
    expect(caretAfter(20, place, 3)).toBe(17);
    expect(caretAfter(13, place, 3)).toBe(13);
  });

  it('finds the place where it stands, the one before it, and else the first', () => {
    const all = [place, { start: 20, end: 24 }];
    expect(placeAt(all, 12)).toBe(all[0]);
    expect(placeAt(all, 18)).toBe(all[0]);
    expect(placeAt(all, 20)).toBe(all[1]);
    expect(placeAt(all, 99)).toBe(all[1]);
    expect(placeAt(all, 3)).toBe(all[0]);
    expect(placeAt([], 3)).toBeNull();
  });
});
