/** What was learned, invented: for tests and pictures. */
import type { Day } from './contract';
import type { FakeLearned } from './fake-learned';

/** Fills the rules with a past, the words and the team card. */
export function fillLearned(learned: FakeLearned): void {
  const first = learned.keepRule('Ik vraag eerst hoe het gaat.');
  learned.changeRule(first.rule, 'Ik vraag eerst hoe het gaat, en pak dan het formulier.', day(3));
  learned.changeRule(
    first.rule,
    'Ik vraag eerst hoe het gaat, en wacht op het antwoord. De map blijft in mijn tas.',
    day(17),
  );
  learned.keepRule('Als ik sneller ga praten, is er iets wat ik zelf niet eerlijk vind.');
  learned.keepRule('In een overleg zeg ik eerst wat ik níet weet.');
  learned.keepRule('Wie te vroeg komt, is zenuwachtig. Ik loop even naar de wachtruimte.');
  const old = learned.keepRule('Ik bel altijd binnen een dag terug.');
  learned.rules = learned.rules.map((rule) =>
    rule === old ? { ...rule, droppedOn: day(12) } : rule,
  );

  learned.keepWord({
    word: 'stabiel',
    mine: 'Er komen geen nieuwe schulden bij.',
    theirs: 'Hij slaapt weer, en doet de deur open.',
    whose: 'Sociaal werker',
  });
  learned.keepWord({
    word: 'maatwerk',
    mine: 'Binnen de regels zoeken naar wat past bij deze ene situatie.',
    theirs: 'De regels loslaten als ze in de weg zitten.',
    whose: 'Wijkteam',
  });
  learned.keepWord({
    word: 'gemotiveerd',
    mine: 'Iemand komt op de afspraak.',
    theirs: '',
    whose: '',
  });

  learned.keepPoint(
    {
      theme: 'team',
      text: 'Wat zeggen we als iemand niet verschijnt? De een belt, de ander stuurt meteen een brief.',
    },
    day(2),
  );
  learned.keepPoint({ theme: 'team', text: 'Wie kijkt mee bij een eerste maatregel?' }, day(9));
  learned.keepPoint(
    {
      theme: 'ruimte',
      text: 'Onze spreekkamers hebben een klok boven de deur.\nKan die weg?',
    },
    day(16),
  );
  learned.keepPoint({ theme: null, text: 'De brief over inlichtingen leest als een dreigement.' });
  const talked = learned.keepPoint({ theme: 'team', text: 'Hoe we overdragen bij vakantie.' });
  learned.points = learned.points.map((point) =>
    point === talked ? { ...point, discussedOn: day(10) } : point,
  );
}

function day(of: number): Day {
  return `2026-11-${String(of).padStart(2, '0')}` as Day;
}
