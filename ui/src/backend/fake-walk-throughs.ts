/** Walk-throughs in memory: prepared, past, and the card after one. */
import type {
  ChangeWalkThrough,
  CoverSpan,
  Day,
  EntryId,
  JointCard,
  JointCardScreen,
  JournalCommands,
  Moment,
  ResidentWord,
  ShownWalkThrough,
  WalkBlockId,
  WalkEnd,
  WalkMinutes,
  WalkPageId,
  WalkThroughId,
  WalkThroughRow,
  WalkThroughShown,
  WalkThroughView,
} from './contract';
import type { Handlers } from './fake';
import { leafletIn } from './fake-leaflet';
import { failure, type FakeStore } from './fake-store';
import {
  frozen,
  frozenAgain,
  kept,
  Letters,
  replaced,
  shownOf,
  viewOf,
  type FrozenPage,
} from './fake-walk-freezing';

type Mine = Extract<
  keyof JournalCommands,
  `${string}_walk_${string}` | `${string}_joint_card` | 'make_intention' | 'open_after_card'
>;

/** The most pages of one. */
const MOST_PAGES = 50;

/** What stands for an alias begins with one of these. */
const RESIDENTS: Readonly<Record<ResidentWord, string>> = {
  inwoner: 'inwoner',
  klant: 'klant',
  client: 'cliënt',
  kandidaat: 'kandidaat',
};

/** A walk-through as the store keeps it. */
interface StoredWalk {
  readonly id: WalkThroughId;
  forWhom: string;
  question: string;
  minutes: WalkMinutes;
  plannedOn: Day | null;
  readonly preparedAt: Moment;
  changedOn: Day | null;
  withdrawnOn: Day | null;
  lookedOver: boolean;
  pages: FrozenPage[];
  hasLostPages: boolean;
  shown: WalkThroughShown | null;
  card: JointCard | null;
  readonly letters: Letters;
}

/** The part of a `journal` role that is about walk-throughs. */
export class FakeWalkThroughs {
  /** Whether the person has read what a note becomes that was shown. */
  explained = false;
  /** All of them, in the order in which they were prepared. */
  walks: StoredWalk[] = [];

  constructor(private readonly store: FakeStore) {}

