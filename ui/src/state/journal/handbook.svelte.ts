/** The handbook as one leafs through it, and all own answers to one of its questions. */
import type { Backend } from '../../backend/backend';
import type {
  HandbookView,
  JournalCommands,
  MethodView,
  QuestionKey,
} from '../../backend/contract';
import { contains } from '../shared/folded';
import type { Desk } from './desk';
import type { Route } from './routes';

/** The screens that show something of it. */
const SHOWING: ReadonlySet<Route['name']> = new Set([
  'handbook',
  'sheets',
  'new-contact',
  'practice',
  'intervision',
  'rules',
  'twofold-words',
  'team-card',
]);

/** What one practises with. */
export type ToPractise = Pick<HandbookView, 'cases' | 'roles' | 'cards' | 'starters'>;

/** What colleagues do together. */
export type ToDoTogether = Pick<HandbookView, 'methods' | 'agreements'>;

/** The cases, roles, cards and beginnings of a sentence in which some words stand. */
export function practiceWith(view: ToPractise, typed: string): ToPractise {
  return {
    // What only a role knows is found too: it is how one remembers a case.
    cases: view.cases.filter(({ title, paragraphs, roles }) =>
      contains([title, ...paragraphs, ...roles.map(({ text }) => text)], typed),
    ),
    roles: view.roles.filter(({ name, explanation }) => contains([name, explanation], typed)),
    cards: view.cards.filter(({ title, text }) => contains([title, text], typed)),
    starters: view.starters.filter((starter) => contains([starter], typed)),
  };
}

/** The methods and agreements in which some words stand. */
export function togetherWith(view: ToDoTogether, typed: string): ToDoTogether {
  return {
    methods: view.methods.filter(({ name, explanation, steps }) =>
      contains([name, explanation, ...steps.map(({ text }) => text)], typed),
    ),
    agreements: view.agreements.filter((agreement) => contains([agreement], typed)),
  };
}

/** The minutes of all steps of a method. */
export function wholeOf({ steps }: MethodView): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

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
