/** Invented reflections and questions, for tests and pictures. No person is behind any of them. */
import type { ContactKind, Language, QuestionView } from './contract';

/** An entry to fill a store with. */
export interface Specimen {
  readonly daysAgo: number;
  /** None for a free page on its own. */
  readonly kind: string | null;
  readonly alias: string | null;
  readonly texts: readonly string[];
  readonly binned?: boolean;
}

const kinds: readonly (readonly [id: string, nl: string, en: string])[] = [
  ['kennismaking', 'Kennismaking', 'First meeting'],
  ['intake', 'Intake of aanvraag', 'Intake or application'],
  ['voortgang', 'Voortgangsgesprek', 'Progress talk'],
  ['telefonisch', 'Telefoongesprek', 'Phone call'],
  ['huisbezoek', 'Huisbezoek', 'Home visit'],
  ['heronderzoek', 'Heronderzoek', 'Review of entitlement'],
  ['maatregel', 'Maatregel of boete', 'Sanction or fine'],
  ['niet_verschenen', 'Niet verschenen', 'Did not show up'],
  ['overdracht', 'Overdracht', 'Handover'],
  ['afsluiting', 'Afsluiting', 'Closing'],
  ['casusoverleg', 'Casusoverleg', 'Case discussion'],
  ['intervisie', 'Intervisie', 'Peer consultation'],
  ['mail_of_app', 'Mail of app', 'Mail or message'],
];

/** The kinds of contact in a language. */
export function kindsIn(language: Language): ContactKind[] {
  return kinds.map(([id, nl, en]) => ({ id, label: language === 'nl' ? nl : en }));
}

const question = (
  id: string,
  theme: string,
  text: string,
  why: string,
  sources: string[],
): QuestionView => ({ id, theme, text, why, sources });

const questions: Record<Language, readonly QuestionView[]> = {
  nl: [
    question(
      'D01',
      'Ruimte geven',
      'Welk moment uit dit gesprek blijft bij je? Schrijf op wat je zag en hoorde.',
      'Eén moment zegt vaak meer dan het hele gesprek. Wat je zag en hoorde, is iets anders dan wat je ervan vond.',
      ['Handvatten voor een goede werkrelatie tussen inwoner en consulent (Movisie)'],
    ),
    question(
      'D08',
      'Passend omgaan met bagage',
      'Stel: de inwoner vertelt thuis over dit gesprek. Wat hoor je dan?',
      'Door de ogen van de ander kijken laat zien wat het gesprek met die persoon deed.',
      ['In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek)'],
    ),
    question(
      'D12',
      'Leren in het klein',
      'Wat wil je in het volgende contact één keer proberen?',
      'Eén kleine verandering kun je echt uitproberen. Daarna kijk je opnieuw.',
      ['In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek)'],
    ),
  ],
  en: [
    question(
      'D01',
      'Giving room',
      'Which moment of this conversation stays with you? Write down what you saw and heard.',
      'One moment often says more than the whole conversation. What you saw and heard is not what you thought of it.',
      ['Handvatten voor een goede werkrelatie tussen inwoner en consulent (Movisie)'],
    ),
    question(
      'D08',
      'Handling baggage well',
      'Suppose the resident talks about this conversation at home. What would you hear?',
      'Looking through the other’s eyes shows what the conversation did to that person.',
      ['In De Dichter Bij Stand (ZonMw, Movisie, University of Humanistic Studies)'],
    ),
    question(
      'D12',
      'Learning in small steps',
      'What one thing will you try in the next contact?',
      'One small change can really be tried. Then you look again.',
      ['In De Dichter Bij Stand (ZonMw, Movisie, University of Humanistic Studies)'],
    ),
  ],
};

/** The questions that a sitting gets. */
export function questionsIn(language: Language, _kind: string | null): QuestionView[] {
  return [...questions[language]];
}

/** Word pairs that the fake proposes, in turn. */
export const aliasesProposed: readonly string[] = [
  'blauwe reiger',
  'stille haven',
  'groene fiets',
  'late trein',
];

/** A few months of an invented journal. */
export const specimens: readonly Specimen[] = [
  {
    daysAgo: 0,
    kind: 'huisbezoek',
    alias: 'blauwe reiger',
    texts: [
      'Mevrouw had koffie gezet voordat ik aanbelde. Ik merkte dat ik snel naar de formulieren wilde. Pas toen zij stil werd, vroeg ik hoe het met haar ging.',
      '“Er kwam iemand van de gemeente, en voor het eerst ging het even niet over papieren.”',
    ],
  },
  {
    daysAgo: 2,
    kind: 'maatregel',
    alias: 'late trein',
    texts: [
      'Ik moest vertellen dat de uitkering een maand lager wordt. Ik hoorde mezelf steeds sneller praten. Hij keek naar het raam.\n\nAchteraf denk ik: ik praatte zo snel omdat ik het zelf ook niet eerlijk vond.',
    ],
  },
  {
    daysAgo: 5,
    kind: 'telefonisch',
    alias: null,
    texts: [
      'Een telefoontje van vier minuten. Ze vroeg alleen of haar brief was aangekomen. Waarom bleef ik er de hele middag aan denken?',
    ],
  },
  {
    daysAgo: 12,
    kind: null,
    alias: null,
    texts: [
      'Vandaag vrijdag, half vijf. De arbeidsongeschiktheidsverzekeringsmaatschappij belde drie keer. Ik heb niets bijzonders gedaan en toch ben ik moe. Goed om dat eens op te schrijven.',
    ],
  },
  {
    daysAgo: 26,
    kind: 'kennismaking',
    alias: 'stille haven',
    texts: [
      'Hij kwam twintig minuten te vroeg. Ik liet hem wachten, want dat doen we altijd zo. Ik zag hem steeds naar de klok kijken.',
      'Dat hij netjes op tijd was, en dat niemand dat zag.',
      'De volgende keer loop ik even naar de wachtruimte en zeg ik gedag.',
    ],
  },
  {
    daysAgo: 33,
    kind: 'casusoverleg',
    alias: 'blauwe reiger',
    texts: [
      'Het woord “gemotiveerd” betekende voor de wijkteamcollega iets heel anders dan voor mij. Ze bedoelde: ze komt haar bed uit. Ik bedoelde: ze solliciteert.',
    ],
  },
  {
    daysAgo: 41,
    kind: 'niet_verschenen',
    alias: 'groene fiets',
    texts: [
      'Ik dacht eerst: daar gaan we weer. Daarna telde ik drie redenen die ik zelf ook zou hebben gehad.',
    ],
  },
  {
    daysAgo: 68,
    kind: 'voortgang',
    alias: 'stille haven',
    texts: [
      'Hij lachte om mijn vraag. Een goede lach. Ik weet nog niet wat ik anders deed dan de vorige keer.',
    ],
  },
  {
    daysAgo: 1,
    kind: 'mail_of_app',
    alias: 'groene fiets',
    texts: ['Dubbel geschreven, deze mag weg.'],
    binned: true,
  },
];
