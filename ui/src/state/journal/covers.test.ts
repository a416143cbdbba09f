/** What is covered of a text: sentences, stretches, and marks around a passage. */
import { describe, expect, it } from 'vitest';

import { isCovered, sentencesOf, stretchesOf, withCover, withoutCover } from './covers';

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
    const left = withoutCover(all, at('Ik was stil. '));
    expect(words(TEXT, left)).toEqual(['Ze huilde. ', '\nDaarna niet meer.']);
    expect(withoutCover(left, { start: 0, end: TEXT.length })).toEqual([]);
  });

  it('is never of a text without words', () => {
    expect(isCovered('  ', [], { start: 0, end: 2 })).toBe(false);
    expect(isCovered(TEXT, [{ start: 0, end: TEXT.length }], at('stil'))).toBe(true);
    expect(stretchesOf('', [])).toEqual([]);
  });
});
