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
import { askedIn, holds, placesIn, type Asked } from './fake-query';
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
/** How many of the newest hits are answered at once. */
const HITS = 20;

/** The surroundings of the first place that is asked, on one line. */
function excerptOf(entry: StoredEntry, first: string, asked: readonly Asked[]): ExcerptPiece[] {
  for (const { text } of entry.answers) {
    const places = placesIn(text, asked);
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
      const asked = askedIn(text);
      const found = shown()
        .newestFirst.filter((entry) => passes(entry, filters))
        .filter((entry) => {
          const texts = entry.answers.map(({ text }) => text);
          return holds(texts, asked);
        });
      const often = ({ answers }: StoredEntry): number =>
        answers.reduce((sum, { text }) => sum + placesIn(text, asked).length, 0);
      if (order === 'best') found.sort((a, b) => often(b) - often(a));
      const at = after ? found.findIndex(({ id }) => id === after.entry) + 1 : 0;
      const hits = found.slice(at, at + (order === 'newest' ? HITS : PAGE));
      const last = hits.at(-1);
      return {
        rows: hits.map((entry): FoundRow => {
          const row = shown().row(entry);
          return { row, excerpt: excerptOf(entry, row.excerpt, asked) };
        }),
        next:
          order === 'newest' && last && found.length > at + HITS
            ? { day: last.day, entry: last.id }
            : null,
      };
    },
    find_in_entry: ({ entry, text }) => {
      const asked = askedIn(text);
      const matches = shown()
        .open(entry)
        .answers.flatMap(({ id, text }): EntryMatch[] =>
          placesIn(text, asked).map((place) => ({ answer: id, ...place })),
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
