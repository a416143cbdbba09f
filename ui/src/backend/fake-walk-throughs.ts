/** Walk-throughs in memory: prepared, past, and the card after one. */
import type { JournalCommands } from './contract';
import type { Handlers } from './fake';
import { failure, type FakeStore } from './fake-store';

type Mine = Extract<
  keyof JournalCommands,
  `${string}_walk_${string}` | `${string}_joint_card` | 'make_intention' | 'open_after_card'
>;

/** The part of a `journal` role that is about walk-throughs. */
export class FakeWalkThroughs {
  constructor(protected readonly store: FakeStore) {}

  /** What its commands do; `shown` is what may be read now, `written` what may be written in. */
  handlers(
    _shown: () => FakeStore,
    _written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, Mine> {
    const refuse = (): never => {
      throw failure({ code: 'out-of-turn' });
    };
    return {
      list_walk_throughs: refuse,
      explain_walk_throughs: refuse,
      prepare_walk_through: refuse,
      read_walk_through: refuse,
      change_walk_through: refuse,
      add_walk_pages: refuse,
      take_walk_page_out: refuse,
      move_walk_page: refuse,
      freeze_walk_page_again: refuse,
      show_walk_day: refuse,
      cover_walk_block: refuse,
      replace_in_walk_block: refuse,
      preview_walk_through: refuse,
      looked_over_walk_through: refuse,
      withdraw_walk_through: refuse,
      erase_walk_through: refuse,
      start_walk_through: refuse,
      save_joint_card: refuse,
      decide_joint_card: refuse,
      make_intention: refuse,
      open_after_card: refuse,
    };
  }
}
