/**
 * An open journal: where a person is in it, and what is loaded.
 *
 * One object holds everything that may be seen only while the journal is open, so that a lock
 * has one thing to let go of.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  ChangeEntry,
  ContactKind,
  Day,
  EntryId,
  EntryRow,
  Failure,
  HouseRules,
  IntentionView,
  JournalCommands,
  OnlyReading,
  Opened,
  Settings,
  StartEntry,
} from '../../backend/contract';
import { AliasPages } from './alias-pages.svelte';
import { Backups } from './backups.svelte';
import { Bin } from './bin.svelte';
import { Choices, type Change } from './choices.svelte';
import type { Clock } from './clock';
import { calendarDay } from './days';
import type { Desk } from './desk';
import { EntryState } from './entry.svelte';
import { EntryList } from './entry-list.svelte';
import { EntrySearch } from './entry-search.svelte';
import type { Field } from './field.svelte';
import type { JointCardState } from './joint-card.svelte';
import { Life } from './life.svelte';
import { Handbook } from './handbook.svelte';
import { LookOver } from './look-over.svelte';
import { MonthList } from './month-list.svelte';
import { beside } from './neighbours';
import { OwnTrials } from './own-trials.svelte';
import { Packs } from './packs.svelte';
import { Practice } from './practice.svelte';
import { Returning } from './returning.svelte';
import { whileReading, type Route } from './routes';
import { Rules } from './rules.svelte';
import { stays, type Said } from './said';
import { SaveQueue } from './save-queue.svelte';
import { SelfCheckState } from './self-check.svelte';
import { Sheets } from './sheets.svelte';
import { Spared } from './spared.svelte';
import { StoreWatch, type Harm } from './store-watch.svelte';
import { TeamCardState } from './team-card.svelte';
import { Tried } from './tried.svelte';
import { TwofoldWords } from './twofold.svelte';
import { visit } from './visits';
import type { WalkThroughs } from './walk-throughs.svelte';

/** Milliseconds that a line without anything to press stays. */
const SAID_FOR = 8_000;

/** An open journal. */
export class OpenJournal implements Desk {
  /** Where the person is. */
  route = $state.raw<Route>({ name: 'today' });
  /** What was just done, said once. */
  said = $state.raw<Said | null>(null);
  /** Why the last thing asked for did not happen. */
  failure = $state.raw<Failure | null>(null);
  /** Whether an entry is being started. */
  starting = $state(false);
  /** Whether weeks passed since the last entry; until the first one of now is begun. */
  afterAWhile = $state(false);
  /** Whether another question is on its way. */
  askingOther = $state(false);
  /** Aliases in use, the latest contact first. */
  aliases = $state.raw<string[]>([]);
  /** Notices that the person has put away. */
  noticesPutAway = $state.raw<ReadonlySet<string>>(new Set());
  /** The row that was opened last, and how many pixels below the top of the window it stood. */
  rowOpened: { entry: EntryId; top: number } | null = null;

  /** Why nothing can be written; none where it can. */
  readonly onlyReading: OnlyReading | null;
  /** Whether a recovery key was made and typed back. */
  readonly recoveryReady: boolean;
  /** Whether the recovery key opened the journal. */
  readonly withRecoveryKey: boolean;
  /** The newest entries. */
  readonly list: EntryList;
  /** All entries, by month. */
  readonly months: MonthList;
  /** What is looked for among them. */
  readonly search: EntrySearch;
  readonly bin: Bin;
  /** What the checks of the store find. */
  readonly store: StoreWatch;
  readonly backups: Backups;
  /** What can be checked about the machine. */
  readonly selfCheck: SelfCheckState;
  /** What goes by itself, as Today tells it. */
  readonly life: Life;
  readonly rules: Rules;
  readonly twofold: TwofoldWords;
  /** What one takes along to the team. */
  readonly teamCard: TeamCardState;
  readonly ownTrials: OwnTrials;
  /** Walking through together; none before somebody was in that place, which brings it. */
  walkThroughs: WalkThroughs | null = null;
  /** The card that the window came from; it may hold what is not on disk yet. */
  leftCard: JointCardState | null = null;
  /** Practising with cases of nobody. */
  readonly practice = new Practice();
  /** The pages about aliases. */
  readonly aliasPages: AliasPages;
  /** Words that are no person. */
  readonly spared: Spared;
  /** Looking over everything for what points at a person. */
  readonly lookOver: LookOver;
  /** The handbook, to leaf through. */
  readonly handbook: Handbook;
  /** The packs that the handbook is made of. */
  readonly packs: Packs;
  /** The forms, and what was written in them. */
  readonly sheets: Sheets;
  /** What was to be tried, and days at which one looks back. */
  readonly tried: Tried;
  /** What the person chose. */
  private readonly choices: Choices;
  /** What comes back at a next contact. */
  readonly returning: Returning;
  /** What is still to be saved. */
  readonly queue: SaveQueue;

