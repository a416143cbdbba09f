/** The handbook as one leafs through it: asked for once, and anew when it may have changed. */
import type { Backend } from '../../backend/backend';
import type { HandbookView, JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';

/** The handbook. */
export class Handbook {
  /** All of it; none before it was asked for. */
  view = $state.raw<HandbookView | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.view = await this.backend.call('read_handbook', null);
    });
  }
}
