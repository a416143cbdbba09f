/**
 * Walking through together: what is prepared for others, and what was shown.
 *
 * Only the place about it needs this, and brings it along; an open journal knows its type alone.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  ChangeWalkThrough,
  CoverSpan,
  EntryId,
  JournalCommands,
  WalkBlockId,
  WalkBlockView,
  WalkPageId,
  WalkThroughId,
  WalkThroughList,
  WalkThroughView,
} from '../../backend/contract';
import type { Desk } from './desk';
import { JointCardState } from './joint-card.svelte';
import type { OpenJournal } from './open-journal.svelte';

/** The most characters of for whom. */
export const LONGEST_FOR_WHOM = 60;

/** The most characters of the question. */
export const LONGEST_QUESTION = 300;

/** Walk-throughs: prepared, withdrawn and past. */
export class WalkThroughs {
  /** Which there are; none before they were asked for. */
  list = $state.raw<WalkThroughList | null>(null);
  /** Whether something is on its way that is not asked for twice. */
  busy = $state(false);
  /** What was typed and could not be kept, by the walk-through that it is of. It is in no store. */
  private readonly drafts = new Map<WalkThroughId, ChangeWalkThrough>();
  /** The cards that were looked at, so that what is typed outlives a visit. */
  private readonly cards = new Map<WalkThroughId, JointCardState>();
  /** Changes of one reach the store one after the other, so that the last one holds. */
  private last: Promise<unknown> = Promise.resolve();
  /** The one that was changed last, as the store has it, also after its screen was left. */
  private newest: WalkThroughView | null = null;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(() => this.ask());
  }

  /** The person has read what a note becomes that was shown. */
  explain(): Promise<void> {
    return this.desk.attempt(async () => {
      await this.backend.call('explain_walk_throughs', null);
      if (this.list) this.list = { ...this.list, explained: true };
    });
  }

  /** Shows one: to go on preparing it, or to read how it went. */
  async open(walkThrough: WalkThroughId): Promise<void> {
    const before = this.desk.route;
    await this.desk.attempt(async () => {
      // Its card may have been written just now.
      await this.desk.settle();
      const view = await this.backend.call('read_walk_through', { walkThrough });
      if (this.desk.route === before) this.desk.go({ name: 'walk-through', view });
    });
    // Where it could not be opened, it may be gone from the list too.
    if (this.desk.route === before && before.name === 'walk-throughs')
      await this.ask().catch(() => undefined);
  }

  /** Freezes entries, for a new one or for one that is being prepared, and shows it. */
  choose(entries: readonly EntryId[], to: WalkThroughView | null): Promise<boolean> {
    const before = this.desk.route;
    return this.once(async () => {
      await this.desk.settle();
      const chosen = [...entries];
      const view =
        to === null
          ? await this.backend.call('prepare_walk_through', { entries: chosen })
          : await this.backend.call('add_walk_pages', {
              walkThrough: to.walkThrough,
              entries: chosen,
            });
      if (this.desk.route === before) this.desk.go({ name: 'walk-through', view });
    });
  }

  /** Says for whom, what for, how long and when. */
  async change(change: ChangeWalkThrough): Promise<boolean> {
    this.drafts.set(change.walkThrough, change);
    const kept = await this.changed(() => this.backend.call('change_walk_through', change));
    if (kept && this.drafts.get(change.walkThrough) === change)
      this.drafts.delete(change.walkThrough);
    return kept;
  }

  /** What was typed for one and could not be kept. */
  draftOf(walkThrough: WalkThroughId): ChangeWalkThrough | null {
    return this.drafts.get(walkThrough) ?? null;
  }

  /** The card of one that was shown: the same for as long as the journal is open. */
  cardOf(
    { walkThrough, card }: WalkThroughView,
    journal: Pick<OpenJournal, 'clock' | 'queue' | 'leftCard'>,
  ): JointCardState | null {
    const { leftCard, clock, queue } = journal;
    if (card === null) return null;
    const known =
      this.cards.get(walkThrough) ??
      // What the window came from may hold more than the store.
      (leftCard?.walkThrough === walkThrough
        ? leftCard
        : new JointCardState(this.backend, clock, walkThrough, card, queue));
    this.cards.set(walkThrough, known);
    return known;
  }

  /** Takes a page out. */
  takeOut(page: WalkPageId): Promise<boolean> {
    return this.changed(() => this.backend.call('take_walk_page_out', { page }));
  }

  /** Puts a page before another one, or at the end. */
  move(page: WalkPageId, before: WalkPageId | null): Promise<boolean> {
    return this.changed(() => this.backend.call('move_walk_page', { page, before }));
  }

  /** Freezes a page again, from its entry as it is now. */
  async freezeAgain(page: WalkPageId): Promise<boolean> {
    return this.changed(async () => {
      await this.desk.settle();
      return this.backend.call('freeze_walk_page_again', { page });
    });
  }

  /** Shows the day of a page, or does not. */
  showDay(page: WalkPageId, showsDay: boolean): Promise<boolean> {
    return this.changed(() => this.backend.call('show_walk_day', { page, showsDay }));
  }

  /**
   * Changes what is covered of a part, from how it stands when this change has its turn: whoever
   * presses two sentences at once opens neither with the other.
   */
  cover(
    block: WalkBlockView,
    change: (now: WalkBlockView) => readonly CoverSpan[],
  ): Promise<boolean> {
    return this.changed(() => {
      const covers = [...change(this.blockNow(block))];
      return this.backend.call('cover_walk_block', { block: block.block, covers });
    });
  }

  /** Puts other words in the place of a passage. The entry stays as it is. */
  replace(block: WalkBlockId, span: CoverSpan, text: string, words: string): Promise<boolean> {
    return this.changed(() =>
      this.backend.call('replace_in_walk_block', { block, span, text, with: words }),
    );
  }

  /** Shows exactly what will be seen. */
  preview(view: WalkThroughView): Promise<boolean> {
    const before = this.desk.route;
    return this.once(async () => {
      await this.last;
      const { walkThrough } = view;
      const shown = await this.backend.call('preview_walk_through', { walkThrough });
      const now = this.desk.route;
      if (now.name === 'walk-through' && (now === before || now.view.walkThrough === walkThrough))
        this.desk.go({ name: 'walk-through-preview', view: now.view, shown });
    });
  }

  /** All of it was looked over. */
  lookedOver(walkThrough: WalkThroughId): Promise<boolean> {
    return this.changed(() => this.backend.call('looked_over_walk_through', { walkThrough }));
  }

  /** Withdraws one, or takes that back. */
  withdraw(walkThrough: WalkThroughId, withdrawn: boolean): Promise<boolean> {
    return this.changed(() =>
      this.backend.call('withdraw_walk_through', { walkThrough, withdrawn }),
    );
  }

  /** Erases one with its texts and its card, beyond recovery, and goes back to the list. */
  erase(walkThrough: WalkThroughId): Promise<boolean> {
    const before = this.desk.route;
    return this.once(async () => {
      await this.backend.call('erase_walk_through', { walkThrough });
      this.drafts.delete(walkThrough);
      this.cards.get(walkThrough)?.gone();
      this.cards.delete(walkThrough);
      if (this.desk.route === before)
        this.desk.go({ name: 'walk-throughs' }, { kind: 'walk-through-erased' });
    });
  }

  /** Waits until every change is in the store, or was refused. */
  async settled(): Promise<void> {
    await this.last;
  }

  private async ask(): Promise<void> {
    this.list = await this.backend.call('list_walk_throughs', null);
  }

  /** Changes one, and shows it as it is then, where it still is on screen. Answers whether it was. */
  private changed(call: () => Promise<WalkThroughView>): Promise<boolean> {
    const act = async (): Promise<boolean> => {
      if (this.desk.onlyReading) return false;
      try {
        this.newest = await call();
        this.show(this.newest);
        return true;
      } catch (thrown) {
        // What stands on screen may not be what the store has. A failure is told after it, or it
        // would go with the screen.
        await this.readAgain();
        await this.desk.attempt(() => Promise.reject(toFailure(thrown)));
        return false;
      }
    };
    const mine = this.last.then(act);
    this.last = mine;
    return mine;
  }

  /** Shows it as it is now. The line about what was done, and a failure, stay where they are. */
  private show(view: WalkThroughView): void {
    const { route } = this.desk;
    if (route.name !== 'walk-through' && route.name !== 'walk-through-preview') return;
    if (route.view.walkThrough !== view.walkThrough) return;
    this.desk.go({ ...route, view });
  }

  private blockNow(block: WalkBlockView): WalkBlockView {
    const { route } = this.desk;
    const onScreen = route.name === 'walk-through' || route.name === 'walk-through-preview';
    for (const view of [onScreen ? route.view : null, this.newest]) {
      const blocks = view?.pages.flatMap((page) => page.blocks) ?? [];
      const found = blocks.find((other) => other.block === block.block);
      if (found) return found;
    }
    return block;
  }

  private async readAgain(): Promise<void> {
    const { route } = this.desk;
    if (route.name !== 'walk-through') return;
    const { walkThrough } = route.view;
    const view = await this.backend.call('read_walk_through', { walkThrough }).catch(() => null);
    if (view !== null) this.show(view);
  }

  private async once(act: () => Promise<void>): Promise<boolean> {
    if (this.desk.onlyReading || this.busy) return false;
    this.busy = true;
    let done = false;
    await this.desk.attempt(async () => {
      await act();
      done = true;
    });
    this.busy = false;
    return done;
  }
}
