/** Invented reflections, for tests and pictures. No person is behind any of them. */
import type { ContactKind, Language, Returns, Sitting } from './contract';

/** An entry to fill a store with. */
export interface Specimen {
  readonly daysAgo: number;
  /** None for a free page on its own. */
  readonly kind: string | null;
  readonly alias: string | null;
  /** Answers to its questions, in their order; what is left over is a free page. */
  readonly texts: readonly string[];
  /** What the questions were chosen by; five minutes and nothing else when it is left out. */
  readonly sitting?: Partial<Sitting>;
  /** A question that the person asked, with its answer. */
  readonly own?: readonly [question: string, text: string];
  /** What is to be tried, and when it comes back. */
  readonly intention?: string;
  readonly returns?: Returns;
  /** What came of the intention that was open at that time. */
  readonly outcome?: string;
  /** How it was for the person. */
  readonly feeling?: string;
  /** A free page that was written so many days ago, later than the entry itself. */
  readonly later?: readonly [daysAgo: number, text: string];
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

/** What one looks back on that is no contact. */
const times: typeof kinds = [
  ['week', 'Een week', 'A week'],
  ['maand', 'Een maand', 'A month'],
  ['bijeenkomst', 'Een overleg of bijeenkomst', 'A meeting'],
];

/** The kinds of contact in a language. */
export function kindsIn(language: Language): ContactKind[] {
  return [...kinds, ...times].map((kind) => {
    const [id, nl, en] = kind;
    return {
      id,
      label: language === 'nl' ? nl : en,
      contact: !times.includes(kind),
      discussion: id === 'casusoverleg' || id === 'intervisie',
    };
  });
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
    intention: 'Eerst vragen hoe het is. De map met formulieren blijft in mijn tas.',
    feeling: 'Ik fietste rustiger terug dan ik was gekomen.',
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
    intention: 'Aan het eind vragen: is er nog iets wat je wilde zeggen?',
    returns: 'kind',
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
    ],
    own: ['Wie heeft hem die dag eigenlijk gezien?', 'De beveiliger, denk ik. Die kent zijn naam.'],
    intention: 'De volgende keer loop ik even naar de wachtruimte en zeg ik gedag.',
    later: [24, 'Ik heb het er vandaag met de balie over gehad. Zij zien dit vaker dan ik.'],
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
    sitting: { baggage: 'both', mood: 'proud', keep: true },
  },
  {
    daysAgo: 1,
    kind: 'mail_of_app',
    alias: 'groene fiets',
    texts: ['Dubbel geschreven, deze mag weg.'],
    binned: true,
  },
];

/** What has lived nearly as long as it may, and what is asked about once a year. */
export const longAgo: readonly Specimen[] = [
  {
    daysAgo: 176,
    kind: 'voortgang',
    alias: 'rode merel',
    texts: [
      'Ze vertelde dat ze de brief drie keer had gelezen en toen in de la had gelegd. Ik had meteen een antwoord klaar. Dat antwoord was goed, en toch hielp het niet.',
      '“Hij luisterde pas toen ik niets meer zei.”',
    ],
    feeling: 'Ik bleef er in de auto nog lang aan denken.',
  },
  {
    daysAgo: 190,
    kind: 'intake',
    alias: 'Willem de Boer',
    texts: ['Ik las de vragen voor zoals ze op het formulier staan. Hij werd steeds korter.'],
  },
  {
    daysAgo: 178,
    kind: 'telefonisch',
    alias: 'snelle zwaluw',
    texts: [
      'Twee keer gebeld op het verkeerde moment. De derde keer vroeg ik wanneer het wél kon.',
    ],
  },
  {
    daysAgo: 175,
    kind: 'maatregel',
    alias: 'stille haven',
    texts: ['Een eerdere keer, toen ik het nog op papier uitlegde.'],
  },
  {
    daysAgo: 179,
    kind: 'niet_verschenen',
    alias: 'wijze uil',
    texts: ['Ik stond al met mijn jas aan toen de bel ging.'],
  },
  {
    daysAgo: 420,
    kind: null,
    alias: null,
    texts: [
      'Eerste week na de vakantie. Ik wil minder meteen oplossen en vaker vragen: wat heb je zelf al geprobeerd?',
    ],
  },
  {
    daysAgo: 460,
    kind: 'intervisie',
    alias: null,
    texts: ['Een collega vroeg waarom ik altijd met de regels begin. Ik had er geen antwoord op.'],
  },
  {
    daysAgo: 8,
    kind: 'telefonisch',
    alias: 'stille have',
    texts: [
      'Mevrouw Jansen belde terug op 06 12345678. Ik schreef het hier op, en dat hoort hier niet.',
    ],
  },
];

/** Rules of thumb, the oldest first. */
export const rulesKept: readonly string[] = [
  'Ik vraag eerst hoe het gaat, en pak dan pas het formulier.',
  'Als ik sneller ga praten, is er iets wat ik zelf niet eerlijk vind.',
  'Wie te vroeg komt, is zenuwachtig. Ik loop even naar de wachtruimte.',
];