  private readonly openedToday: Day;
  private readonly openedOn: Day;
  /** Entries left behind whose text may not be on disk yet; reading one again must show it. */
  private left: EntryState[] = [];
  private starts = new Set<Promise<unknown>>();
  private afterLeaving: Promise<unknown> = Promise.resolve();
  private lastWritten: EntryId | null = null;
  private stopSaidTimer: () => void = () => undefined;
  private gone = false;

  constructor(
    readonly backend: Backend<JournalCommands>,
    readonly clock: Clock,
    opened: Opened,
  ) {
    this.onlyReading = opened.onlyReading;
    if (this.onlyReading) this.route = { name: 'entries', search: false };
    this.choices = new Choices(backend, this, opened);
    this.afterAWhile = opened.afterAWhile;
    this.recoveryReady = opened.recoveryReady;
    this.withRecoveryKey = opened.withRecoveryKey;
    this.openedToday = opened.today;
    this.openedOn = calendarDay(clock.now());
    this.list = new EntryList(backend, clock, opened.entries);
    this.months = new MonthList(backend, opened.entries);
    this.search = new EntrySearch(backend);
    this.returning = new Returning(backend, this, opened.intentions.intentions);
    this.queue = new SaveQueue(clock);
    this.backups = new Backups(backend, this);
    this.bin = new Bin(backend);
    this.life = new Life(backend, this, this.bin);
    this.rules = new Rules(backend, this);
    this.twofold = new TwofoldWords(backend, this);
    this.teamCard = new TeamCardState(backend, this);
    this.ownTrials = new OwnTrials(backend, this);
    this.aliasPages = new AliasPages(backend, this);
    this.handbook = new Handbook(backend, this);
    this.packs = new Packs(backend, this, () => {
      this.handbook.changed();
      return this.choices.ask();
    });
    this.sheets = new Sheets(backend, this, this.handbook);
    this.tried = new Tried(backend, this, opened.lookBacks.lookBacks);
    this.spared = new Spared(backend, this);
    this.lookOver = new LookOver(backend);
    this.selfCheck = new SelfCheckState(backend, clock);
    // A person who reads that something is wrong wants to know what there is to go back to.
    this.store = new StoreWatch(backend, clock, opened.check, () => {
      this.backups.load().catch(() => undefined);
    });
    // A backup was checked before it was opened: there is nothing to watch.
    if (this.onlyReading?.kind !== 'trial') this.store.wake();
    // Nobody went to the list that reading begins with; it asks for its months all the same.
    if (this.onlyReading) visit(this, this.route, this.afterLeaving);
  }

  /** Today: as the role said at the opening, until the calendar here turns a page. */
  get today(): Day {
    const now = calendarDay(this.clock.now());
    return now === this.openedOn ? this.openedToday : now;
  }

  /** What holds now. */
  get settings(): Settings {
    return this.choices.settings;
  }

  /** The kinds of contact, in the language that holds now. */
  get kinds(): ContactKind[] {
    return this.choices.kinds;
  }

  /** What the handbook says besides questions. */
  get houseRules(): HouseRules {
    return this.choices.houseRules;
  }

  /** Days that an entry lives after the last contact with its alias, by the shortest rule. */
  get termDays(): number {
    return Math.min(this.settings.keepDays, this.houseRules.longestDays ?? Infinity);
  }

  /** Intentions that come back at a next contact, the latest first. */
  get intentions(): readonly IntentionView[] {
    return this.returning.intentions;
  }

