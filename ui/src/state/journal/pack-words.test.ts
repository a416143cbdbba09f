/** What is said of packs: every code has a sentence of its own, in both languages. */
import { afterEach, describe, expect, it } from 'vitest';

import type { PackAdviceCode, PackFault, PackFaultCode } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { adviceText, boundsOf, faultText, otherLanguage } from './pack-words';

/** One of each; a new code does not compile until it stands here. */
const faults: Record<PackFaultCode, true> = {
  'too-large': true,
  'not-toml': true,
  'newer-format': true,
  'unknown-key': true,
  'missing-key': true,
  'wrong-type': true,
  'out-of-bounds': true,
  'unknown-value': true,
  'empty-text': true,
  'text-too-long': true,
  'too-many': true,
  'empty-list': true,
  'unusable-id': true,
  duplicate: true,
  'unknown-reference': true,
  'not-a-follow-up': true,
  'nested-follow-up': true,
  'follow-up-parents': true,
  'narrower-than-parent': true,
  'intention-looks-elsewhere': true,
  'intention-in-a-chain': true,
  'unknown-placeholder': true,
  'stray-brace': true,
  'hidden-character': true,
  markup: true,
  'unusable-url': true,
  'unknown-base': true,
  'key-of-other-shape': true,
  'starter-without-ellipsis': true,
  'id-in-use': true,
};
const advice: Record<PackAdviceCode, true> = {
  'many-sentences': true,
  'long-sentence': true,
  'long-explanation': true,
  duty: true,
  blame: true,
  closed: true,
  score: true,
  ranking: true,
  'hard-word': true,
  'no-intention': true,
  'few-questions': true,
};
const codes = Object.keys(faults) as PackFaultCode[];
const advised = Object.keys(advice) as PackAdviceCode[];

const fault = (part: Partial<PackFault>): PackFault => ({
  line: 1,
  code: 'out-of-bounds',
  key: null,
  value: null,
  least: null,
  most: null,
  ...part,
});

afterEach(() => {
  speech.language = 'nl';
});

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  it('every fault has a plain sentence that no other has', () => {
    speech.language = language;
    const said = codes.map((code) => faultText({ code }));
    expect(new Set(said).size).toBe(codes.length);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
    expect(said.join(' ')).not.toMatch(/pack-fault|_|\{|\}/);
  });

  it('every advice has words that no other has', () => {
    speech.language = language;
    const said = advised.map((code) => adviceText(code));
    expect(new Set(said).size).toBe(advised.length);
    for (const sentence of said) expect(sentence).toMatch(/^.{10,}\.$/);
    expect(said.join(' ')).not.toContain('pack-advice');
  });
});

describe('what is allowed', () => {
  it.each([
    [fault({ least: 1, most: 400 }), '1 tot en met 400'],
    [fault({ least: 2 }), 'minstens 2'],
    [fault({ most: 1_048_576 }), 'hoogstens 1.048.576'],
    [fault({ code: 'too-large', most: 524_288 }), 'hoogstens 524 kB'],
    [fault({}), null],
  ])('is said where there is a bound', (one, said) => {
    expect(boundsOf(one)).toBe(said);
  });
});

describe('the language of a pack', () => {
  it('is told where it is not that of the window', () => {
    expect(otherLanguage(['en'])).toContain('alleen in het Engels');
    expect(otherLanguage(['nl'])).toBeNull();
    expect(otherLanguage(['en', 'nl'])).toBeNull();
    speech.language = 'en';
    expect(otherLanguage(['nl'])).toContain('in Dutch only');
  });
});
