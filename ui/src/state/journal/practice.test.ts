/** A round of practice as state: what is drawn, who has which role, and what is kept of it. */
import { describe, expect, it } from 'vitest';

import { machineChance, Pile, type Chance } from './chance';
import type { ToPractise } from './handbook.svelte';
import { Practice, type PracticeRound } from './practice.svelte';

/** Draws the numbers that are given, one after another, and the first of what is left after them. */
const drawing = (...numbers: number[]): Chance => ({
  under: (below) => Math.min(numbers.shift() ?? 0, below - 1),
});

const letters = ['a', 'b', 'c', 'd'];
const content: ToPractise = {
  cases: letters.map((id) => ({
    id,
    title: `Casus ${id}`,
    paragraphs: ['Er is iets.'],
    roles: [{ role: 'inwoner', text: `wat de inwoner weet van ${id}` }],
  })),
  roles: ['consulent', 'werker', 'inwoner', 'leiding'].map((id) => ({
    id,
    name: id,
    explanation: `als ${id}`,
  })),
  cards: [
    { id: 'geld', deck: 'frame', title: 'Geld', text: 'Kijk.' },
    { id: 'tijd', deck: 'frame', title: 'Tijd', text: 'Kijk.' },
    { id: 'maatwerk', deck: 'word', title: 'maatwerk', text: 'Zeg.' },
  ],
  starters: ['Ik vraag eerst …', 'Als ik haast heb, dan …'],
};

function begun(people: number, chance: Chance = drawing(), only: Partial<ToPractise> = {}) {
  const round = new Practice(chance).begin({ ...content, ...only }, people);
  if (round === null) throw new Error('there is a case');
  return round;
}

const rolesOf = ({ seats }: PracticeRound): (string | undefined)[] =>
  seats.map(({ role }) => role?.id);

describe('a pile', () => {
  it('gives nothing twice before everything came once', () => {
    const pile = new Pile<{ id: string }>(machineChance);
    const cards = letters.map((id) => ({ id }));
    for (let time = 0; time < 20; time += 1) {
      const drawn = cards.map(() => pile.draw(cards)?.id);
      expect([...drawn].sort()).toEqual(letters);
    }
  });

  it('does not begin anew with what lies on the table', () => {
    const pile = new Pile<{ id: string }>(machineChance);
    const cards = letters.slice(0, 2).map((id) => ({ id }));
    let last: string | undefined;
    for (let time = 0; time < 40; time += 1) {
      const drawn = pile.draw(cards)?.id;
      expect(drawn).not.toBe(last);
      last = drawn;
    }
  });

  it('gives the only card again and again, and nothing from nothing', () => {
    const pile = new Pile<{ id: string }>(machineChance);
    expect(pile.draw([{ id: 'a' }])?.id).toBe('a');
    expect(pile.draw([{ id: 'a' }])?.id).toBe('a');
    expect(pile.draw([])).toBeNull();
  });
});

