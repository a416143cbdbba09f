import { afterEach, describe, expect, it } from 'vitest';

import type { Baggage, BlockLabel, Mood } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { askedOf, isWritten, readAs } from './labels';

afterEach(() => void (speech.resident = 'inwoner'));

const asked = (label: BlockLabel, heading: string | null = null) => askedOf({ label, heading });

describe('the words above a part', () => {
  it('are those in which it was asked, with the column of a sheet', () => {
    expect(asked({ kind: 'asked', text: 'Wat pleit ervoor?' })).toBe('Wat pleit ervoor?');
    expect(asked({ kind: 'asked', text: 'Voor' }, 'Nu bellen')).toBe('Voor · Nu bellen');
  });

  it('are none above a free page, and ours above the rest', () => {
    expect(asked({ kind: 'free' })).toBeNull();
    const kinds = ['feeling', 'intention', 'outcome', 'baggage', 'mood'] as const;
    expect(kinds.map((kind) => asked({ kind }))).toEqual([
      'Hoe was het voor jou?',
      'Voor de volgende keer',
      'Wat ervan kwam',
      'Wat draagt de inwoner mee?',
      'Hoe zit je erbij?',
    ]);
    speech.resident = 'kandidaat';
    expect(asked({ kind: 'baggage' })).toBe('Wat draagt de kandidaat mee?');
  });
});

describe('the words of a part', () => {
  it('are said for every code, and never shown as a code', () => {
    const baggage: Baggage[] = ['life-story', 'criticism', 'both', 'unknown'];
    const mood: Mood[] = ['calm', 'touched', 'angry', 'proud'];
    for (const [kind, codes] of [['baggage', baggage] as const, ['mood', mood] as const])
      for (const code of codes) {
        expect(readAs({ kind }, code), code).not.toBe(code);
        expect(isWritten({ kind })).toBe(false);
      }
  });

  it('that were written stay as they are, even where they look like a code', () => {
    for (const label of [{ kind: 'free' }, { kind: 'asked', text: '?' }] as const) {
      expect(readAs(label, 'both')).toBe('both');
      expect(isWritten(label)).toBe(true);
    }
    expect(readAs({ kind: 'mood' }, 'toString')).toBe('toString');
  });
});
