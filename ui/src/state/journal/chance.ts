/** Randomness as an argument, so that tests decide what is drawn. */

/** Where drawing comes from. */
export interface Chance {
  /** A whole number from 0 up to, and never, `below`; each as likely as another. */
  under(below: number): number;
}

const RANGE = 2 ** 32;

/** The randomness of the machine. */
export const machineChance: Chance = {
  under(below) {
    const words = new Uint32Array(1);
    // What is left over at the end of the range would make the first numbers likelier.
    const fair = RANGE - (RANGE % below);
    for (;;) {
      const [word = 0] = crypto.getRandomValues(words);
      if (word < fair) return word % below;
    }
  },
};

/** A shuffled pile: nothing comes twice before everything came once. */
export class Pile<Card extends { readonly id: string }> {
  private out = new Set<string>();
  private last: string | null = null;

  constructor(private readonly chance: Chance) {}

  /** The next one of these; none where there are none. */
  draw(from: readonly Card[]): Card | null {
    let left = from.filter(({ id }) => !this.out.has(id));
    if (left.length === 0) {
      // All of them were drawn: they go back, and the one on the table comes last.
      this.out = new Set();
      left = from.length > 1 ? from.filter(({ id }) => id !== this.last) : [...from];
    }
    const card = left.length > 0 ? left[this.chance.under(left.length)] : undefined;
    if (card === undefined) return null;
    this.take(card);
    return card;
  }

  /** One is taken by hand: it does not come again before its turn. */
  take({ id }: Card): void {
    this.out.add(id);
    this.last = id;
  }
}
