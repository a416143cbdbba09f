/** Short life in the `journal` role in memory: terms and aliases. */
import type {
  AliasEntries,
  AliasErased,
  AliasRow,
  AliasView,
  ContactView,
  Day,
  EntryCursor,
  JournalCommands,
  LeavingList,
  YearlyQuestion,
} from './contract';
import type { Handlers } from './fake';
import type { FakeBackups } from './fake-backups';
import type { FakeLearned } from './fake-learned';
import type { FakeMirror } from './fake-mirror';
import { triedIn } from './fake-sheets';
import { failure, type FakeStore, type StoredEntry } from './fake-store';
import { dueOn, folded, goingOf, lastContact, plusDays, plusYears, WEEK } from './fake-terms';

/** The commands that are answered here. */
type LifeCommand =
  | 'list_leaving'
  | 'yearly_question'
  | 'keep_another_year'
  | 'list_alias_rows'
  | 'read_alias'
  | 'list_alias_entries'
  | 'rename_alias'
  | 'merge_aliases'
  | 'close_alias'
  | 'erase_alias'
  | 'save_overview';

const MOST_ASKED = 50;
const PAGE = 50;

/** What lives shorter than the journal. */
export class FakeLife {
  /** When the question of the year was answered last. */
  keptOn: Day | null = null;
  /** Where the person lets an overview be written; nothing closes the dialog. */
  savesTo: string | null = '/home/noor/Documenten/overzicht.html';

  constructor(
    private readonly store: FakeStore,
    private readonly backups: FakeBackups,
    private readonly mirror: FakeMirror,
    private readonly learned: FakeLearned,
  ) {}

  /** Erases what is due and was told of a week ago, as the housekeeping does, and tells. */
  endTerms(): void {
    const { store } = this;
    const ended = this.current.filter((entry) => {
      const due = dueOn(entry, store.terms);
      return (
        due !== null &&
        due.day <= store.today &&
        entry.announcedOn !== null &&
        plusDays(entry.announcedOn, WEEK) <= store.today
      );
    });
    if (ended.length === 0) return;
    for (const { id } of ended) store.entries.delete(id);
    this.backups.erase(...ended.map(({ id }) => id));
    store.tell({ kind: 'terms-ended' });
  }

