/** Words that the person said are no person. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';

/** The words, in the order of the alphabet. */
export class Spared {
  /** None before they were asked for. */
  words = $state.raw<readonly string[] | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.words = (await this.backend.call('list_spared', null)).words;
    });
  }

  /** Takes back that a word is no person: it is marked again. */
  async forget(word: string): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      this.words = (await this.backend.call('forget_spared', { word })).words;
      this.desk.say({ kind: 'word-forgotten', word });
    });
  }
}
