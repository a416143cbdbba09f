/** The handbook as one leafs through it, and all own answers to one of its questions. */
import type { Backend } from '../../backend/backend';
import type { HandbookView, JournalCommands, QuestionKey } from '../../backend/contract';
import type { Desk } from './desk';
import type { Route } from './routes';

/** The screens that show something of it. */
const SHOWING: ReadonlySet<Route['name']> = new Set([
  'handbook',
  'sheets',
  'new-contact',
  'rules',
  'twofold-words',
  'team-card',
]);

/** The handbook. */
export class Handbook {
  /** All of it; none before it was asked for. */
  view = $state.raw<HandbookView | null>(null);

  /** How often it changed, and at which of those times `view` was asked for. */
  private changes = 0;
  private known = -1;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for it, unless what is here is how it is now. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      // It may change while the answer is on its way.
      while (this.known !== this.changes) {
        const asked = this.changes;
        this.view = await this.backend.call('read_handbook', null);
        this.known = asked;
      }
    });
  }

  /** Its packs, language or words changed: what shows it asks anew, now or at the next visit. */
  changed(): void {
    this.changes += 1;
    if (SHOWING.has(this.desk.route.name)) void this.load();
  }

  /** Shows all own answers to a question; from there one goes back to the screen that is given. */
  throughTime(question: QuestionKey, from: Route): Promise<void> {
    const here = this.desk.route;
    return this.desk.attempt(async () => {
      // What was typed a moment ago belongs to it; what cannot be saved says so by itself.
      await this.desk.settle().catch(() => undefined);
      const through = await this.backend.call('question_through_time', question);
      // Whoever went elsewhere meanwhile is not pulled back.
      if (this.desk.route === here) this.desk.go({ name: 'through-time', question, through, from });
    });
  }

  /** Shows the same anew, after an entry was read that may have been changed there. */
  showAgain(route: Extract<Route, { name: 'through-time' }>): Promise<void> {
    return this.desk.attempt(async () => {
      const through = await this.backend.call('question_through_time', route.question);
      if (this.desk.route === route) this.desk.go({ ...route, through, at: undefined });
    });
  }
}
