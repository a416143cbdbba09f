/** Sheets in memory, what was to be tried, and the days at which one looks back. */
import type { JournalCommands } from './contract';
import type { Handlers } from './fake';
import type { FakeStore } from './fake-store';

type SheetCommands =
  'list_tried' | 'list_look_backs' | 'let_go_look_back' | 'list_sheets' | 'save_sheet';

/** Sheets in memory. */
export class FakeSheets {
  /** The commands about them. */
  handlers(
    _shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, SheetCommands> {
    return {
      list_tried: () => ({ rows: [], next: null }),
      list_look_backs: () => ({ lookBacks: [] }),
      let_go_look_back: () => {
        written();
        return null;
      },
      list_sheets: () => ({ sheets: [] }),
      save_sheet: () => ({ path: null }),
    };
  }
}
