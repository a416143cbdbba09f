/** A store in memory looks back: the commands of what returns and of what is kept quiet. */
import type {
  AlikeEntry,
  Day,
  GatheredMonth,
  JournalCommands,
  Month,
  OverMonths,
  OverMonthsRow,
  QuietList,
  ReturningWords,
  YearAgo,
} from './contract';
import type { Handlers } from './fake';
import { leafletIn } from './fake-leaflet';
import type { FakeLearned } from './fake-learned';
import { aspectOf } from './fake-questions';
import { triedIn } from './fake-sheets';
import { failure, type FakeStore, type StoredEntry } from './fake-store';
import { folded, plusDays, plusYears } from './fake-terms';
import type { FakeWalkThroughs } from './fake-walk-throughs';

type LookingBackCommand =
  | 'read_over_months'
  | 'list_returning_words'
  | 'read_year_ago'
  | 'list_alike'
  | 'gather_month'
  | 'list_quiet'
  | 'keep_quiet'
  | 'end_quiet';

const MONTHS = 12;
const RETURNING_DAYS = 90;
const AROUND = 7;
const ASPECTS = ['event', 'myself', 'other', 'values', 'knowledge', 'next-step', 'context'];

/** Words that say nothing by themselves; a small part of what the role leaves out. */
const PLAIN = new Set(
  'achteraf alleen altijd daar daarna dacht deze door eens eerst even gaan geen ging haar heeft hier iets keek keer komt kwam maar merkte moet naar niet nooit over steeds terug toen vandaag voor vroeg waar want waren wart weer werd wilde wist zijn zonder'.split(
    ' ',
  ),
);

/** Looking back, in memory. */
export class FakeLookingBack {
  constructor(
    private readonly learned: FakeLearned,
    private readonly walkThroughs: FakeWalkThroughs,
  ) {}