  /** What its commands do; `shown` is what may be read now, `written` what may be written in. */
  handlers(
    _shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, Mine> {
    return {
      list_walk_throughs: () => this.list,
      explain_walk_throughs: () => {
        written();
        this.explained = true;
        return null;
      },
      prepare_walk_through: ({ entries }) => {
        written();
        return this.prepare(entries);
      },
      read_walk_through: ({ walkThrough }) => this.view(this.walk(walkThrough)),
      change_walk_through: (plan) => (written(), this.change(plan)),
      add_walk_pages: ({ walkThrough, entries }) => {
        written();
        return this.changed(this.open(walkThrough), (walk) => this.add(walk, entries));
      },
      take_walk_page_out: ({ page }) => {
        written();
        return this.changed(this.withPage(page), (walk) => {
          walk.pages = walk.pages.filter((one) => one.page !== page);
        });
      },
      move_walk_page: ({ page, before }) => {
        written();
        return this.changed(this.withPage(page), (walk) => {
          const moved = walk.pages.filter((one) => one.page === page);
          const others = walk.pages.filter((one) => one.page !== page);
          const at = others.findIndex((one) => one.page === before);
          walk.pages = others.toSpliced(at < 0 ? others.length : at, 0, ...moved);
        });
      },
      freeze_walk_page_again: ({ page }) => {
        written();
        return this.changed(this.withPage(page), (walk) => {
          walk.pages = walk.pages.map((one) =>
            one.page === page
              ? frozenAgain(one, frozen(this.store, this.store.open(one.entry), walk.letters, page))
              : one,
          );
        });
      },
      show_walk_day: ({ page, showsDay }) => {
        written();
        return this.changed(this.withPage(page), (walk) => {
          walk.pages = walk.pages.map((one) => (one.page === page ? { ...one, showsDay } : one));
        });
      },
      cover_walk_block: ({ block, covers }) => (written(), this.cover(block, covers)),
      replace_in_walk_block: ({ block, span, text, with: words }) => {
        written();
        if (!isLine(words, 60) || words === '') throw failure({ code: 'walk-through-unusable' });
        return this.changed(this.withBlock(block), (walk) => {
          this.inBlock(walk, block, (one) => {
            if (one.text.slice(span.start, span.end) !== text)
              throw failure({ code: 'passage-moved' });
            return replaced(one, span, words);
          });
        });
      },
      preview_walk_through: ({ walkThrough }) => this.preview(walkThrough),
      looked_over_walk_through: ({ walkThrough }) => (written(), this.lookOver(walkThrough)),
      withdraw_walk_through: ({ walkThrough, withdrawn }) => (
        written(),
        this.withdraw(walkThrough, withdrawn)
      ),
      erase_walk_through: ({ walkThrough }) => {
        written();
        const walk = this.walk(walkThrough);
        this.walks = this.walks.filter((other) => other !== walk);
        return null;
      },
      start_walk_through: ({ walkThrough }) => {
        written();
        this.begin(walkThrough);
        return null;
      },
      save_joint_card: ({ walkThrough, ...texts }) => {
        written();
        return this.putCard(walkThrough, texts);
      },
      decide_joint_card: ({ walkThrough, keep }) => {
        written();
        return keep
          ? this.putCard(walkThrough, { state: 'kept' })
          : this.putCard(walkThrough, { ...NO_WORDS, state: 'thrown-away' });
      },
      make_intention: ({ text }) => {
        const store = written();
        if (text.trim() === '') throw failure({ code: 'out-of-turn' });
        const entry = store.start({
          sheet: null,
          question: null,
          contact: null,
          sitting: null,
          form: 'free-page',
        });
        store.save(entry, null, { kind: 'intention', returns: 'kind' }, text);
        return null;
      },
      open_after_card: () => this.store.opened(),
    };
  }

  /** Prepares one. */
  prepare(entries: readonly EntryId[]): WalkThroughView {
    const walk: StoredWalk = {
      id: this.store.id(),
      forWhom: '',
      question: '',
      minutes: 30,
      plannedOn: null,
      preparedAt: this.store.moment(),
      changedOn: null,
      withdrawnOn: null,
      lookedOver: false,
      pages: [],
      hasLostPages: false,
      shown: null,
      card: null,
      letters: new Letters(() => RESIDENTS[this.store.settings.residentWord]),
    };
    this.add(walk, entries);
    this.walks.push(walk);
    return this.view(walk);
  }

  /** Says what is covered of a part. */
  cover(block: WalkBlockId, covers: readonly CoverSpan[]): WalkThroughView {
    return this.changed(this.withBlock(block), (walk) => {
      this.inBlock(walk, block, (one) => ({ ...one, covers: kept(one.text, covers) }));
    });
  }

  /** All of it was looked over. */
  lookOver(id: WalkThroughId): WalkThroughView {
    const walk = this.open(id);
    walk.lookedOver = true;
    return this.view(walk);
  }

  /** Withdraws one, or takes that back. */
  withdraw(id: WalkThroughId, withdrawn: boolean): WalkThroughView {
    const walk = this.walk(id);
    if (walk.shown !== null) throw failure({ code: 'walk-through-shown' });
    walk.withdrawnOn = withdrawn ? (walk.withdrawnOn ?? this.store.today) : null;
    return this.view(walk);
  }

  /** It begins, as when its texts are handed over. */
  begin(id: WalkThroughId): void {
    const walk = this.open(id);
    if (!this.view(walk).ready) throw failure({ code: 'preview-needed' });
    walk.shown = { beganAt: this.store.moment(), endedAt: null, end: null };
    walk.card = { ...NO_WORDS, state: 'open' };
    for (const { entry } of walk.pages) {
      const stored = this.store.entries.get(entry);
      if (stored) stored.status = { ...stored.status, shownOn: this.store.today };
    }
  }

  /** It ended, as another window says. */
  end(id: WalkThroughId, end: WalkEnd, card: Partial<JointCard> = {}): void {
    const walk = this.walk(id);
    if (walk.shown === null) throw failure({ code: 'out-of-turn' });
    walk.shown = { ...walk.shown, endedAt: this.store.moment(), end };
    walk.card = { ...NO_WORDS, state: 'open', ...card };
  }

  /** The card's screen, after one of the newest entry from which nobody came back yet. */
  cardScreen(end: WalkEnd | null, onlyReading: boolean): JointCardScreen {
    const entries = this.store.newestFirst.slice(0, 1).map(({ id }) => id);
    const { walkThrough } = this.prepare(entries);
    this.open(walkThrough).lookedOver = true;
    this.begin(walkThrough);
    if (end !== null) this.end(walkThrough, end);
    const { appearance, idleMinutes, residentWord, workerWord } = this.store.settings;
    const card = this.putCard(walkThrough, {});
    return {
      appearance,
      idleMinutes,
      residentWord,
      workerWord,
      walkThrough,
      end,
      card,
      onlyReading,
    };
  }

  /** What kept cards say is taken along, the newest first. */
  get takenAlong(): { day: Day; text: string }[] {
    return this.walks
      .flatMap(({ shown, card }) =>
        shown && card?.state === 'kept' && card.takeAlong.trim() !== ''
          ? [{ day: shown.beganAt.slice(0, 10) as Day, text: card.takeAlong }]
          : [],
      )
      .sort((a, b) => b.day.localeCompare(a.day));
  }

  /** Says for whom, what for, how long and when. */
  change({
    walkThrough,
    forWhom,
    question,
    minutes,
    plannedOn,
  }: ChangeWalkThrough): WalkThroughView {
    if (!isLine(forWhom, 60) || !isLine(question, 300))
      throw failure({ code: 'walk-through-unusable' });
    return this.changed(this.open(walkThrough), (walk) => {
      Object.assign(walk, {
        forWhom: forWhom.trim(),
        question: question.trim(),
        minutes,
        plannedOn,
      });
    });
  }

  private get list(): JournalCommands['list_walk_throughs']['response'] {
    const rows = this.walks.map((walk) => this.row(walk));
    const isPast = ({ shownOn }: WalkThroughRow): boolean => shownOn !== null;
    return {
      explained: this.explained,
      prepared: rows
        .filter((row) => !isPast(row))
        .toSorted((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? '')),
      past: rows.filter(isPast).toReversed(),
    };
  }

  private preview(id: WalkThroughId): ShownWalkThrough {
    const { settings } = this.store;
    const { forWhom, question, minutes, pages } = this.view(this.walk(id));
    return {
      forWhom,
      question,
      minutes,
      residentWord: settings.residentWord,
      workerWord: settings.workerWord,
      pages: pages.map(shownOf),
      companion: [...leafletIn(settings.appearance.language).companion],
    };
  }

  private view(walk: StoredWalk): WalkThroughView {
    const { id, lookedOver, letters: _letters, pages: all, ...rest } = walk;
    const pages = all.flatMap((page) => viewOf(this.store, page) ?? []);
    const lost = pages.length < all.length;
    const isSame = pages.every(({ original }) => original === 'same');
    const ready =
      pages.length > 0 && isSame && lookedOver && walk.withdrawnOn === null && walk.shown === null;
    return {
      ...rest,
      walkThrough: id,
      pages,
      hasLostPages: walk.hasLostPages || lost,
      ready,
    };
  }

  private row(walk: StoredWalk): WalkThroughRow {
    const { walkThrough, forWhom, plannedOn, withdrawnOn, shown, card, pages } = this.view(walk);
    return {
      walkThrough,
      forWhom,
      plannedOn,
      shownOn: (shown?.beganAt.slice(0, 10) ?? null) as Day | null,
      withdrawnOn,
      card: card?.state ?? null,
      pages: pages.map(({ head }) => head),
    };
  }

  private add(walk: StoredWalk, entries: readonly EntryId[]): void {
    const fresh = [...new Set(entries)].filter((id) =>
      walk.pages.every(({ entry }) => entry !== id),
    );
    if (walk.pages.length + fresh.length > MOST_PAGES)
      throw failure({ code: 'walk-through-full', most: MOST_PAGES });
    const pages = fresh.map((id) =>
      frozen(this.store, this.store.open(id), walk.letters, this.store.id()),
    );
    walk.pages = [...walk.pages, ...pages];
  }

  private walk(id: WalkThroughId): StoredWalk {
    const walk = this.walks.find((one) => one.id === id);
    if (walk === undefined) throw failure({ code: 'walk-through-gone' });
    return walk;
  }

  /** One that can be changed. */
  private open(id: WalkThroughId): StoredWalk {
    const walk = this.walk(id);
    if (walk.shown !== null) throw failure({ code: 'walk-through-shown' });
    if (walk.withdrawnOn !== null) throw failure({ code: 'out-of-turn' });
    return walk;
  }

  private withPage(id: WalkPageId): StoredWalk {
    const walk = this.walks.find(({ pages }) => pages.some(({ page }) => page === id));
    if (walk === undefined) throw failure({ code: 'walk-through-gone' });
    return this.open(walk.id);
  }

  private withBlock(id: WalkBlockId): StoredWalk {
    const has = ({ blocks }: FrozenPage): boolean => blocks.some(({ block }) => block === id);
    const walk = this.walks.find(({ pages }) => pages.some(has));
    if (walk === undefined) throw failure({ code: 'walk-through-gone' });
    return this.open(walk.id);
  }

  private inBlock(
    walk: StoredWalk,
    id: WalkBlockId,
    change: (block: FrozenPage['blocks'][number]) => FrozenPage['blocks'][number],
  ): void {
    walk.pages = walk.pages.map((page) => ({
      ...page,
      blocks: page.blocks.map((one) => (one.block === id ? change(one) : one)),
    }));
  }

  /** A change of what will be seen has to be looked over again. */
  private changed(walk: StoredWalk, change: (walk: StoredWalk) => void): WalkThroughView {
    const before = JSON.stringify(this.view(walk));
    change(walk);
    if (JSON.stringify(this.view(walk)) !== before) {
      if (walk.lookedOver) walk.changedOn = this.store.today;
      walk.lookedOver = false;
    }
    return this.view(walk);
  }

  private putCard(id: WalkThroughId, change: Partial<JointCard>): JointCard {
    const walk = this.walk(id);
    if (walk.card === null || walk.card.state === 'thrown-away')
      throw failure({ code: 'out-of-turn' });
    walk.card = { ...walk.card, ...change };
    return walk.card;
  }
}

const NO_WORDS = { discussed: '', takeAlong: '', differently: '' };

function isLine(text: string, most: number): boolean {
  return [...text.trim()].length <= most && !/[\n\r]/u.test(text);
}
