/** The `journal` role in memory. */
import type { JournalCommands, OnlyReading } from './contract';
import { FakeBackend, type Handlers } from './fake';
import { FakeBackups } from './fake-backups';
import { aliasesProposed } from './fake-content';
import { finding } from './fake-finding';
import { FakeHandbook } from './fake-handbook';
import { FakeLearned } from './fake-learned';
import { FakeLife } from './fake-life';
import { FakeLookingBack } from './fake-looking-back';
import { FakeMachine } from './fake-machine';
import { FakeMirror } from './fake-mirror';
import { FakeOwnTrials } from './fake-own-trials';
import { FakeWalkThroughs } from './fake-walk-throughs';
import { FakeSheets } from './fake-sheets';
import { DAY, failure, FakeStore, type FakeJournalOptions } from './fake-store';

export { FakeBackups, type FakeBackup, type FakePlace } from './fake-backups';
export { FakeHandbook } from './fake-handbook';
export { FakeLearned } from './fake-learned';
export { FakeLife } from './fake-life';
export { FakeMachine } from './fake-machine';
export { FakeMirror } from './fake-mirror';
export { FakeOwnTrials } from './fake-own-trials';
export { FakeWalkThroughs } from './fake-walk-throughs';
export { FakeStore, type FakeJournalOptions } from './fake-store';

