/** What is covered of a text: sentences, stretches, and marks around a passage. */
import { describe, expect, it } from 'vitest';

import { carried, isCovered, sentencesOf, stretchesOf, withCover, withoutCover } from './covers';

const TEXT = 'Ze huilde. Ik was stil. \nDaarna niet meer.';
const words = (text: string, covers: readonly { start: number; end: number }[]): string[] =>
  covers.map(({ start, end }) => text.slice(start, end));
const at = (part: string): { start: number; end: number } => {
  const start = TEXT.indexOf(part);
  return { start, end: start + part.length };
};

describe('the sentences of a text', () => {
  it('are all of it, and a new line begins a new one', () => {
    const sentences = sentencesOf(TEXT, []);
    const texts = sentences.map(({ stretches }) => stretches.map(({ text }) => text).join(''));
    expect(texts.join('')).toBe(TEXT);
    expect(texts.map((text) => text.trim())).toEqual([
      'Ze huilde.',
      'Ik was stil.',
      'Daarna niet meer.',
    ]);
    expect(sentences.some(({ covered }) => covered)).toBe(false);
  });

  it('take empty lines along, which are nothing to press', () => {
    const text = '\n\nZe huilde.\n\n\nIk was stil.\n';
    const spans = sentencesOf(text, []);
    expect(words(text, spans)).toEqual(['\n\nZe huilde.\n\n\n', 'Ik was stil.\n']);
    expect(sentencesOf(' \n ', [])).toEqual([]);
  });

  it('are covered when all of their words are', () => {
    const [first, second] = sentencesOf(TEXT, [at('Ze huilde.'), at('stil')]);
    expect(first?.covered).toBe(true);
    expect(second?.covered).toBe(false);
    expect(second?.stretches.map(({ covered }) => covered)).toEqual([false, true, false]);
  });
});

describe('covering', () => {
  it('takes no white space at its ends, and joins what stands beside it', () => {
    const one = withCover(TEXT, [], { start: 0, end: 11 });
    expect(words(TEXT, one)).toEqual(['Ze huilde.']);
    const two = withCover(TEXT, one, at('Ik was stil.'));
    expect(words(TEXT, two)).toEqual(['Ze huilde. Ik was stil.']);
    expect(withCover(TEXT, two, { start: 10, end: 11 })).toEqual(two);
  });

  it('is taken back for a part of it', () => {
    const all = [{ start: 0, end: TEXT.length }];
    const left = withoutCover(TEXT, all, at('Ik was stil. '));
    expect(words(TEXT, left)).toEqual(['Ze huilde. ', '\nDaarna niet meer.']);
    expect(withoutCover(TEXT, left, { start: 0, end: TEXT.length })).toEqual([]);
  });

  it('leaves no cover behind that is over white space alone', () => {
    const both = withoutCover(TEXT, [at('Ze huilde.')], at('Ze'));
    expect(words(TEXT, withoutCover(TEXT, both, at('huilde.')))).toEqual([]);
  });

  it('is never of a text without words', () => {
    expect(isCovered('  ', [], { start: 0, end: 2 })).toBe(false);
    expect(isCovered(TEXT, [{ start: 0, end: TEXT.length }], at('stil'))).toBe(true);
    expect(stretchesOf('', [])).toEqual([]);
  });
});

describe('a part of a text that changes', () => {
  it('goes along with it, and takes the new words where these touch it', () => {
    const before = 'Mevrouw de Boer belde. Ze huilde.';
    const after = 'Mevrouw [naam] belde. Ze huilde.';
    const of = (part: string): string => {
      const start = before.indexOf(part);
      const moved = carried({ start, end: start + part.length }, before, after);
      return after.slice(moved.start, moved.end);
    };
    expect(of('Mevrouw')).toBe('Mevrouw');
    expect(of('Ze huilde.')).toBe('Ze huilde.');
    expect(of('Boer belde')).toBe('[naam] belde');
    expect(of('Mevrouw de')).toBe('Mevrouw [naam]');
    expect(carried({ start: 2, end: 4 }, before, before)).toEqual({ start: 2, end: 4 });
  });

  it('never covers less than what was pressed', () => {
    // Few letters, so that many places look alike.
    let seed = 7;
    const upTo = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % (most + 1);
    };
    const some = (most: number): string =>
      Array.from({ length: upTo(most) }, () => 'ab'[upTo(1)]).join('');
    for (let round = 0; round < 5_000; round += 1) {
      const before = some(9);
      const from = upTo(before.length);
      const to = from + upTo(before.length - from);
      const put = some(4);
      const after = before.slice(0, from) + put + before.slice(to);
      const start = upTo(before.length);
      const end = start + upTo(before.length - start);
      const moved = carried({ start, end }, before, after);
      const shift = after.length - before.length;
      for (let unit = start; unit < end; unit += 1) {
        if (unit >= from && unit < to) continue;
        const now = unit < from ? unit : unit + shift;
        const inside = now >= moved.start && now < moved.end;
        expect(inside, `${before} ${after} ${start}-${end}`).toBe(true);
      }
    }
  });
});
