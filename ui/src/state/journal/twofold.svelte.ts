/** Words that two people used with different meanings. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, TwofoldWord } from '../../backend/contract';
import type { Desk } from './desk';

/** Words that two people used with different meanings. */
export class TwofoldWords {
  /** By the word; none before it was asked for. */
  all = $state.raw<readonly TwofoldWord[] | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.all = (await this.backend.call('list_twofold_words', null)).words;
    });
  }
}