/** A `journal` role in memory, its store, its backups and the machine around it. */
export function fakeJournal(options: FakeJournalOptions = {}): {
  backend: FakeBackend<JournalCommands>;
  store: FakeStore;
  backups: FakeBackups;
  machine: FakeMachine;
  life: FakeLife;
  mirror: FakeMirror;
  sheets: FakeSheets;
  handbook: FakeHandbook;
  learned: FakeLearned;
  ownTrials: FakeOwnTrials;
  walkThroughs: FakeWalkThroughs;
} {
  const store = new FakeStore(options.now ?? (() => Date.now()), options);
  const backups = new FakeBackups(store, options.backups ?? [], options.second);
  const machine = new FakeMachine(options.machine);
  const mirror = new FakeMirror();
  const sheets = new FakeSheets();
  const handbook = new FakeHandbook();
  const learned = new FakeLearned(store, options.rules);
  const ownTrials = new FakeOwnTrials(store, options.ownTrials);
  const walkThroughs = new FakeWalkThroughs(store);
  const lookingBack = new FakeLookingBack(learned, walkThroughs);
  const life = new FakeLife(store, backups, mirror, learned);
  let trial: { inside: FakeStore } | null = null;
  /** What the commands are about. */
  const shown = (): FakeStore => trial?.inside ?? store;
  /** What may be written in: nothing, where it is only read. */
  const written = (): FakeStore => {
    if (trial !== null || options.opened?.onlyReading) throw failure({ code: 'only-reading' });
    return store;
  };
  const handlers: Handlers<JournalCommands> = {
    await_opening: () => {
      if (options.afterWalk === undefined) return { kind: 'journal', opened: store.opened() };
      const end = options.afterWalk === 'stopped' ? null : options.afterWalk;
      const onlyReading = Boolean(options.opened?.onlyReading);
      return { kind: 'joint-card', screen: walkThroughs.cardScreen(end, onlyReading) };
    },
    journal_painted: () => null,
    await_event: () => store.nextEvent(),
    ...mirror.handlers(shown, written),
    store_check: () => store.check,
    start_entry: (request) => written().view(written().start(request)),
    read_entry: ({ entry }) => shown().view(shown().open(entry)),
    change_entry: ({ entry: id, day, kind, alias }) => {
      const entry = written().open(id);
      if (kind !== null) {
        store.checkContact(kind, alias);
        entry.contact = { day, kind, alias };
      }
      entry.day = day;
      store.contactMade(entry);
      return store.view(entry);
    },
    other_question: ({ entry, question }) => ({
      question: written().other(store.open(entry), question),
    }),
    list_intentions: () => ({ intentions: shown().intentions }),
    let_go_intention: ({ intention, letGo }) => {
      written().letGo(intention, letGo);
      return null;
    },
    list_entries: ({ after }) => {
      const rows = shown().newestFirst.map((entry) => store.row(entry));
      const from = after ? rows.findIndex(({ entry }) => entry === after.entry) + 1 : 0;
      return store.page(rows.slice(from));
    },
    ...finding(shown),
    ...lookingBack.handlers(shown, written),
    save_answer: ({ entry, answer, field, text }) => {
      const { id, savedAt } = written().save(store.open(entry), answer, field, text);
      return { answer: id, savedAt };
    },
    leave_entry: () => null,
    delete_entry: ({ entry }) => {
      written().open(entry).binnedAt = store.now();
      return null;
    },
    restore_entry: ({ entry: id }) => {
      const entry = written().entries.get(id);
      if (!entry) throw failure({ code: 'entry-gone' });
      entry.binnedAt = null;
      return null;
    },
    erase_entry: ({ entry }) => {
      written().entries.delete(entry);
      return null;
    },
    erase_everywhere: ({ entry }) => {
      written().entries.delete(entry);
      return backups.erase(entry);
    },
    list_bin: () => ({
      held: backups.held,
      rows: [...shown().entries.values()]
        .filter((entry) => entry.binnedAt !== null)
        .sort((a, b) => (b.binnedAt ?? 0) - (a.binnedAt ?? 0))
        .map((entry) => ({
          row: store.row(entry),
          goesAt: store.moment((entry.binnedAt ?? 0) + DAY),
        })),
    }),
    list_aliases: () => ({
      aliases: [...new Set(shown().newestFirst.flatMap((entry) => entry.contact?.alias ?? []))],
    }),
    propose_alias: () => ({
      alias: aliasesProposed[store.id<number>() % aliasesProposed.length] ?? '',
    }),
    change_settings: (settings) => {
      if (settings.idleMinutes < 1 || settings.idleMinutes > 15)
        throw failure({ code: 'setting-out-of-bounds' });
      written().settings = settings;
      return { settings, kinds: store.kinds, houseRules: store.houseRules };
    },
    self_check: () => machine.check,
    save_statement: () => ({ path: machine.savesTo }),
    list_backups: () => backups.list,
    make_backup: () => {
      if (written().check.verdict !== 'sound') throw failure({ code: 'not-sound' });
      backups.make();
      return null;
    },
    choose_second_place: () => backups.choose(),
    use_second_place: () => backups.use(),
    forget_second_place: () => backups.forget(),
    try_backup: (backup) => {
      if (trial !== null) throw failure({ code: 'out-of-turn' });
      const { madeAt, inside } = backups.open(backup);
      const onlyReading: OnlyReading = { kind: 'trial', madeAt: store.moment(madeAt) };
      trial = { inside };
      return { ...inside.opened(), onlyReading };
    },
    end_trial: () => {
      if (trial === null) throw failure({ code: 'out-of-turn' });
      trial = null;
      return null;
    },
    accept_store: () => {
      if (written().check.verdict !== 'changed-outside') throw failure({ code: 'out-of-turn' });
      store.check = { ...store.check, verdict: 'sound' };
      return store.check;
    },
    ...life.handlers(shown, written),
    ...sheets.handlers(shown, written),
    ...handbook.handlers(shown, written),
    ...learned.handlers(shown, written),
    ...ownTrials.handlers(shown, written),
    ...walkThroughs.handlers(shown, written),
    lock_journal: () => null,
    quit_journal: () => null,
  };
  const backend = new FakeBackend(handlers);
  return {
    backend,
    store,
    backups,
    machine,
    life,
    mirror,
    sheets,
    handbook,
    learned,
    ownTrials,
    walkThroughs,
  };
}
