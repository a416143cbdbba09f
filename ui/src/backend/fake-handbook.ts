/** The handbook in memory, and the packs that it is made of. */
import type { JournalCommands } from './contract';
import type { Handlers } from './fake';
import type { FakeStore } from './fake-store';

type HandbookCommands =
  | 'read_handbook'
  | 'question_through_time'
  | 'list_packs'
  | 'check_pack'
  | 'add_pack'
  | 'switch_pack'
  | 'remove_pack';

/** The handbook in memory. */
export class FakeHandbook {
  /** The commands about it. */
  handlers(
    _shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, HandbookCommands> {
    const packs = (): { packs: [] } => {
      written();
      return { packs: [] };
    };
    return {
      read_handbook: () => ({
        packs: [],
        themes: [],
        sources: [],
        forms: [],
        methods: [],
        terms: [],
        cases: [],
        companion: [],
        instruments: [],
      }),
      question_through_time: () => ({ question: null, rows: [] }),
      list_packs: () => ({ packs: [] }),
      check_pack: () => ({ kind: 'cancelled' }),
      add_pack: packs,
      switch_pack: packs,
      remove_pack: packs,
    };
  }
}
