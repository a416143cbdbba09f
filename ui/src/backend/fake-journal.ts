/** The `journal` role in memory. */
import type { JournalCommands } from './contract';
import { FakeBackend, type Handlers } from './fake';
import { aliasesProposed } from './fake-content';
import { DAY, failure, FakeStore, type FakeJournalOptions } from './fake-store';

export { FakeStore, type FakeJournalOptions } from './fake-store';

/** A `journal` role in memory, and its store. */
export function fakeJournal(options: FakeJournalOptions = {}): {
  backend: FakeBackend<JournalCommands>;
  store: FakeStore;
} {
  const store = new FakeStore(options.now ?? (() => Date.now()), options);
  const handlers: Handlers<JournalCommands> = {
    await_opening: () => store.opened(),
    journal_painted: () => null,
    await_event: () => store.nextEvent(),
    store_check: () => store.opened().check,
    start_entry: (request) => store.view(store.start(request)),
    read_entry: ({ entry }) => store.view(store.open(entry)),
    change_entry: ({ entry: id, day, kind, alias }) => {
      const entry = store.open(id);
      if (kind !== null) {
        store.checkContact(kind, alias);
        entry.contact = { day, kind, alias };
      }
      entry.day = day;
      return store.view(entry);
    },
    other_question: ({ entry, question }) => ({
      question: store.other(store.open(entry), question),
    }),
    list_intentions: () => ({ intentions: store.intentions }),
    let_go_intention: ({ intention, letGo }) => {
      store.letGo(intention, letGo);
      return null;
    },
    list_entries: ({ after }) => {
      const rows = store.newestFirst.map((entry) => store.row(entry));
      const from = after ? rows.findIndex(({ entry }) => entry === after.entry) + 1 : 0;
      return store.page(rows.slice(from));
    },
    search_entries: ({ text }) => {
      const fragments = plain(text).split(/\s+/).filter(Boolean);
      const found = store.newestFirst.filter((entry) => {
        const all = plain(entry.answers.map((answer) => answer.text).join('\n'));
        return fragments.every((fragment) => all.includes(fragment));
      });
      return store.page(found.map((entry) => store.row(entry)));
    },
    save_answer: ({ entry, answer, field, text }) => {
      const { id, savedAt } = store.save(store.open(entry), answer, field, text);
      return { answer: id, savedAt };
    },
    leave_entry: () => null,
    delete_entry: ({ entry }) => {
      store.open(entry).binnedAt = store.now();
      return null;
    },
    restore_entry: ({ entry: id }) => {
      const entry = store.entries.get(id);
      if (!entry) throw failure({ code: 'entry-gone' });
      entry.binnedAt = null;
      return null;
    },
    erase_entry: ({ entry }) => {
      store.entries.delete(entry);
      return null;
    },
    list_bin: () => ({
      rows: [...store.entries.values()]
        .filter((entry) => entry.binnedAt !== null)
        .sort((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0))
        .map((entry) => ({
          row: store.row(entry),
          goesAt: store.moment((entry.binnedAt ?? 0) + DAY),
        })),
    }),
    list_aliases: () => ({
      aliases: [...new Set(store.newestFirst.flatMap((entry) => entry.contact?.alias ?? []))],
    }),
    propose_alias: () => ({
      alias: aliasesProposed[store.id<number>() % aliasesProposed.length] ?? '',
    }),
    change_settings: (settings) => {
      if (settings.idleMinutes < 1 || settings.idleMinutes > 15)
        throw failure({ code: 'setting-out-of-bounds' });
      store.settings = settings;
      return { settings, kinds: store.kinds };
    },
    lock_journal: () => null,
    quit_journal: () => null,
  };
  return { backend: new FakeBackend(handlers), store };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