  /** What is answered: reading from what is shown, writing where that is allowed. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, LifeCommand> {
    return {
      list_leaving: () => (written(), this.leaving()),
      yearly_question: () => (written(), this.yearly()),
      keep_another_year: () => {
        this.keptOn = written().today;
        return null;
      },
      list_alias_rows: () => ({ rows: this.aliasRows(shown()) }),
      read_alias: ({ alias }) => this.aliasView(shown(), alias),
      list_alias_entries: ({ alias, after }) => pageOf(shown(), entriesOf(shown(), alias), after),
      rename_alias: ({ alias, to }) => {
        const store = written();
        const entries = entriesOf(store, alias);
        store.checkAlias(to);
        if (folded(alias) !== folded(to) && known(store, to))
          throw failure({ code: 'alias-taken' });
        this.move(alias, to.trim(), entries);
        return this.aliasView(store, to);
      },
      merge_aliases: ({ alias, to }) => {
        const store = written();
        const entries = entriesOf(store, alias);
        const into = entriesOf(store, to)[0]?.contact?.alias ?? to;
        // What would have gone sooner under its own alias still does.
        for (const entry of entries) entry.keepUntil = dueOn(entry, store.terms)?.day ?? null;
        this.move(alias, into, entries);
        return this.aliasView(store, into);
      },
      close_alias: ({ alias, closed }) => {
        const store = written();
        entriesOf(store, alias);
        if (closed) store.closed.set(folded(alias), store.today);
        else store.closed.delete(folded(alias));
        return this.aliasView(store, alias);
      },
      erase_alias: ({ alias }) => (written(), this.eraseAlias(alias)),
      save_overview: ({ alias }) => {
        const store = written();
        const entries = entriesOf(store, alias);
        if (this.savesTo !== null)
          for (const entry of entries)
            entry.status = { ...entry.status, carriedOutOn: store.today };
        return { path: this.savesTo };
      },
    };
  }

  private get current(): StoredEntry[] {
    return this.store.newestFirst;
  }

  private leaving(): LeavingList {
    const { store } = this;
    const rows = this.current.flatMap((entry) => {
      const due = dueOn(entry, store.terms);
      if (due === null || due.day > plusDays(store.today, WEEK)) {
        entry.announcedOn = null;
        return [];
      }
      if (entry.announcedOn === null || entry.announcedOn > store.today)
        entry.announcedOn = store.today;
      const going = goingOf(entry, store.terms);
      return going === null ? [] : [{ row: store.row(entry), going }];
    });
    return { rows: rows.toSorted((a, b) => a.going.day.localeCompare(b.going.day)) };
  }

  private yearly(): YearlyQuestion {
    const { store } = this;
    const yearAgo = plusYears(store.today, -1);
    if (this.keptOn !== null && this.keptOn > yearAgo) return { rows: [], more: false };
    const old = this.current
      .filter(({ keepUntil, startedAt }) => keepUntil === null && startedAt.slice(0, 10) < yearAgo)
      .toReversed();
    return {
      rows: old.slice(0, MOST_ASKED).map((entry) => store.row(entry)),
      more: old.length > MOST_ASKED,
    };
  }

  private move(from: string, to: string, entries: readonly StoredEntry[]): void {
    const { closed, quiet } = this.store;
    if (quiet.aliases.delete(folded(from))) quiet.aliases.add(folded(to));
    const closedOn = closed.get(folded(from));
    closed.delete(folded(from));
    if (closedOn !== undefined && !known(this.store, to)) closed.set(folded(to), closedOn);
    for (const entry of entries) if (entry.contact) entry.contact = { ...entry.contact, alias: to };
  }

  private eraseAlias(alias: string): AliasErased {
    const entries = entriesOf(this.store, alias);
    for (const { id } of entries) this.store.entries.delete(id);
    this.store.closed.delete(folded(alias));
    this.store.quiet.aliases.delete(folded(alias));
    return {
      everywhere: this.backups.erase(...entries.map(({ id }) => id)),
      stillNamed: [...this.store.texts, ...this.learned.texts].some((text) =>
        folded(text).includes(folded(alias)),
      ),
    };
  }

  private aliasRows(store: FakeStore): AliasRow[] {
    const all = new Map<string, string>();
    for (const { contact } of store.newestFirst)
      if (contact?.alias && !all.has(folded(contact.alias)))
        all.set(folded(contact.alias), contact.alias);
    const names = [...all.values()];
    return names
      .map((alias) => ({
        alias,
        lastContact: lastContact(alias, store.terms) ?? store.today,
        closedOn: store.closed.get(folded(alias)) ?? null,
        judgement: this.mirror.judge(alias, store),
      }))
      .toSorted((a, b) => b.lastContact.localeCompare(a.lastContact));
  }

  private aliasView(store: FakeStore, alias: string): AliasView {
    const entries = entriesOf(store, alias);
    const name = entries.at(-1)?.contact?.alias ?? alias;
    return {
      alias: name,
      lastContact: lastContact(alias, store.terms) ?? store.today,
      closedOn: store.closed.get(folded(alias)) ?? null,
      judgement: this.mirror.judge(name, store),
      entries: pageOf(store, entries, null),
      contacts: contactsOf(entries),
      tried: triedIn(store)
        .filter(({ intention }) => intention.alias && folded(intention.alias) === folded(alias))
        .slice(0, 50),
      relation: entries
        .filter(({ sheet, binnedAt }) => sheet?.form.form === 'werkrelatie' && binnedAt === null)
        .slice(0, 12)
        .map((entry) => ({
          entry: entry.id,
          day: entry.day,
          alias: name,
          steps: store
            .view(entry)
            .steps.filter(({ answer }) => answer !== null && answer.text !== ''),
        })),
      quiet: store.quiet.hasAlias(alias),
    };
  }
}

/** A page of the entries of an alias. */
function pageOf(
  store: FakeStore,
  entries: readonly StoredEntry[],
  after: EntryCursor | null,
): AliasEntries {
  const from = after === null ? 0 : entries.findIndex(({ id }) => id === after.entry) + 1;
  const page = entries.slice(from, from + PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((entry) => ({
      row: store.row(entry),
      going: entry.binnedAt === null ? goingOf(entry, store.terms) : null,
      status: entry.status,
      inBin: entry.binnedAt !== null,
    })),
    next: last && entries.length > from + PAGE ? { day: last.day, entry: last.id } : null,
  };
}

/** The contacts of some entries, the newest first, each once. */
function contactsOf(entries: readonly StoredEntry[]): ContactView[] {
  const all = new Map<string, ContactView>();
  for (const { contact, binnedAt } of entries)
    if (contact && binnedAt === null) all.set(`${contact.day} ${contact.kind}`, contact);
  return [...all.values()].sort((a, b) => b.day.localeCompare(a.day));
}

function known(store: FakeStore, alias: string): boolean {
  return [...store.entries.values()].some(
    ({ contact }) => contact?.alias && folded(contact.alias) === folded(alias),
  );
}

/** The entries of an alias, newest first, those in the bin too. */
function entriesOf(store: FakeStore, alias: string): StoredEntry[] {
  const entries = [...store.entries.values()]
    .filter(({ contact }) => contact?.alias && folded(contact.alias) === folded(alias))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
  if (entries.length === 0) throw failure({ code: 'alias-gone' });
  return entries;
}
