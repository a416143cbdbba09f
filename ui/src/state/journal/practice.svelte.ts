/**
 * A round of practice with a case of nobody: one machine, and one to six people around it.
 *
 * Nothing of it is stored and nothing of the journal is in it. What somebody types is here to be
 * compared, and goes with the round. There are no points: nothing here counts anything.
 */
import type { CardView, CaseView, Deck, RoleView } from '../../backend/contract';
import { machineChance, Pile, type Chance } from './chance';
import type { ToPractise } from './handbook.svelte';

/** The most people around one machine. */
export const MOST_PEOPLE = 6;

/** The steps of a round, in their order. */
export type PracticeStep = 'case' | 'roles' | 'cards' | 'swap' | 'compare' | 'rule';

/** What somebody wrote in a role. */
export interface SeenFrom {
  readonly role: RoleView;
  readonly text: string;
}

/** Practising, for as long as the journal is open: which cases were drawn already. */
export class Practice {
  private readonly cases: Pile<CaseView>;

  constructor(private readonly chance: Chance = machineChance) {
    this.cases = new Pile(chance);
  }

  /** A round with a chosen case, or with one that is drawn; none where there is no case. */
  begin(content: ToPractise, people: number, chosen?: string): PracticeRound | null {
    const one = content.cases.find(({ id }) => id === chosen);
    if (one) this.cases.take(one);
    const first = one ?? this.cases.draw(content.cases);
    return first && new PracticeRound(content, people, first, this.cases, this.chance);
  }
}

/** A person at the table. */
export class Seat {
  /** The role that is taken now; none where the handbook has none. */
  role = $state.raw<RoleView | null>(null);

  private readonly texts = $state<Record<string, string>>({});
  private taken = $state.raw<readonly RoleView[]>([]);

  constructor(
    /** From 1 on. */
    readonly number: number,
    role: RoleView | null,
  ) {
    if (role) this.take(role);
  }

  /** How it looks from the role of now, in the words of this person. */
  get view(): string {
    return this.role ? (this.texts[this.role.id] ?? '') : '';
  }
  set view(text: string) {
    if (this.role) this.texts[this.role.id] = text;
  }

  /** What was written, by role, in the order in which the roles were taken. */
  get views(): readonly SeenFrom[] {
    return this.taken.flatMap((role) => {
      const text = (this.texts[role.id] ?? '').trim();
      return text === '' ? [] : [{ role, text }];
    });
  }

  /** The role before this one; none where there was no other. */
  get before(): RoleView | null {
    return this.taken.findLast(({ id }) => id !== this.role?.id) ?? null;
  }

  /** Takes a role. What was written in another stays with that one. */
  take(role: RoleView): void {
    this.taken = [...this.taken.filter(({ id }) => id !== role.id), role];
    this.role = role;
  }

  /** Another case lies on the table: what was written was about the one before. */
  clear(): void {
    for (const id of Object.keys(this.texts)) delete this.texts[id];
    this.taken = this.role ? [this.role] : [];
  }
}

/** A round of practice. */
export class PracticeRound {
  /** The case on the table. */
  case = $state.raw<CaseView>() as CaseView;
  /** Where the round is. */
  step = $state<PracticeStep>('case');
  /** The card on the table; none before the first was drawn. */
  card = $state.raw<CardView | null>(null);
  /** The person whose part of the case is on the screen; none while nobody's is. */
  shown = $state.raw<Seat | null>(null);
  /** The sentence to end with. */
  sentence = $state('');

  /** The people, in the order in which they sit. */
  readonly seats: readonly Seat[];
  /** The steps for which there is something in the handbook. */
  readonly steps: readonly PracticeStep[];

  private readonly piles: Record<Deck, Pile<CardView>>;

