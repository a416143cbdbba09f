/** A store in memory finds what was written: the commands of searching and of the list by months. */
import type { JournalCommands, SearchPage } from './contract';
import type { FakeStore } from './fake-store';

type Handlers = Pick<
  {
    [Name in keyof JournalCommands]: (
      request: JournalCommands[Name]['request'],
    ) => JournalCommands[Name]['response'];
  },
  'search_entries' | 'find_in_entry' | 'list_months' | 'list_month' | 'list_days'
>;

/** Without case and diacritics. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The handlers of finding. */
export function finding(shown: () => FakeStore): Handlers {
  return {
    search_entries: ({ text }): SearchPage => {
      const fragments = plain(text).split(/\s+/).filter(Boolean);
      const found = shown().newestFirst.filter((entry) => {
        const all = plain(entry.answers.map((answer) => answer.text).join('\n'));
        return fragments.every((fragment) => all.includes(fragment));
      });
      const page = shown().page(found.map((entry) => shown().row(entry)));
      return {
        rows: page.rows.map((row) => ({ row, excerpt: [{ text: row.excerpt, marked: false }] })),
        next: page.next,
      };
    },
    find_in_entry: () => ({ matches: [] }),
    list_months: () => ({ months: [] }),
    list_month: () => ({ rows: [], next: null }),
    list_days: () => ({ days: [] }),
  };
}