describe('the randomness of the machine', () => {
  it('stays under what is asked, and reaches all of it', () => {
    const drawn = new Set(Array.from({ length: 400 }, () => machineChance.under(6)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('the case', () => {
  it('is none twice before all were drawn, over rounds too', () => {
    const practice = new Practice(machineChance);
    const drawn = letters.map(() => practice.begin(content, 2)?.case.id);
    expect([...drawn].sort()).toEqual(letters);
  });

  it('can be another one on request, and a chosen one', () => {
    const round = new Practice(drawing(0, 0)).begin(content, 1, 'c');
    expect(round?.case.id).toBe('c');
    const seen = new Set<string | undefined>([round?.case.id]);
    for (let time = 0; time < 3; time += 1) {
      round?.otherCase();
      seen.add(round?.case.id);
    }
    expect([...seen].sort()).toEqual(letters);
  });

  it('is drawn where the chosen one is gone, and there is no round without any', () => {
    expect(new Practice(drawing(1)).begin(content, 1, 'weg')?.case.id).toBe('b');
    expect(new Practice(drawing()).begin({ ...content, cases: [] }, 2)).toBeNull();
  });

  it('takes along nothing that was written about the one before', () => {
    const round = begun(2);
    const [first] = round.seats;
    if (first) first.view = 'over de vorige';
    round.otherCase();
    expect(round.seats.flatMap(({ views }) => views)).toEqual([]);
    expect(round.typed).toBe(false);
  });
});

describe('roles', () => {
  it('are dealt to one to six people, each another one as long as there are some', () => {
    expect(new Set(rolesOf(begun(4, drawing(0, 2, 1)))).size).toBe(4);
    expect(new Set(rolesOf(begun(6))).size).toBe(4);
    expect(begun(1).seats).toHaveLength(1);
    expect(begun(0).seats).toHaveLength(1);
    expect(begun(40).seats).toHaveLength(6);
  });

  it('may be the same for two people', () => {
    const round = begun(2);
    const [, second] = round.seats;
    if (second) round.take(second, 'consulent');
    expect(rolesOf(round)).toEqual(['consulent', 'consulent']);
  });

  it('show what only they know to one person at a time', () => {
    const round = begun(3);
    const [first, second] = round.seats;
    if (!first || !second) throw new Error('there are seats');
    round.show(first);
    expect(round.shown).toBe(first);
    round.show(second);
    expect(round.shown).toBe(second);
    round.show(second);
    expect(round.shown).toBeNull();
    round.show(first);
    round.go(1);
    expect(round.shown).toBeNull();
    const [, , resident] = content.roles;
    expect(resident && round.partOf(resident)).toBe(`wat de inwoner weet van ${round.case.id}`);
    const [official] = content.roles;
    expect(official && round.partOf(official)).toBeNull();
  });

  it('hide again when a person takes another', () => {
    const round = begun(2);
    const [first] = round.seats;
    if (!first) throw new Error('there is a seat');
    round.show(first);
    round.take(first, 'leiding');
    expect(round.shown).toBeNull();
  });

  it('move one on, all at once, back to the first after as many times', () => {
    const round = begun(3);
    const before = rolesOf(round);
    round.swap();
    expect(rolesOf(round)).toEqual([before[1], before[2], before[0]]);
    expect(round.seats[0]?.before?.id).toBe(before[0]);
    round.swap();
    round.swap();
    expect(rolesOf(round)).toEqual(before);
  });

  it('move to the next of the handbook for who is alone, and when all have the same', () => {
    const alone = begun(1, drawing(0, 3));
    expect(rolesOf(alone)).toEqual(['leiding']);
    alone.swap();
    expect(rolesOf(alone)).toEqual(['consulent']);
    const same = begun(2);
    for (const seat of same.seats) same.take(seat, 'werker');
    same.swap();
    expect(rolesOf(same)).toEqual(['inwoner', 'inwoner']);
  });
});

describe('what people write', () => {
  it('stays with the role in which they wrote it', () => {
    const round = begun(2);
    const [first] = round.seats;
    if (!first) throw new Error('there is a seat');
    first.view = 'als consulent';
    round.swap();
    expect(first.view).toBe('');
    first.view = 'als werker';
    expect(first.views.map(({ role, text }) => [role.id, text])).toEqual([
      ['consulent', 'als consulent'],
      ['werker', 'als werker'],
    ]);
    round.take(first, 'consulent');
    expect(first.view).toBe('als consulent');
  });

  it('is nothing where only spaces stand', () => {
    const round = begun(1);
    const [first] = round.seats;
    if (first) first.view = '  \n ';
    expect(first?.views).toEqual([]);
    expect(round.typed).toBe(false);
    round.sentence = 'ik wacht';
    expect(round.typed).toBe(true);
  });
});

describe('cards', () => {
  it('come from their own piles, none twice before all came', () => {
    const round = begun(1, machineChance);
    const frames = [0, 1].map(() => {
      round.draw('frame');
      return round.card?.id;
    });
    expect([...frames].sort()).toEqual(['geld', 'tijd']);
    round.draw('word');
    expect(round.card?.id).toBe('maatwerk');
    expect(round.has('word')).toBe(true);
  });

  it('have no pile where the handbook has none', () => {
    const round = begun(1, drawing(), { cards: content.cards.slice(0, 2) });
    expect(round.has('word')).toBe(false);
  });
});

describe('the steps', () => {
  it('go on and back, and end at their ends', () => {
    const round = begun(2);
    expect(round.go(-1)).toBe(false);
    const steps = [round.step];
    while (round.go(1)) steps.push(round.step);
    expect(steps).toEqual(['case', 'roles', 'cards', 'swap', 'compare', 'rule']);
    expect(round.go(-1)).toBe(true);
    expect(round.step).toBe('compare');
  });

  it('are only those for which the handbook has something', () => {
    expect(begun(1, drawing(), { roles: [], cards: [] }).steps).toEqual(['case', 'rule']);
    expect(begun(1, drawing(), { roles: content.roles.slice(0, 1) }).steps).toEqual([
      'case',
      'roles',
      'cards',
      'compare',
      'rule',
    ]);
  });
});

describe('the sentence at the end', () => {
  it('can begin as the handbook says, and a start is changed for another', () => {
    const round = begun(1);
    round.startWith('Ik vraag eerst …');
    expect(round.sentence).toBe('Ik vraag eerst ');
    round.startWith('Als ik haast heb, dan …');
    expect(round.sentence).toBe('Als ik haast heb, dan ');
  });

  it('loses no word that somebody typed', () => {
    const round = begun(1);
    round.sentence = 'wat de ander nodig heeft';
    round.startWith('Ik vraag eerst …');
    expect(round.sentence).toBe('Ik vraag eerst wat de ander nodig heeft');
  });
});
