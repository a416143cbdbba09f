/** The `journal` role in memory. */
import type {
  AnswerId,
  Appearance,
  ContactKind,
  Day,
  EntryId,
  EntryPage,
  EntryRow,
  EntryView,
  Failure,
  JournalCommands,
  Moment,
  Opened,
  QuestionView,
  Settings,
  ShellEvent,
  Step,
} from './contract';
import { FakeBackend, type Handlers } from './fake';
import { aliasesProposed, kindsIn, questionsIn, type Specimen } from './fake-content';

const PAGE = 50;
const DAY = 24 * 60 * 60 * 1000;

/** How the role stands when its window opens. */
export interface FakeJournalOptions {
  readonly now?: () => number;
  readonly appearance?: Partial<Appearance>;
  readonly settings?: Partial<Settings>;
  readonly opened?: Partial<Pick<Opened, 'recoveryReady' | 'withRecoveryKey' | 'check'>>;
  readonly specimens?: readonly Specimen[];
}

interface StoredAnswer {
  id: AnswerId;
  question: string | null;
  text: string;
  savedAt: Moment;
}

interface StoredEntry {
  readonly id: EntryId;
  readonly start: JournalCommands['start_entry']['request'];
  readonly day: Day;
  readonly startedAt: Moment;
  readonly asked: readonly QuestionView[];
  answers: StoredAnswer[];
  binnedAt: number | null;
}

/** The role's memory, for a test that wants to see what became durable. */
export class FakeStore {
  readonly entries = new Map<EntryId, StoredEntry>();
  settings: Settings;
  private lastId = 0;
  private readonly told: ShellEvent[] = [];
  private hears: ((event: ShellEvent) => void) | null = null;

  constructor(
    readonly now: () => number,
    private readonly options: FakeJournalOptions,
  ) {
    this.settings = {
      idleMinutes: 5,
      residentWord: 'inwoner',
      workerWord: 'consulent',
      ...options.settings,
      appearance: { language: 'nl', textSize: 'normal', ...options.appearance },
    };
    for (const specimen of options.specimens ?? []) this.add(specimen);
  }

  /** The shell says something to the window. */
  tell(event: ShellEvent): void {
    if (this.hears === null) this.told.push(event);
    else this.hears(event);
    this.hears = null;
  }

  /** Waits for the next thing the shell says. */
  nextEvent(): Promise<ShellEvent> {
    const waiting = this.told.shift();
    if (waiting) return Promise.resolve(waiting);
    return new Promise((resolve) => (this.hears = resolve));
  }

  /** Every text that is on disk, in no promised order. */
  get texts(): string[] {
    return [...this.entries.values()].flatMap((entry) => entry.answers.map(({ text }) => text));
  }

  get kinds(): ContactKind[] {
    return kindsIn(this.settings.appearance.language);
  }

  get today(): Day {
    return day(this.now());
  }

  moment(at = this.now()): Moment {
    const minutes = -new Date(at).getTimezoneOffset();
    const local = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const offset = Math.abs(minutes);
    return `${local}${minutes < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}` as Moment;
  }

  id<T>(): T {
    return (this.lastId += 1) as T;
  }

  start(start: StoredEntry['start'], at = this.now()): StoredEntry {
    if (start.contact && !this.kinds.some(({ id }) => id === start.contact?.kind))
      throw failure({ code: 'unknown-kind' });
    if (start.contact?.alias && /\d/.test(start.contact.alias))
      throw failure({ code: 'alias-unusable' });
    const entry: StoredEntry = {
      id: this.id(),
      start,
      day: start.contact?.day ?? day(at),
      startedAt: this.moment(at),
      asked:
        start.form === 'guide'
          ? questionsIn(this.settings.appearance.language, start.contact?.kind ?? null)
          : [],
      answers: [],
      binnedAt: null,
    };
    this.entries.set(entry.id, entry);
    return entry;
  }

  open(id: EntryId): StoredEntry {
    const entry = this.entries.get(id);
    if (!entry) throw failure({ code: 'entry-gone' });
    if (entry.binnedAt !== null) throw failure({ code: 'entry-in-bin' });
    return entry;
  }

  view(entry: StoredEntry): EntryView {
    const answered = (question: string | null): StoredAnswer | undefined =>
      entry.answers.find((answer) => answer.question === question);
    const step = (question: QuestionView | null, answer: StoredAnswer | undefined): Step => ({
      question,
      answer: answer ? { answer: answer.id, text: answer.text, savedAt: answer.savedAt } : null,
    });
    const steps = entry.asked.map((question) => step(question, answered(question.id)));
    const free = entry.answers.filter(({ question }) => question === null);
    for (const answer of free) steps.push(step(null, answer));
    if (entry.start.form === 'free-page' && free.length === 0) steps.push(step(null, undefined));
    return {
      entry: entry.id,
      contact: entry.start.contact,
      day: entry.day,
      form: entry.start.form,
      startedAt: entry.startedAt,
      steps,
    };
  }

  row(entry: StoredEntry): EntryRow {
    return {
      entry: entry.id,
      day: entry.day,
      kind: entry.start.contact?.kind ?? null,
      alias: entry.start.contact?.alias ?? null,
      excerpt: (entry.answers[0]?.text ?? '').replaceAll(/\s+/g, ' ').slice(0, 160),
    };
  }

  page(rows: EntryRow[]): EntryPage {
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      rows: shown,
      next: rows.length > PAGE && last ? { day: last.day, entry: last.entry } : null,
    };
  }

  get newestFirst(): StoredEntry[] {
    return [...this.entries.values()]
      .filter(({ binnedAt }) => binnedAt === null)
      .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
  }

  opened(): Opened {
    return {
      today: this.today,
      recoveryReady: true,
      withRecoveryKey: false,
      check: { left: 'sealed', verdict: 'sound' },
      ...this.options.opened,
      settings: this.settings,
      kinds: this.kinds,
      entries: this.page(this.newestFirst.map((entry) => this.row(entry))),
    };
  }

  private add(specimen: Specimen): void {
    const at = this.now() - specimen.daysAgo * DAY;
    const entry = this.start(
      {
        contact:
          specimen.kind === null
            ? null
            : { day: day(at), kind: specimen.kind, alias: specimen.alias },
        form: specimen.kind === null ? 'free-page' : 'guide',
      },
      at,
    );
    entry.answers = specimen.texts.map((text, index) => ({
      id: this.id(),
      question: entry.asked[index]?.id ?? null,
      text,
      savedAt: this.moment(at),
    }));
    if (specimen.binned) entry.binnedAt = this.now() - 3 * 60 * 60 * 1000;
  }
}

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
    save_answer: ({ entry: id, answer, question, text }) => {
      const entry = store.open(id);
      const savedAt = store.moment();
      if (answer === null) {
        const created = { id: store.id<AnswerId>(), question, text, savedAt };
        entry.answers.push(created);
        return { answer: created.id, savedAt };
      }
      const known = entry.answers.find((other) => other.id === answer);
      if (!known) throw failure({ code: 'answer-gone' });
      Object.assign(known, { text, savedAt });
      return { answer, savedAt };
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
      aliases: [...new Set(store.newestFirst.flatMap((entry) => entry.start.contact?.alias ?? []))],
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

/** Makes sure that what a handler throws is a failure of the contract. */
function failure(thrown: Failure): Failure {
  return thrown;
}

function day(at: number): Day {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
