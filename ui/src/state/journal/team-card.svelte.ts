/** What one takes along to the team. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, TeamCard } from '../../backend/contract';
import type { Desk } from './desk';

/** What one takes along to the team. */
export class TeamCardState {
  /** The card; none before it was asked for. */
  card = $state.raw<TeamCard | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.card = await this.backend.call('read_team_card', null);
    });
  }
}
