/** Own trials of the writer's own behaviour. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, OwnTrialRow } from '../../backend/contract';
import type { Desk } from './desk';

/** Own trials of the writer's own behaviour. */
export class OwnTrials {
  /** Those that run first; none before it was asked for. */
  all = $state.raw<readonly OwnTrialRow[] | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.all = (await this.backend.call('list_own_trials', null)).trials;
    });
  }
}
