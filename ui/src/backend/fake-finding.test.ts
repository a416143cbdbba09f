/** The store in memory finds what the role finds: the cases are those of `search/tests.rs` and `searching/places.rs`. */
import { describe, expect, it } from 'vitest';

import type { EntryId, SearchFilters } from './contract';
import type { Specimen } from './fake-content';
import { fakeJournal } from './fake-journal';
import { askedIn } from './fake-query';

const NOTHING: SearchFilters = {
  from: null,
  until: null,
  kind: null,
  alias: null,
  theme: null,
  form: null,
  status: null,
};

const page = (...texts: string[]): Specimen => ({ daysAgo: 0, kind: null, alias: null, texts });

function journal(specimens: readonly Specimen[]) {
  const { backend, store } = fakeJournal({ now: () => Date.UTC(2026, 10, 21, 13), specimens });
  return {
    /** The texts of what is found, newest first. */
    async found(text: string): Promise<string[]> {
      const { rows } = await backend.call('search_entries', {
        text,
        order: 'newest',
        filters: NOTHING,
        after: null,
      });
      return rows.map(({ row }) => textsOf(row.entry).join(' | '));
    },
    /** What is marked in the newest entry, as it stands in its answers. */
    async marked(text: string): Promise<string[]> {
      const entry = store.newestFirst[0]?.id as EntryId;
      const { matches } = await backend.call('find_in_entry', { entry, text });
      return matches.map(({ answer, start, end }) => {
        const found = store.open(entry).answers.find(({ id }) => id === answer);
        return found?.text.slice(start, end) ?? '';
      });
    },
  };

  function textsOf(entry: EntryId): string[] {
    return store.open(entry).answers.flatMap(({ text }) => (text === '' ? [] : [text]));
  }
}

describe('a question', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' \n\u00a0\u3000', []],
    ['Schaamte  GEÏRR\nschaamte', ['schaamte', 'geirr']],
    ['niet-verschenen o’clock', ['niet', 'verschenen', 'o', 'clock']],
    ['"niet-verschenen om" ja', ['"niet verschenen om"', 'ja']],
    ['"één""twee drie"vier', ['een', '"twee drie"', 'vier']],
    ['"nooit gesloten', ['nooit', 'gesloten']],
    ['5" en 6"', ['5', 'en', '6']],
    ['“krullen zijn tekst”', ['krullen', 'zijn', 'tekst']],
    ['-niet ja -niet-verschenen -niet', ['-niet', 'ja', '-niet verschenen']],
    ['- " -', []],
    ['"" " \n "', []],
    ['-- -😀 -\u0301x -"nee"', ["'--'", "'-😀'", 'x', 'nee']],
    ['–gedachtestreep a-b', ['gedachtestreep', 'a', 'b']],
    ['😀 *( " 👍 " 😀', ["'😀'", "'*('", "'👍'"]],
    ['\0 x\0y', ["'\0'", 'x', 'y']],
  ])('%j reads as words, phrases and what must not occur', (text, expected) => {
    const said = askedIn(text).map(({ kind, text }) => {
      if (kind === 'raw') return `'${text}'`;
      if (kind === 'not') return `-${text}`;
      return text.includes(' ') ? `"${text}"` : text;
    });
    expect(said).toEqual(expected);
  });
});

describe('what is found', () => {
  const letter = 'De brief over de Bijstandsuitkering lag open.';
  const upset = 'Geïrriteerd was ik niet, wel moe.';
  const silence = 'Er viel een stilte. Om half tien was hij moe.';
  const { found } = journal([page(letter), page(upset), page(silence)]);
  const all = async (text: string): Promise<string[]> => (await found(text)).sort();

  it('has every word part, with no regard to capitals and accents', async () => {
    expect(await found('UITKERING brief')).toEqual([letter]);
    expect(await found('geirr')).toEqual([upset]);
    expect(await found('uitkering moe')).toEqual([]);
    expect(await all('moe')).toEqual([silence, upset].sort());
  });

  it('has a phrase as words after each other', async () => {
    expect(await found('"half tien was"')).toEqual([silence]);
    expect(await found('"tien half"')).toEqual([]);
    expect(await found('"stilte om ha"')).toEqual([silence]);
  });

  it('has nothing that must not occur, in any answer', async () => {
    expect(await found('moe -stil')).toEqual([upset]);
    expect(await found('-moe')).toEqual([letter]);
    expect(await all('-zebra')).toHaveLength(3);
    // A quote after the dash is no phrase: the words are asked for, as the role asks for them.
    expect(await found('-"brief"')).toEqual([letter]);
  });

  it('may have its words in different answers, but a phrase in one', async () => {
    const spread = journal([
      { daysAgo: 0, kind: 'huisbezoek', alias: null, texts: ['half', 'tien uur'] },
    ]);
    expect(await spread.found('half uur')).toHaveLength(1);
    expect(await spread.found('"half tien"')).toEqual([]);
    expect(await spread.found('half -uur')).toEqual([]);
  });
});

describe('where it stands', () => {
  const { marked } = journal([
    page('😀 Één uitkering, geen BIJSTANDSUITKERING 😀 e\u0301e\u0301n'),
  ]);

  it.each<[string, string[]]>([
    ['uitkering', ['uitkering', 'UITKERING']],
    ['uitkering geen', ['uitkering', 'geen', 'UITKERING']],
    ['een', ['Één', 'een', 'e\u0301e\u0301n']],
    ['"uitkering geen"', ['uitkering, geen']],
    ['😀', ['😀', '😀']],
    ['-uitkering', []],
    ['-uitkering geen', ['geen']],
    ['', []],
    // Parts of one word, which overlap, are one place.
    ['uitke kering', ['uitkering', 'UITKERING']],
    ['"k e"', []],
  ])('%j is marked in order and apart', async (text, expected) => {
    expect(await marked(text)).toEqual(expected);
  });
});
