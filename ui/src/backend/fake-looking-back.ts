/** A store in memory looks back: the commands of what returns and of what is kept quiet. */
import type { JournalCommands } from './contract';
import type { FakeStore } from './fake-store';

type Handlers = Pick<
  {
    [Name in keyof JournalCommands]: (
      request: JournalCommands[Name]['request'],
    ) => JournalCommands[Name]['response'];
  },
  | 'read_over_months'
  | 'list_returning_words'
  | 'read_year_ago'
  | 'list_alike'
  | 'gather_month'
  | 'list_quiet'
  | 'keep_quiet'
  | 'end_quiet'
>;

/** The handlers of looking back. */
export function lookingBack(shown: () => FakeStore): Handlers {
  const quiet = () => ({ entries: [], aliases: [], periods: [] });
  return {
    read_over_months: () => ({ months: [], themes: [], aspects: [] }),
    list_returning_words: () => ({ from: shown().today, until: shown().today, words: [] }),
    read_year_ago: () => ({ from: shown().today, until: shown().today, rows: [] }),
    list_alike: () => ({ rows: [] }),
    gather_month: ({ month }) => ({ month, tried: [], rules: [], takenAlong: [] }),
    list_quiet: quiet,
    keep_quiet: quiet,
    end_quiet: quiet,
  };
}