  constructor(
    readonly content: ToPractise,
    people: number,
    first: CaseView,
    private readonly cases: Pile<CaseView>,
    chance: Chance,
  ) {
    this.case = first;
    const { roles, cards } = content;
    const dealt = new Pile<RoleView>(chance);
    const seats = Math.min(Math.max(Math.trunc(people), 1), MOST_PEOPLE);
    this.seats = Array.from({ length: seats }, (_, at) => new Seat(at + 1, dealt.draw(roles)));
    this.piles = { frame: new Pile(chance), word: new Pile(chance) };
    const empty = new Set<PracticeStep>([
      ...(roles.length === 0 ? (['roles', 'compare'] as const) : []),
      ...(cards.length === 0 ? (['cards'] as const) : []),
      ...(roles.length < 2 ? (['swap'] as const) : []),
    ]);
    const all: PracticeStep[] = ['case', 'roles', 'cards', 'swap', 'compare', 'rule'];
    this.steps = all.filter((step) => !empty.has(step));
  }

  /** Whether somebody typed something that goes with the round. */
  get typed(): boolean {
    return this.sentence.trim() !== '' || this.seats.some(({ views }) => views.length > 0);
  }

  /** Whether there is another case than this one. */
  get hasOther(): boolean {
    return this.content.cases.some(({ id }) => id !== this.case.id);
  }

  /** What only a role knows or wants in the case; none where the case says nothing of it. */
  partOf(role: RoleView): string | null {
    return this.case.roles.find((part) => part.role === role.id)?.text ?? null;
  }

  /** Goes a step on or back. Answers whether there was one. */
  go(by: -1 | 1): boolean {
    const next = this.steps[this.steps.indexOf(this.step) + by];
    if (next === undefined) return false;
    this.to(next);
    return true;
  }

  /** Goes to a step. What one person was reading is out of sight there. */
  to(step: PracticeStep): void {
    this.shown = null;
    this.step = step;
  }

  /** Puts another case on the table. */
  otherCase(): void {
    const other = this.cases.draw(this.content.cases);
    if (other === null) return;
    this.case = other;
    this.shown = null;
    for (const seat of this.seats) seat.clear();
  }

  /** Shows one person what only this role knows, and nobody else's; or hides it again. */
  show(seat: Seat): void {
    this.shown = this.shown === seat ? null : seat;
  }

  /** A person takes another role. */
  take(seat: Seat, role: string): void {
    const found = this.content.roles.find(({ id }) => id === role);
    if (!found || found === seat.role) return;
    // What stood on the screen was of the role before.
    if (this.shown === seat) this.shown = null;
    seat.take(found);
  }

  /**
   * Everybody takes the role of the next one. Where that changes nothing, for one who is alone or
   * when all have the same, everybody takes the next role of the handbook.
   */
  swap(): void {
    this.shown = null;
    const roles = this.seats.map(({ role }) => role);
    const one = roles.every((role) => role?.id === roles[0]?.id);
    const { roles: all } = this.content;
    this.seats.forEach((seat, at) => {
      const before = all.findIndex(({ id }) => id === seat.role?.id);
      const next = one ? all[(before + 1) % all.length] : roles[(at + 1) % roles.length];
      if (next) seat.take(next);
    });
  }

  /** Whether a pile has cards. */
  has(deck: Deck): boolean {
    return this.content.cards.some((card) => card.deck === deck);
  }

  /** Draws a card from a pile. */
  draw(deck: Deck): void {
    this.card = this.piles[deck].draw(this.content.cards.filter((card) => card.deck === deck));
  }

  /** Begins the last sentence with some words, unless somebody wrote one already. */
  startWith(starter: string): void {
    // The three dots are where one's own words come.
    const words = starter.replace(/\s*(?:…|\.\.\.)\s*$/u, '');
    const untouched =
      this.sentence.trim() === '' ||
      this.content.starters.some(
        (other) => other.replace(/\s*(?:…|\.\.\.)\s*$/u, '') === this.sentence.trim(),
      );
    this.sentence = untouched ? `${words} ` : `${words} ${this.sentence.trim()}`;
  }
}
