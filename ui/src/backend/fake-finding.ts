/**
 * A store in memory finds what was written, by a plain scan: the commands of searching and of the
 * list by months. What it finds is what the index of the role finds.
 */
import type {
  EntryMatch,
  ExcerptPiece,
  FoundRow,
  JournalCommands,
  MonthRow,
  SearchFilters,
} from './contract';
import { leafletIn } from './fake-leaflet';
import type { FakeStore, StoredEntry } from './fake-store';

type Handlers = Pick<
  {
    [Name in keyof JournalCommands]: (
      request: JournalCommands[Name]['request'],
    ) => JournalCommands[Name]['response'];
  },
  'search_entries' | 'find_in_entry' | 'list_months' | 'list_month' | 'list_days'
>;

const PAGE = 50;

/** What one token of a query asks. */
type Token =
  | { kind: 'words'; words: string[] }
  | { kind: 'phrase'; text: string }
  /** Without a word: as it stands. */
  | { kind: 'signs'; text: string }
  | { kind: 'not'; text: string };

/** A text without case and diacritics, with the place in the text that each unit comes from. */
function fold(text: string): { folded: string; origin: number[] } {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < bare.length; unit += 1) origin.push(at);
    folded += bare;
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** The folded words of a text. */
function wordsOf(text: string): string[] {
  return fold(text).folded.match(WORD) ?? [];
}

/** The folded words of a text with one space between, and where each unit comes from. */
function running(text: string): { folded: string; origin: number[] } {
  const { folded, origin } = fold(text);
  let joined = '';
  const places: number[] = [];
  for (const { 0: word, index } of folded.matchAll(WORD)) {
    if (joined !== '') {
      joined += ' ';
      places.push(origin[index - 1] ?? 0);
    }
    for (let unit = 0; unit < word.length; unit += 1) places.push(origin[index + unit] ?? 0);
    joined += word;
  }
  return { folded: joined, origin: places };
}

/** Cuts a query into what it asks. */
function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let rest = query;
  for (;;) {
    rest = rest.replace(/^\s+/u, '');
    if (rest === '') return tokens;
    const not = /^-(?=["\p{L}\p{N}])/u.test(rest);
    const body = not ? rest.slice(1) : rest;
    const phrase = /^"([^"]*)"/u.exec(body);
    const text = phrase?.[1] ?? /^\S+/u.exec(body)?.[0] ?? '';
    rest = body.slice(phrase ? phrase[0].length : text.length);
    const words = wordsOf(text);
    if (words.length === 0) {
      const signs = text.replaceAll(/["\s]/gu, '');
      if (signs !== '' && signs !== '-') tokens.push({ kind: 'signs', text: signs });
    } else if (not) tokens.push({ kind: 'not', text: words.join(' ') });
    else if (phrase) tokens.push({ kind: 'phrase', text: words.join(' ') });
    else tokens.push({ kind: 'words', words });
  }
}

function holds(texts: readonly string[], token: Token): boolean {
  switch (token.kind) {
    case 'words': {
      const all = texts.flatMap(wordsOf);
      return token.words.every((part) => all.some((word) => word.includes(part)));
    }
    case 'phrase':
      return texts.some((text) => running(text).folded.includes(token.text));
    case 'signs':
      return texts.some((text) => text.includes(token.text));
    case 'not':
      return !texts.some((text) => running(text).folded.includes(token.text));
  }
}

/** Where what is asked stands in a text, in UTF-16 code units; in order and apart. */
function placesIn(text: string, tokens: readonly Token[]): { start: number; end: number }[] {
  const hit = new Array<number>(text.length).fill(0);
  let mark = 0;
  const paint = (folded: string, origin: number[], part: string): void => {
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + part.length)) {
      const start = origin[at] ?? 0;
      let end = (origin[at + part.length - 1] ?? text.length - 1) + 1;
      while (end < text.length && /\p{M}/u.test(text.slice(end, end + 1))) end += 1;
      if (hit.slice(start, end).every((by) => by === 0)) hit.fill((mark += 1), start, end);
    }
  };
  for (const token of tokens) {
    if (token.kind === 'phrase') {
      const { folded, origin } = running(text);
      paint(folded, origin, token.text);
    } else if (token.kind === 'words') {
      const { folded, origin } = fold(text);
      for (const part of token.words) paint(folded, origin, part);
    } else if (token.kind === 'signs')
      paint(
        text,
        Array.from(text, (_, unit) => unit),
        token.text,
      );
  }
  const places: { start: number; end: number }[] = [];
  for (let start = 0; start < text.length;) {
    let end = start + 1;
    while (end < text.length && hit[end] === hit[start]) end += 1;
    if (hit[start]) places.push({ start, end });
    start = end;
  }
  return places;
}

