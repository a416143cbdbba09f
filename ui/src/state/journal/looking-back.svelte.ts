/**
 * Looking back: what returns, over months, for the one who wrote it.
 *
 * Nothing is asked for before somebody opens it, and nothing of it outlives the visit: the route
 * holds it, so that whoever comes back from an entry finds open what was open.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  Day,
  EndQuiet,
  Failure,
  GatheredMonth,
  JournalCommands,
  Month,
  OverMonths,
  QuestionKey,
  QuietList,
  ReturningWords,
  ThemeView,
  YearAgo,
} from '../../backend/contract';
import type { Desk } from './desk';
import { monthToLookBackOn } from './months';

/** The parts of the place, in their order on the page. */
export const PARTS = [
  'themes',
  'aspects',
  'words',
  'year-ago',
  'question',
  'month',
  'quiet',
] as const;

/** A part of the place. */
export type LookingBackPart = (typeof PARTS)[number];

/** A question that was answered. */
export interface Answered {
  readonly question: QuestionKey;
  readonly text: string;
  /** The day of the latest answer. */
  readonly last: Day;
}

/** An answer that is had on request. A late answer to an old question is dropped. */
export class OnRequest<Answer> {
  /** The answer; none before there is one. */
  value = $state.raw<Answer | null>(null);
  /** Whether an answer is on its way. */
  loading = $state(false);
  /** Why there is no newer answer. */
  failure = $state.raw<Failure | null>(null);

  private asked = 0;

  /** Asks; what was answered before stays in sight until then. */
  async ask(question: () => Promise<Answer>): Promise<void> {
    const mine = (this.asked += 1);
    this.loading = true;
    try {
      const value = await question();
      if (mine !== this.asked) return;
      this.value = value;
      this.failure = null;
    } catch (thrown) {
      if (mine !== this.asked) return;
      this.failure = toFailure(thrown);
    }
    this.loading = false;
  }

  /** Lets go of the answer, and of one that is on its way. */
  forget(): void {
    this.asked += 1;
    this.value = null;
    this.loading = false;
    this.failure = null;
  }
}

/** One visit to the place. */
export class LookingBack {
  /** What was written about, month by month: for two of the parts. */
  readonly overMonths = new OnRequest<OverMonths>();
  /** Words that return. */
  readonly words = new OnRequest<ReturningWords>();
  /** This time last year. */
  readonly yearAgo = new OnRequest<YearAgo>();
  /** The theme of which one looks for a question; none before it was chosen. */
  theme = $state.raw<ThemeView | null>(null);
  /** Its questions that were answered, in the order of the handbook. */
  readonly answered = new OnRequest<Answered[]>();
  /** What there is of the month that is chosen. */
  readonly gathered = new OnRequest<GatheredMonth>();
  /** What is kept quiet. */
  readonly quiet = new OnRequest<QuietList>();
  /** The month that is gathered. */
  month = $state.raw<Month>('' as Month);

  private opened = $state.raw<ReadonlySet<LookingBackPart>>(new Set());

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    today: Day,
  ) {
    this.month = monthToLookBackOn(today);
  }

  /** Whether a part is open. */
  isOpen(part: LookingBackPart): boolean {
    return this.opened.has(part);
  }

  /** Opens a part, which asks for what it shows; or closes it. */
  open(part: LookingBackPart, open: boolean): Promise<void> {
    const opened = new Set(this.opened);
    if (open) opened.add(part);
    else opened.delete(part);
    this.opened = opened;
    return open ? this.load(part) : Promise.resolve();
  }

  /** Asks anew for all that is open: an entry may have been changed or kept quiet meanwhile. */
  async again(): Promise<void> {
    await Promise.all([...this.opened].map((part) => this.load(part)));
  }

  /** Looks for a question in a theme. */
  chooseTheme(theme: ThemeView | null): Promise<void> {
    this.theme = theme;
    this.answered.forget();
    return this.load('question');
  }

  /** Gathers another month. */
  chooseMonth(month: Month): Promise<void> {
    this.month = month;
    // What was gathered of one month never stands under the name of another.
    this.gathered.forget();
    return this.load('month');
  }

  /** Asks for what a part shows. */
  load(part: LookingBackPart): Promise<void> {
    switch (part) {
      case 'themes':
      case 'aspects':
        return this.overMonths.ask(() => this.settled('read_over_months', null));
      case 'words':
        return this.words.ask(() => this.settled('list_returning_words', null));
      case 'year-ago':
        return this.yearAgo.ask(() => this.settled('read_year_ago', null));
      case 'month': {
        const { month } = this;
        return this.gathered.ask(() => this.settled('gather_month', { month }));
      }
      case 'quiet':
        return this.quiet.ask(() => this.settled('list_quiet', null));
      case 'question': {
        const { theme } = this;
        return theme === null ? Promise.resolve() : this.answered.ask(() => this.answeredIn(theme));
      }
    }
  }

  /** Keeps the entries of some days quiet. Answers whether they are. */
  keepPeriodQuiet(from: Day, until: Day): Promise<boolean> {
    return this.changeQuiet(() => this.backend.call('keep_quiet', { kind: 'period', from, until }));
  }

  /** Keeps something quiet no longer. */
  endQuiet(what: EndQuiet): Promise<boolean> {
    return this.changeQuiet(() => this.backend.call('end_quiet', what));
  }

  /** One question after the other, so that the journal answers other things between two of them. */
  private async answeredIn(theme: ThemeView): Promise<Answered[]> {
    const answered: Answered[] = [];
    for (const { question } of theme.questions) {
      if (this.theme !== theme) break;
      const key = { pack: question.pack, question: question.id };
      const { rows } = await this.settled('question_through_time', key);
      const [latest] = rows;
      if (latest) answered.push({ question: key, text: question.text, last: latest.day });
    }
    return answered;
  }

  private async changeQuiet(change: () => Promise<QuietList>): Promise<boolean> {
    if (this.desk.onlyReading) return false;
    await this.quiet.ask(change);
    if (this.quiet.failure !== null) return false;
    // What else is in sight is another picture now.
    await Promise.all(
      [...this.opened].filter((part) => part !== 'quiet').map((part) => this.load(part)),
    );
    return true;
  }

  /** What was typed a moment ago belongs to the answer; what cannot be saved says so by itself. */
  private async settled<K extends keyof JournalCommands & string>(
    command: K,
    request: JournalCommands[K]['request'],
  ): Promise<JournalCommands[K]['response']> {
    await this.desk.settle().catch(() => undefined);
    return this.backend.call(command, request);
  }
}
