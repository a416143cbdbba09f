/** Own trials in memory. */
import type { JournalCommands } from './contract';
import type { Handlers } from './fake';
import { failure, type FakeStore } from './fake-store';

type OwnTrialsCommands =
  | 'list_own_trials'
  | 'start_own_trial'
  | 'read_own_trial'
  | 'change_own_trial'
  | 'begin_phase'
  | 'change_phase'
  | 'erase_phase'
  | 'measure'
  | 'change_measurement'
  | 'erase_measurement'
  | 'end_own_trial'
  | 'erase_own_trial'
  | 'save_own_trial';

/** The own trials of the role in memory. */
export class FakeOwnTrials {
  /** The commands about it. */
  handlers(
    _shown: () => FakeStore,
    _written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, OwnTrialsCommands> {
    const notYet = () => failure({ code: 'out-of-turn' });
    return {
      list_own_trials: () => {
        throw notYet();
      },
      start_own_trial: () => {
        throw notYet();
      },
      read_own_trial: () => {
        throw notYet();
      },
      change_own_trial: () => {
        throw notYet();
      },
      begin_phase: () => {
        throw notYet();
      },
      change_phase: () => {
        throw notYet();
      },
      erase_phase: () => {
        throw notYet();
      },
      measure: () => {
        throw notYet();
      },
      change_measurement: () => {
        throw notYet();
      },
      erase_measurement: () => {
        throw notYet();
      },
      end_own_trial: () => {
        throw notYet();
      },
      erase_own_trial: () => {
        throw notYet();
      },
      save_own_trial: () => {
        throw notYet();
      },
    };
  }
}
