/** What a test or a preview says about the `journal` role in memory. */
import type {
  Appearance,
  HouseRules,
  Opened,
  SecondPlace,
  SelfCheck,
  Settings,
  WalkEnd,
} from './contract';
import type { FakeBackup } from './fake-backups';
import type { Specimen } from './fake-content';
import type { OwnTrialSpecimen } from './fake-own-trial-specimens';

/** How the role stands when its window opens. */
export interface FakeJournalOptions {
  readonly now?: () => number;
  readonly appearance?: Partial<Appearance>;
  readonly settings?: Partial<Settings>;
  readonly opened?: Partial<
    Pick<Opened, 'recoveryReady' | 'withRecoveryKey' | 'check' | 'afterAWhile' | 'onlyReading'>
  >;
  readonly specimens?: readonly Specimen[];
  /** Backups of what the specimens make, of so many days ago. */
  readonly backups?: readonly FakeBackup[];
  readonly second?: SecondPlace;
  /** What the organisation's handbook says besides questions. */
  readonly houseRules?: Partial<HouseRules>;
  /** Rules of thumb that are kept already, the oldest first. */
  readonly rules?: readonly string[];
  /** Own trials that were begun already, the oldest first. */
  readonly ownTrials?: readonly OwnTrialSpecimen[];
  /** How a walk-through ended from which nobody came back yet; `stopped`, where nobody could say. */
  readonly afterWalk?: WalkEnd | 'stopped';
  /** What the machine is like, besides what is usual on its system. */
  readonly machine?: Partial<SelfCheck>;
}
