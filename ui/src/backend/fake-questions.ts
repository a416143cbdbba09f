/** A small handbook for the role in memory: enough to see every way in which questions are asked. */
import type { Baggage, Language, Minutes, QuestionView, ResidentWord, Sitting } from './contract';

interface FakeQuestion {
  readonly id: string;
  readonly nl: readonly [theme: string, text: string, why: string];
  readonly en: readonly [theme: string, text: string, why: string];
  /** The question that may follow its answer. */
  readonly followUp?: string;
  /** Whether it is only ever asked after another. */
  readonly onlyAsFollowUp?: boolean;
  /** Asked only where the resident carries this. */
  readonly baggage?: readonly Baggage[];
  /** The least minutes. */
  readonly minutes?: Minutes;
  /** What to leave out of the answer. */
  readonly privacy?: Record<Language, string>;
}

const questions: readonly FakeQuestion[] = [
  {
    id: 'H22',
    followUp: 'H22v',
    baggage: ['criticism', 'both'],
    minutes: 5,
    nl: [
      'Passend omgaan met bagage',
      'Welk deel van die kritiek vind jij terecht? Heb je dat gezegd?',
      'Kritiek erkennen is iets anders dan het eens zijn. Het maakt vaak ruimte.',
    ],
    en: [
      'Handling baggage well',
      'Which part of that criticism do you find justified? Did you say so?',
      'To acknowledge criticism is not to agree with it. It often gives room.',
    ],
  },
  {
    id: 'H22v',
    onlyAsFollowUp: true,
    nl: [
      'Passend omgaan met bagage',
      'Hoe kun je dat de volgende keer zeggen?',
      'Woorden die je al een keer zocht, vind je de volgende keer sneller.',
    ],
    en: [
      'Handling baggage well',
      'How could you say that next time?',
      'Words that you looked for once are found sooner next time.',
    ],
  },
  {
    id: 'D01',
    nl: [
      'Ruimte geven',
      'Welk moment uit dit gesprek blijft bij je? Schrijf op wat je zag en hoorde.',
      'Eén moment zegt vaak meer dan het hele gesprek. Wat je zag en hoorde, is iets anders dan wat je ervan vond.',
    ],
    en: [
      'Giving room',
      'Which moment of this conversation stays with you? Write down what you saw and heard.',
      'One moment often says more than the whole conversation. What you saw and heard is not what you thought of it.',
    ],
  },
  {
    id: 'D08',
    followUp: 'D08v',
    nl: [
      'Passend omgaan met bagage',
      'Stel: de {resident} vertelt thuis over dit gesprek. Wat hoor je dan?',
      'Door de ogen van de ander kijken laat zien wat het gesprek met die persoon deed.',
    ],
    en: [
      'Handling baggage well',
      'Suppose the {resident} talks about this conversation at home. What would you hear?',
      'Looking through the other’s eyes shows what the conversation did to that person.',
    ],
  },
  {
    id: 'D08v',
    onlyAsFollowUp: true,
    minutes: 15,
    nl: [
      'Passend omgaan met bagage',
      'Wat daarvan had je graag anders gehoord?',
      'Wat je anders had gewild, wijst vaak naar wat je belangrijk vindt.',
    ],
    en: [
      'Handling baggage well',
      'Which part of that would you have liked to hear differently?',
      'What you would have wished points to what matters to you.',
    ],
  },
  {
    id: 'D09',
    nl: [
      'Ruimte geven',
      'Wat voelde je tijdens het gesprek, en wat deed je daarmee?',
      'Een gevoel dat je opmerkt, stuurt je minder dan een gevoel dat je niet ziet.',
    ],
    en: [
      'Giving room',
      'What did you feel during the conversation, and what did you do with it?',
      'A feeling that you notice steers you less than one that you do not see.',
    ],
  },
  {
    id: 'D05',
    minutes: 15,
    privacy: {
      nl: 'Schrijf geen naam van een collega op.',
      en: 'Do not write down the name of a colleague.',
    },
    nl: [
      'Samen als team',
      'Waar botste een regel met wat jij goed vond?',
      'Wie ziet waar het wringt, kan er met collega’s over praten.',
    ],
    en: [
      'Together as a team',
      'Where did a rule clash with what you thought was right?',
      'Who sees where it pinches can talk about it with colleagues.',
    ],
  },
  {
    id: 'H12',
    nl: [
      'Ruimte geven',
      'Wanneer luisterde je zonder al aan de volgende vraag te denken?',
      'Ruimte ontstaat vaak in een stilte die je laat duren.',
    ],
    en: [
      'Giving room',
      'When did you listen without thinking of the next question already?',
      'Room often comes from a silence that you let be.',
    ],
  },
  {
    id: 'D02',
    nl: [
      'Ruimte geven',
      'Wat vertelde de {resident} dat je niet verwachtte?',
      'Wat je verrast, laat zien wat je vooraf al dacht.',
    ],
    en: [
      'Giving room',
      'What did the {resident} tell you that you did not expect?',
      'What surprises you shows what you thought beforehand.',
    ],
  },
  {
    // Asked on purpose from an own trial, and never drawn for a sitting.
    id: 'L11',
    onlyAsFollowUp: true,
    nl: [
      'Onderbouwd werken',
      'Wat zie je in je grafiek? Wat kan nog meer een reden zijn?',
      'Een lijn in een grafiek bewijst geen oorzaak. Er is bijna altijd meer aan de hand.',
    ],
    en: [
      'Working with reasons',
      'What do you see in your chart? What else could be a reason?',
      'A line in a chart proves no cause. There is almost always more to it.',
    ],
  },
];

