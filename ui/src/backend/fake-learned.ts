/** What was learned, in memory: words with two meanings and the team card. */
import type { JournalCommands } from './contract';
import type { Handlers } from './fake';
import { failure, type FakeStore } from './fake-store';

type LearnedCommands =
  | 'list_twofold_words'
  | 'keep_twofold_word'
  | 'change_twofold_word'
  | 'erase_twofold_word'
  | 'read_team_card'
  | 'keep_team_point'
  | 'change_team_point'
  | 'discuss_team_point'
  | 'erase_team_point'
  | 'save_learned';

/** What was learned, in the role in memory. */
export class FakeLearned {
  /** The commands about it. */
  handlers(
    _shown: () => FakeStore,
    _written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, LearnedCommands> {
    const notYet = () => failure({ code: 'out-of-turn' });
    return {
      list_twofold_words: () => {
        throw notYet();
      },
      keep_twofold_word: () => {
        throw notYet();
      },
      change_twofold_word: () => {
        throw notYet();
      },
      erase_twofold_word: () => {
        throw notYet();
      },
      read_team_card: () => {
        throw notYet();
      },
      keep_team_point: () => {
        throw notYet();
      },
      change_team_point: () => {
        throw notYet();
      },
      discuss_team_point: () => {
        throw notYet();
      },
      erase_team_point: () => {
        throw notYet();
      },
      save_learned: () => {
        throw notYet();
      },
    };
  }
}