  /** The hour of the day, 0 to 23. */
  get hour(): number {
    return new Date(this.clock.now()).getHours();
  }

  /** The entry to go on with: the one written last, or the newest. */
  get latest(): EntryRow | null {
    return (
      this.list.rows.find((row) => row.entry === this.lastWritten) ?? this.list.rows[0] ?? null
    );
  }

  /** The entry that is written in, if one is on screen. */
  get writing(): EntryState | null {
    const { route } = this;
    return route.name === 'writing' || route.name === 'look-back' ? route.entry : null;
  }

  /** What is wrong with the store, where a person can do something about it here. */
  get harm(): Harm | null {
    return this.onlyReading === null ? this.store.harm : null;
  }

  /** The name of a kind of contact; a kind that the handbook no longer has keeps its id. */
  kindLabel(id: string): string {
    return this.kinds.find((kind) => kind.id === id)?.label ?? id;
  }

  /** Whether a case is talked about in a kind of contact. */
  isDiscussion(id: string | null): boolean {
    return this.kinds.find((kind) => kind.id === id)?.discussion ?? false;
  }

  /** Goes to a screen. What was being written is saved at once, and stays known until it is. */
  go(to: Route, said: Said | null = null): void {
    const route = whileReading(to, this.onlyReading);
    if (route === null) return;
    const before = this.writing;
    this.route = route;
    this.say(said);
    this.failure = null;
    if (before && before !== this.writing) this.leave(before);
    visit(this, route, this.afterLeaving);
  }

  /**
   * Starts an entry. A free page is there at once and takes text before the store knows it;
   * questions come with the store's answer.
   */
  async begin(start: StartEntry): Promise<void> {
    if (this.starting || this.onlyReading) return;
    const entry = this.entryFrom({ start });
    this.afterAWhile = false;
    const from = this.route;
    if (start.form === 'free-page') this.go({ name: 'writing', entry });
    else this.starting = true;
    await this.attempt(async () => {
      this.lastWritten = await this.track(entry.created());
      // Whoever went elsewhere meanwhile is not pulled back; the entry waits in the list.
      if (start.form !== 'free-page' && this.route === from) this.go({ name: 'writing', entry });
    });
    this.starting = false;
  }

  /**
   * Shows an entry to be read; from there one goes back to the screen that is given. What was searched
   * for is marked in it.
   */
  async read(id: EntryId, back?: Route, find?: string): Promise<void> {
    const from = this.route;
    await this.attempt(async () => {
      const open = await this.unsavedState(id);
      const route: Route = open
        ? { name: 'writing', entry: open }
        : {
            name: 'reading',
            view: await this.backend.call('read_entry', { entry: id }),
            from: back,
            find,
          };
      if (this.route === from) this.go(route);
    });
  }

  /** Shows an entry to write on in it. */
  async writeOn(id: EntryId): Promise<void> {
    if (this.onlyReading) return;
    const from = this.route;
    await this.attempt(async () => {
      const entry = await this.toWriteOn(id);
      if (this.route !== from) return;
      this.lastWritten = id;
      this.go({ name: 'writing', entry });
    });
  }

  /** An entry to write on in it, with what of it is not on disk yet. Throws a failure. */
  async toWriteOn(id: EntryId): Promise<EntryState> {
    const open = await this.unsavedState(id);
    return open ?? this.entryFrom({ view: await this.backend.call('read_entry', { entry: id }) });
  }

  /**
   * Opens the entry beside the one that is read: the older one (-1) or the newer one (1) of the
   * list. Answers whether there was one.
   */
  async neighbour(by: -1 | 1): Promise<boolean> {
    const from = this.route;
    if (from.name !== 'reading') return false;
    const row = await beside(this, from.view.entry, by);
    if (row === null || this.route !== from) return false;
    await this.read(row.entry, from.from, from.find);
    return true;
  }

