import { describe, expect, it } from 'vitest';

import { marked } from './marks';

const hits = (text: string, search: string): string[] =>
  marked(text, search)
    .filter(({ hit }) => hit)
    .map((piece) => piece.text);

describe('marks', () => {
  it.each([
    ['Geïrriteerd was ze niet', 'geirr', ['Geïrr']],
    ['de wachtkamer, het wachten', 'wacht', ['wacht', 'wacht']],
    ['één keer, EEN keer', 'één', ['één', 'EEN']],
    ['aaa', 'aa', ['aaa']],
    ['cafe\u0301 en café', 'café', ['cafe\u0301', 'café']],
    ['😀 blij 😀', 'blij', ['blij']],
    ['twee woorden', 'woorden  twee', ['twee', 'woorden']],
    ['a.b', '.', ['.']],
    ['niets', 'x', []],
    ['niets', '   ', []],
    ['', 'x', []],
  ])('in %j for %j', (text, search, expected) => {
    expect(hits(text, search)).toEqual(expected);
  });

  it('change nothing: the pieces joined are the text, whatever is in it', () => {
    const texts = ['ĳsje İstanbul ß ﬁ', 'a\u0301\u0301b', '\ud83d half', '“x”\r\n\ty', 'ŉ ǰ', ''];
    for (const text of texts)
      for (const search of ['i', 's', 'b a', 'ß', '\u0301', text])
        expect(
          marked(text, search)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
  });
});
