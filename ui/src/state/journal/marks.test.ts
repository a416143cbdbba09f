import { describe, expect, it } from 'vitest';

import { pieces } from './marks';

describe('marks', () => {
  it.each([
    ['niets', [], ['niets']],
    ['', [], []],
    ['wacht', [{ start: 0, end: 5 }], ['[wacht]']],
    [
      'de wachtkamer, het wachten',
      [
        { start: 3, end: 8 },
        { start: 19, end: 24 },
      ],
      ['de ', '[wacht]', 'kamer, het ', '[wacht]', 'en'],
    ],
    // An answer to a text that changed meanwhile marks what still fits, and breaks nothing.
    ['kort', [{ start: 2, end: 9 }], ['kort']],
    [
      'aaaa',
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
      ['[aa]', 'aa'],
    ],
  ])('cut %j at %j', (text, marks, expected) => {
    const cut = pieces(text, marks);
    expect(cut.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))).toEqual(expected);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
  });
});
