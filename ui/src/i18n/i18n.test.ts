import { FluentBundle, FluentResource } from '@fluent/bundle';
import { afterEach, describe, expect, it } from 'vitest';

import english from '../../../assets/i18n/en.ftl?raw';
import dutch from '../../../assets/i18n/nl.ftl?raw';
import type { Day, Moment, ResidentWord, WorkerWord } from '../backend/contract';
import { sizeInWords } from './amounts';
import { dayFrom, dayInFull, dayOf, monthInFull, timeOf } from './dates';
import { speech, t } from './i18n.svelte';

afterEach(() => {
  speech.language = 'nl';
  speech.resident = 'inwoner';
  speech.worker = 'consulent';
});

describe('words', () => {
  it('follow the language', () => {
    expect(t('shared-show')).toBe('Toon');
    speech.language = 'en';
    expect(t('shared-show')).toBe('Show');
  });

  it('fill in variables without marks around them', () => {
    expect(t('keys-step', { step: 2 })).toBe('Stap 2 van 3');
  });

  it('name people as the organisation does', () => {
    const said: Record<ResidentWord, string> = {
      inwoner: 'een inwoner',
      klant: 'een klant',
      client: 'een cliënt',
      kandidaat: 'een kandidaat',
    };
    for (const [word, words] of Object.entries(said)) {
      speech.resident = word as ResidentWord;
      expect(t('keys-welcome-what')).toContain(words);
    }
  });

  it('have a word of its own for each choice, in both languages', () => {
    const residents: ResidentWord[] = ['inwoner', 'klant', 'client', 'kandidaat'];
    const workers: WorkerWord[] = [
      'consulent',
      'klantmanager',
      'inkomensconsulent',
      'werkconsulent',
      'participatiecoach',
    ];
    for (const language of ['nl', 'en'] as const) {
      speech.language = language;
      for (const form of ['one', 'many', 'One']) {
        const term = (name: string) => {
          const pattern = speech.bundle._terms.get(name)?.value;
          if (!pattern) throw new Error(`no ${name}`);
          return () => speech.bundle.formatPattern(pattern, { form }, []);
        };
        const distinct = new Set(
          residents.map((word) => ((speech.resident = word), term('-resident')())),
        );
        expect(distinct.size).toBe(residents.length);
        const names = new Set(workers.map((word) => ((speech.worker = word), term('-worker')())));
        expect(names.size).toBe(workers.length);
      }
    }
  });
});

describe.each([
  ['nl', dutch],
  ['en', english],
] as const)('the words in %s, read when the window is built', (language, source) => {
  it('are those that the runtime would read itself', () => {
    const itself = new FluentBundle(language);
    itself.addResource(new FluentResource(source));
    speech.language = language;
    expect(itself._messages.size).toBeGreaterThan(100);
    // Compared as text: the parser's objects have no prototype, those of JSON have.
    const listed = (entries: ReadonlyMap<string, object>) => JSON.stringify([...entries]);
    // What begins with `native-` is said by Rust, and no window carries it.
    const said = new Map([...itself._messages].filter(([id]) => !id.startsWith('native-')));
    expect(said.size).toBeLessThan(itself._messages.size);
    expect(listed(speech.bundle._messages)).toBe(listed(said));
    expect(listed(speech.bundle._terms)).toBe(listed(itself._terms));
  });
});

describe('days and times', () => {
  const saturday = '2026-11-21' as Day;

  it('are in the words of the language', () => {
    expect(dayInFull(saturday)).toBe('zaterdag 21 november 2026');
    expect(monthInFull(saturday)).toBe('november 2026');
    speech.language = 'en';
    expect(dayInFull(saturday)).toContain('November');
  });

  it('keep the clock and the day of the place where it was written', () => {
    const moment = '2026-11-21T23:58:07+01:00' as Moment;
    expect(timeOf(moment)).toBe('23:58');
    expect(dayOf(moment)).toBe('2026-11-21');
  });

  it('call the nearest days by name', () => {
    expect(dayFrom(saturday, saturday)).toBe('vandaag');
    expect(dayFrom(saturday, '2026-11-20' as Day)).toBe('gisteren');
    expect(dayFrom(saturday, '2026-11-19' as Day)).toBe('donderdag 19 november 2026');
    expect(dayFrom('2026-03-01' as Day, '2026-02-28' as Day)).toBe('gisteren');
  });
});

it('says sizes as a folder of the system would', () => {
  const plain = (bytes: number) => sizeInWords(bytes).replaceAll(/\s/g, ' ');
  expect([0, 200, 999_499, 1_234_567, 48_234_567, 123_456_789, 2_500_000_000].map(plain)).toEqual([
    '0 kB',
    '1 kB',
    '999 kB',
    '1,2 MB',
    '48,2 MB',
    '123 MB',
    '2,5 GB',
  ]);
  speech.language = 'en';
  expect(plain(1_234_567)).toBe('1.2 MB');
});