  /** Changes the day, kind or alias of an entry, and shows it as it is then. */
  async changeEntry(change: ChangeEntry): Promise<boolean> {
    if (this.onlyReading) return false;
    const from = this.route;
    let changed = false;
    await this.attempt(async () => {
      await this.settle();
      const view = await this.backend.call('change_entry', change);
      changed = true;
      const read = from.name === 'reading' ? from : null;
      if (this.route === from)
        this.go({ ...read, name: 'reading', view }, { kind: 'entry-changed' });
      await Promise.all([this.list.refresh(), this.months.refresh(), this.search.again()]);
    });
    return changed;
  }

  /**
   * Puts another question in the place of one that nobody wrote in. Answers whether there was
   * another; a question that the person began to answer meanwhile stays.
   */
  async otherQuestion(entry: EntryState, field: Field): Promise<boolean> {
    const question = field.written ? undefined : field.question?.id;
    const { id } = entry;
    if (this.onlyReading || this.askingOther || id === null || question === undefined) return false;
    this.askingOther = true;
    let replaced = false;
    await this.attempt(async () => {
      const other = await this.backend.call('other_question', { entry: id, question });
      field.noOther = other.question === null;
      replaced = other.question !== null && entry.replace(field, other.question);
    });
    this.askingOther = false;
    return replaced;
  }

  /** The person is done for now. Nothing has to be complete. */
  done(): void {
    this.go({ name: 'today' }, { kind: 'done' });
  }

  /** Puts an entry in the bin, after what was written in it is on disk, and goes on elsewhere. */
  async putInBin(id: EntryId, to?: Route): Promise<void> {
    if (this.onlyReading) return;
    const from = this.route;
    await this.attempt(async () => {
      await this.settle();
      await this.backend.call('delete_entry', { entry: id });
      if (this.lastWritten === id) this.lastWritten = null;
      this.list.without(id);
      const back = to ?? { name: 'entries', search: false, from: this.search.without(id) };
      const said: Said = { kind: 'in-bin', entry: id };
      // Whoever went elsewhere meanwhile is not pulled back, and sees it in the bin at once.
      if (this.route === from) this.go(back, said);
      else this.go(this.route, said);
      // Among what was found one goes on; the whole list is told when it is come back to.
      if (back.name === 'entries' && back.from !== undefined) await this.months.refresh();
    });
  }

  /** Takes an entry out of the bin. */
  async restore(id: EntryId): Promise<void> {
    if (this.onlyReading) return;
    await this.attempt(async () => {
      await this.bin.restore(id);
      this.say({ kind: 'restored' });
      await Promise.all([this.lookAnew(), this.bin.load()]);
    });
  }

  /** Erases an entry from the bin for good. */
  async erase(id: EntryId): Promise<void> {
    if (this.onlyReading) return;
    await this.attempt(async () => {
      await this.bin.erase(id);
      this.say({ kind: 'erased' });
      await this.bin.load();
    });
  }

  /** Erases an entry from the bin, and from every backup within reach. */
  async eraseEverywhere(id: EntryId): Promise<void> {
    if (this.onlyReading || this.bin.erasingEverywhere) return;
    await this.attempt(async () => {
      try {
        this.say({ kind: 'erased-everywhere', erased: await this.bin.eraseEverywhere(id) });
      } finally {
        // What happened before a failure shows too.
        await this.bin.load();
      }
    });
  }

  /** Goes on with a store that was changed outside, as it is now. */
  async acceptStore(): Promise<void> {
    if (this.onlyReading) return;
    await this.attempt(async () => {
      this.store.found(await this.backend.call('accept_store', null));
      this.say({ kind: 'store-accepted' });
    });
  }

  /** Saves now, on a person's wish, and says that it was done already. */
  async saveNow(): Promise<void> {
    if (this.onlyReading) return;
    await this.queue.flush().then(
      () => this.say({ kind: 'saved-already' }),
      // The status of the queue says what is wrong.
      () => undefined,
    );
  }

  /** A word pair for an alias; none when none could be had. */
  async proposeAlias(): Promise<string | null> {
    let alias: string | null = null;
    await this.attempt(async () => {
      alias = (await this.backend.call('propose_alias', null)).alias;
    });
    return alias;
  }

  /** Changes some settings; what they become may depend on what holds by then. */
  change(part: Change): Promise<void> {
    // The handbook is in the language and the words that are chosen here.
    return this.choices.change(part).finally(() => this.handbook.changed());
  }