  /** The handlers of looking back. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, LookingBackCommand> {
    return {
      read_over_months: () => overMonths(shown()),
      list_returning_words: () => returningWords(shown()),
      read_year_ago: () => yearAgo(shown()),
      list_alike: ({ entry }) => ({ rows: alike(shown(), shown().open(entry)) }),
      gather_month: ({ month }) => this.gather(shown(), month),
      list_quiet: () => quietIn(shown()),
      keep_quiet: (what) => {
        const store = written();
        if (what.kind === 'entry') store.quiet.entries.add(store.open(what.entry).id);
        else if (what.kind === 'alias') store.quiet.aliases.add(knownAlias(store, what.alias));
        else {
          const { from, until } = what;
          if (until < from) throw failure({ code: 'period-unusable' });
          store.quiet.periods.push({ period: store.id(), from, until });
        }
        return quietIn(store);
      },
      end_quiet: (what) => {
        const { quiet } = written();
        if (what.kind === 'entry') quiet.entries.delete(what.entry);
        else if (what.kind === 'alias') quiet.aliases.delete(folded(what.alias));
        else quiet.periods = quiet.periods.filter(({ period }) => period !== what.period);
        return quietIn(written());
      },
    };
  }

  private gather(store: FakeStore, month: Month): GatheredMonth {
    const inMonth = (day: string): boolean => day.startsWith(month);
    return {
      month,
      tried: triedIn(store).filter(
        ({ intention, became }) =>
          inMonth(intention.day) || (became.kind === 'told' && inMonth(became.day)),
      ),
      rules: this.learned.rules
        .filter(({ changedAt, droppedOn }) => inMonth(changedAt) && droppedOn === null)
        .toReversed(),
      takenAlong: this.walkThroughs.takenAlong.filter(({ day }) => inMonth(day)),
    };
  }
}

/** The entries that looking back sees, newest first. */
function heard(store: FakeStore): StoredEntry[] {
  return store.newestFirst.filter((entry) => !store.quiet.has(entry));
}

function overMonths(store: FakeStore): OverMonths {
  const months = Array.from({ length: MONTHS }, (_, at) => {
    const day = new Date(`${store.today.slice(0, 7)}-15T12:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() - (MONTHS - 1 - at));
    return day.toISOString().slice(0, 7) as Month;
  });
  const themes = new Map<string, OverMonthsRow>();
  const aspects = new Map<string, OverMonthsRow>();
  const add = (rows: Map<string, OverMonthsRow>, id: string, name: string, at: number): void => {
    const row = rows.get(id) ?? { id, name, entries: months.map(() => 0) };
    row.entries[at] = (row.entries[at] ?? 0) + 1;
    rows.set(id, row);
  };
  for (const entry of heard(store)) {
    const at = months.indexOf(entry.day.slice(0, 7) as Month);
    if (at < 0) continue;
    for (const [id, name] of themesOf(store, entry)) add(themes, id, name, at);
    const kinds = new Set(
      entry.answers.flatMap(({ field, text }) =>
        field.kind === 'question' && text.trim() !== '' ? [aspectOf(field.id)] : [],
      ),
    );
    for (const kind of kinds) add(aspects, kind, '', at);
  }
  const last = ({ entries }: OverMonthsRow): number => entries.findLastIndex((count) => count > 0);
  return {
    months,
    themes: [...themes.values()].sort((a, b) => last(b) - last(a)),
    aspects: ASPECTS.flatMap((id) => aspects.get(id) ?? []),
  };
}

/** The themes that an entry is about, by their ids, with their names. */
function themesOf(store: FakeStore, entry: StoredEntry): Map<string, string> {
  const names = entry.answers.flatMap(({ asked, field, text }) =>
    field.kind === 'question' && asked?.theme && text.trim() !== '' ? [asked.theme] : [],
  );
  const sheet = store.formOf(entry)?.head.theme;
  if (sheet) names.push(sheet);
  const known = leafletIn(store.settings.appearance.language).themes;
  return new Map(names.map((name) => [known.find((one) => one.name === name)?.id ?? name, name]));
}

/** The words of an entry of four letters and more, folded, each as it was written there. */
function wordsOf(entry: StoredEntry): Map<string, string> {
  const words = new Map<string, string>();
  for (const { text } of entry.answers)
    for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
      const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      if (!PLAIN.has(plain) && !words.has(plain)) words.set(plain, word.toLowerCase());
    }
  return words;
}

function returningWords(store: FakeStore): ReturningWords {
  const from = plusDays(store.today, -RETURNING_DAYS);
  const late = heard(store).filter(({ day }) => day >= from);
  const names = new Set(
    store.newestFirst.flatMap(({ contact }) => folded(contact?.alias ?? '').split(' ')),
  );
  const found = new Map<string, { word: string; entries: number; days: Set<Day> }>();
  for (const entry of late)
    for (const [plain, word] of wordsOf(entry)) {
      const known = found.get(plain) ?? { word, entries: 0, days: new Set<Day>() };
      known.entries += 1;
      known.days.add(entry.day);
      found.set(plain, known);
    }
  const words = [...found]
    .filter(
      ([plain, { entries, days }]) =>
        !names.has(plain) && entries >= 3 && days.size >= 3 && 3 * entries <= late.length,
    )
    .sort(([a, one], [b, other]) => other.entries - one.entries || a.localeCompare(b))
    .map(([, { word, entries }]) => ({ word, entries }));
  return { from, until: store.today, words: words.slice(0, 24) };
}

function yearAgo(store: FakeStore): YearAgo {
  const then = plusYears(store.today, -1);
  const [from, until] = [plusDays(then, -AROUND), plusDays(then, AROUND)];
  const rows = heard(store).filter(({ day }) => from <= day && day <= until);
  return { from, until, rows: rows.slice(0, 50).map((entry) => store.row(entry)) };
}

function alike(store: FakeStore, entry: StoredEntry): AlikeEntry[] {
  const every = store.newestFirst.map(wordsOf);
  const inHowMany = (word: string): number => every.filter((words) => words.has(word)).length;
  const own = wordsOf(entry);
  const rare = [...own.keys()]
    .map((word) => ({ word, count: inHowMany(word) }))
    .filter(({ count }) => count >= 2 && count <= Math.max(2, every.length / 3))
    .sort((a, b) => a.count - b.count || a.word.localeCompare(b.word));
  const themes = themesOf(store, entry);
  return heard(store)
    .filter(({ id }) => id !== entry.id)
    .map((other) => {
      const its = wordsOf(other);
      const shared = rare.filter(({ word }) => its.has(word));
      const both = [...themesOf(store, other)].filter(([id]) => themes.has(id));
      const weight =
        shared.reduce((sum, { count }) => sum + Math.log(every.length / count), 0) +
        both.length / 2;
      return {
        weight: shared.length > 0 ? weight : 0,
        row: store.row(other),
        themes: both.map(([, name]) => name),
        words: shared.slice(0, 6).map(({ word }) => own.get(word) ?? word),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 8)
    .map(({ row, themes, words }) => ({ row, themes, words }));
}

function quietIn(store: FakeStore): QuietList {
  const { entries, periods } = store.quiet;
  const all = store.newestFirst;
  const names = new Map(
    all.flatMap(({ contact }): [string, string][] =>
      contact?.alias && store.quiet.hasAlias(contact.alias)
        ? [[folded(contact.alias), contact.alias]]
        : [],
    ),
  );
  return {
    entries: all.filter(({ id }) => entries.has(id)).map((entry) => store.row(entry)),
    aliases: [...names.values()].sort((a, b) => a.localeCompare(b)),
    periods: periods.toSorted((a, b) => b.from.localeCompare(a.from)),
  };
}

function knownAlias(store: FakeStore, alias: string): string {
  const known = store.newestFirst.some(
    ({ contact }) => contact?.alias && folded(contact.alias) === folded(alias),
  );
  if (!known) throw failure({ code: 'alias-gone' });
  return folded(alias);
}