const intention: FakeQuestion = {
  id: 'D12',
  nl: [
    'Leren in het klein',
    'Wat wil je in het volgende contact één keer proberen?',
    'Eén kleine verandering kun je echt uitproberen. Daarna kijk je opnieuw.',
  ],
  en: [
    'Learning in small steps',
    'What one thing will you try in the next contact?',
    'One small change can really be tried. Then you look again.',
  ],
};

/** The ids of all questions, each follow-up directly after its parent, and the closing page's last. */
export const questionIds: readonly string[] = [...questions, intention].map(({ id }) => id);

const residents: Record<Language, Record<ResidentWord, string>> = {
  nl: { inwoner: 'inwoner', klant: 'klant', client: 'cliënt', kandidaat: 'kandidaat' },
  en: { inwoner: 'resident', klant: 'customer', client: 'client', kandidaat: 'candidate' },
};

const read: Record<Language, readonly [read: string, notRead: string]> = {
  nl: ['de pagina over het project', 'het onderzoeksverslag'],
  en: ['the page about the project', 'the research report'],
};

const aspects: Readonly<Record<string, string>> = {
  H22: 'values',
  H22v: 'next-step',
  D08: 'other',
  D08v: 'other',
  D09: 'myself',
  D05: 'context',
  H12: 'myself',
  D02: 'other',
  L11: 'knowledge',
};

/** How a question is worded. */
export interface Wording {
  readonly language: Language;
  readonly resident: ResidentWord;
}

/** A question as it is shown; none when the handbook does not have it. */
export function questionIn(id: string, { language, resident }: Wording): QuestionView | null {
  const found = id === intention.id ? intention : questions.find((question) => question.id === id);
  if (!found) return null;
  const [theme, text, why] = found[language];
  return {
    pack: 'dichterbij',
    privacy: found.privacy?.[language] ?? null,
    id,
    theme,
    text: text.replaceAll('{resident}', residents[language][resident]),
    why,
    sources: [
      {
        title: 'In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek)',
        read: read[language][0],
        notRead: id === intention.id ? null : read[language][1],
      },
    ],
  };
}

/** What kind of question one is. */
export function aspectOf(id: string): string {
  return aspects[id] ?? 'event';
}

/** The wording of the closing page. */
export function intentionIn(wording: Wording): QuestionView | null {
  return questionIn(intention.id, wording);
}

/** The question that a follow-up asks on from; none for any other question. */
export function followedBy(id: string): string | null {
  return questions.find(({ followUp }) => followUp === id)?.id ?? null;
}

const most: Record<Minutes, number> = { 2: 1, 5: 3, 15: 4, 30: 6 };

/** The ids of one sitting, each follow-up right after the question that it follows. */
export function chosenFor(kind: string | null, sitting: Sitting): string[] {
  const chosen = pool(kind, sitting).flatMap((id) => [id, ...followUpOf(id, sitting)]);
  return chosen.slice(0, most[sitting.minutes]);
}

/** Another question, that neither stands in the sitting nor was put aside. */
export function anotherFor(
  kind: string | null,
  sitting: Sitting,
  known: ReadonlySet<string>,
): string | null {
  return pool(kind, sitting).find((other) => !known.has(other)) ?? null;
}

function pool(kind: string | null, sitting: Sitting): string[] {
  // One kind that has nothing to ask in two minutes, for every pack has such places.
  if (kind === 'intervisie' && sitting.minutes === 2) return [];
  return questions
    .filter((question) => !question.onlyAsFollowUp && (question.minutes ?? 2) <= sitting.minutes)
    .filter(({ baggage }) => !baggage || (sitting.baggage && baggage.includes(sitting.baggage)))
    .map(({ id }) => id);
}

function followUpOf(id: string, sitting: Sitting): string[] {
  const followUp = questions.find((question) => question.id === id)?.followUp;
  const least = questions.find((question) => question.id === followUp)?.minutes ?? 2;
  return followUp !== undefined && least <= sitting.minutes ? [followUp] : [];
}