  /** Changes the size of text: a step up or down, or back to the design's own. */
  changeTextSize(step: -1 | 0 | 1): Promise<void> {
    return this.choices.changeTextSize(step);
  }

  /** The terms of some entries ended, and they are gone. */
  async termsEnded(): Promise<void> {
    // What can still be pressed is not taken away for it.
    if (this.said === null) this.say({ kind: 'terms-ended' });
    const { name } = this.route;
    if (name === 'bin') void this.attempt(() => this.bin.load());
    if (name === 'aliases') void this.aliasPages.load();
    await this.lookAnew();
  }

  /** Puts a notice away for as long as the journal is open. */
  putAway(notice: string): void {
    this.noticesPutAway = new Set([...this.noticesPutAway, notice]);
  }

  /**
   * Waits until every start has its answer and every text is on disk. Rejects with the failure
   * when a text could not be saved.
   */
  async settle(): Promise<void> {
    await Promise.allSettled(this.starts);
    await this.queue.flush();
  }

  /**
   * Waits until everything is on disk and nothing is asked of the role any more: from now on its
   * commands may be about something else. Rejects with the failure when a text could not be saved.
   */
  async rest(): Promise<void> {
    await this.settle();
    await Promise.all([this.afterLeaving, this.choices.rest()]);
    this.list.stop();
    this.months.stop();
    this.search.clear();
    this.backups.rest();
    this.store.rest();
  }

  /** The role's commands are about this journal again. */
  wake(): void {
    this.store.wake();
    this.go(this.route);
  }

  failed(failure: Failure): void {
    this.failure = failure;
  }

  /** Stops every timer. The journal is of no use after it. */
  stop(): void {
    this.gone = true;
    this.store.stop();
    this.stopSaidTimer();
    this.list.stop();
    this.months.stop();
    this.search.clear();
    this.returning.stop();
    this.tried.stop();
    this.life.stop();
    this.lookOver.stop();
    this.backups.stop();
    this.selfCheck.stop();
    this.queue.stop();
  }

  /** Says what was done. A line with something to press stays until one goes elsewhere. */
  say(said: Said | null): void {
    this.stopSaidTimer();
    this.said = said;
    if (said === null || stays(said)) return;
    this.stopSaidTimer = this.clock.after(SAID_FOR, () => (this.said = null));
  }

  /** Asks anew for all that an entry shows in, when one came or went. */
  private async lookAnew(): Promise<void> {
    await Promise.all([
      this.list.refresh(),
      this.months.refresh(),
      this.search.again(),
      this.returning.refresh(),
      this.tried.refresh(),
      this.life.visit(),
    ]);
  }

  private leave(entry: EntryState): void {
    this.left = [...this.left.filter((other) => other !== entry && other.unsaved), entry];
    this.afterLeaving = this.settle()
      .then(
        async () => {
          if (entry.id !== null && !this.gone)
            await this.backend.call('leave_entry', { entry: entry.id });
        },
        // The queue keeps the text, tries again and says so; the lock leaves every entry too.
        () => undefined,
      )
      .catch(() => undefined)
      .then(() => (this.route.name === 'today' ? undefined : this.returning.refresh()));
  }

  private entryFrom(origin: ConstructorParameters<typeof EntryState>[3]): EntryState {
    return new EntryState(this.backend, this.queue, () => this.today, origin);
  }

  private async unsavedState(id: EntryId): Promise<EntryState | null> {
    await this.settle().catch(() => undefined);
    this.left = this.left.filter((entry) => entry.unsaved);
    return this.left.find((entry) => entry.id === id) ?? null;
  }

  /** Asks which aliases are in use. */
  async loadAliases(): Promise<void> {
    await this.attempt(async () => {
      this.aliases = (await this.backend.call('list_aliases', null)).aliases;
    });
  }

  private track<T>(start: Promise<T>): Promise<T> {
    this.starts.add(start);
    const forget = (): void => void this.starts.delete(start);
    start.then(forget, forget);
    return start;
  }

  /** Does something a person asked for; a failure is shown and never thrown further. */
  async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      if (!this.gone) this.failure = toFailure(thrown);
    }
  }
}
