/** The packs that the handbook is made of. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, PackRow } from '../../backend/contract';
import type { Desk } from './desk';

/** The packs. */
export class Packs {
  /** Our own first; none before they were asked for. */
  rows = $state.raw<readonly PackRow[] | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.rows = (await this.backend.call('list_packs', null)).packs;
    });
  }
}