/** The surroundings of the first place that is asked, on one line. */
function excerptOf(entry: StoredEntry, first: string, tokens: readonly Token[]): ExcerptPiece[] {
  for (const { text } of entry.answers) {
    const places = placesIn(text, tokens);
    const [place] = places;
    if (!place) continue;
    const from = Math.max(0, place.start - 60);
    const until = Math.min(text.length, from + 160);
    const pieces: ExcerptPiece[] = [];
    let at = from;
    for (const { start, end } of places.filter(({ end }) => end <= until)) {
      if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
      pieces.push({ text: text.slice(start, end), marked: true });
      at = end;
    }
    if (at < until) pieces.push({ text: text.slice(at, until), marked: false });
    return pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll(/\s+/g, ' ') }));
  }
  return first === '' ? [] : [{ text: first, marked: false }];
}

/** The handlers of finding. */
export function finding(shown: () => FakeStore): Handlers {
  /** The name of a theme: an answer knows that of its question. */
  const nameOf = (theme: string): string | undefined =>
    leafletIn(shown().settings.appearance.language).themes.find(({ id }) => id === theme)?.name;
  const passes = (entry: StoredEntry, filters: SearchFilters): boolean => {
    const { from, until, kind, alias, theme, form, status } = filters;
    const isForm =
      form === null ||
      (form.kind === 'sheet'
        ? entry.sheet?.form.pack === form.form.pack && entry.sheet.form.form === form.form.form
        : entry.sheet === null && entry.form === form.kind);
    const { shownOn, carriedOutOn } = entry.status;
    const isStatus =
      status === null ||
      {
        personal: shownOn === null && carriedOutOn === null,
        shown: shownOn !== null,
        'carried-out': carriedOutOn !== null,
      }[status];
    return (
      (from === null || entry.day >= from) &&
      (until === null || entry.day <= until) &&
      (kind === null || entry.contact?.kind === kind) &&
      (alias === null || entry.contact?.alias === alias) &&
      (theme === null ||
        entry.answers.some(
          ({ asked, text }) => text !== '' && asked !== null && asked.theme === nameOf(theme),
        )) &&
      isForm &&
      isStatus
    );
  };
  const inMonth = (month: string): StoredEntry[] =>
    shown().newestFirst.filter(({ day }) => day.startsWith(month));

  return {
    search_entries: ({ text, order, filters, after }) => {
      const tokens = tokensOf(text);
      const found = shown()
        .newestFirst.filter((entry) => passes(entry, filters))
        .filter((entry) => {
          const texts = entry.answers.map(({ text }) => text);
          return tokens.every((token) => holds(texts, token));
        });
      const often = ({ answers }: StoredEntry): number =>
        answers.reduce((sum, { text }) => sum + placesIn(text, tokens).length, 0);
      if (order === 'best') found.sort((a, b) => often(b) - often(a));
      const at = after ? found.findIndex(({ id }) => id === after.entry) + 1 : 0;
      const hits = found.slice(at, at + PAGE);
      const last = hits.at(-1);
      return {
        rows: hits.map((entry): FoundRow => {
          const row = shown().row(entry);
          return { row, excerpt: excerptOf(entry, row.excerpt, tokens) };
        }),
        next:
          order === 'newest' && last && found.length > at + PAGE
            ? { day: last.day, entry: last.id }
            : null,
      };
    },
    find_in_entry: ({ entry, text }) => {
      const tokens = tokensOf(text).filter(({ kind }) => kind !== 'not');
      const matches = shown()
        .open(entry)
        .answers.flatMap(({ id, text }): EntryMatch[] =>
          placesIn(text, tokens).map((place) => ({ answer: id, ...place })),
        );
      return { matches };
    },
    list_months: () => {
      const months: MonthRow[] = [];
      for (const { day } of shown().newestFirst) {
        const month = day.slice(0, 7) as MonthRow['month'];
        const last = months.at(-1);
        if (last?.month === month) last.rows += 1;
        else months.push({ month, rows: 1 });
      }
      return { months };
    },
    list_month: ({ month, first }) => {
      const all = inMonth(month);
      const rows = all.slice(first, first + PAGE).map((entry) => shown().row(entry));
      const last = rows.at(-1);
      return {
        rows,
        next: last && all.length > first + PAGE ? { day: last.day, entry: last.entry } : null,
      };
    },
    list_days: ({ month }) => ({
      days: [...new Set(inMonth(month).map(({ day }) => day))].sort(),
    }),
  };
}
