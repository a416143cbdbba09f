/** What the handbook in memory has besides questions, in both languages. Invented, as all of it. */
import type {
  CardView,
  CaseView,
  HandbookSource,
  Language,
  MethodView,
  RoleView,
  TermView,
} from './contract';
import { cardsIn, rolesIn, startersIn, agreementsIn } from './fake-practice';

/** What can be leafed through, in one language. */
export interface Leaflet {
  readonly themes: readonly { id: string; name: string; explanation: string }[];
  /** The names of kinds of contact that a question with a few of them is said to fit. */
  readonly conversation: readonly string[];
  readonly sources: readonly HandbookSource[];
  readonly methods: readonly MethodView[];
  readonly terms: readonly TermView[];
  readonly cases: readonly CaseView[];
  readonly roles: readonly RoleView[];
  readonly cards: readonly CardView[];
  readonly starters: readonly string[];
  readonly agreements: readonly string[];
  readonly companion: readonly string[];
}

const dutch: Leaflet = {
  themes: [
    {
      id: 'ruimte',
      name: 'Ruimte geven',
      explanation: 'Eerst luisteren, dan pas regelen. Wat krijgt de ander te zeggen?',
    },
    {
      id: 'bagage',
      name: 'Passend omgaan met bagage',
      explanation:
        'Wat iemand meemaakte, of wat iemand vindt van de gemeente, komt mee naar binnen.',
    },
    {
      id: 'team',
      name: 'Samen als team',
      explanation: 'Wat je niet alleen hoeft te dragen, en wat je samen afspreekt.',
    },
    {
      id: 'klein',
      name: 'Leren in het klein',
      explanation: 'Eén ding anders doen, en kijken wat er gebeurt.',
    },
  ],
  conversation: ['Intake of aanvraag', 'Heronderzoek'],
  sources: [
    {
      id: 'zonmw-dichterbij',
      title: 'In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek)',
      url: 'https://projecten.zonmw.nl/nl/project/de-dichter-bij-stand',
      year: '2022',
      read: 'de pagina over het project',
      notRead: 'het onderzoeksverslag',
    },
    {
      id: 'eigen',
      title: 'Vragen van Terugblik zelf',
      url: null,
      year: null,
      read: 'Zelf bedacht, zonder publicatie.',
      notRead: null,
    },
  ],
  methods: [
    {
      id: 'rondje',
      name: 'Rondje langs vier stoelen',
      explanation: 'Vier mensen kijken naar één situatie, elk vanaf een andere plek.',
      steps: [
        {
          text: 'Vertel in het kort wat er speelt. Zonder namen.',
          who: 'Wie inbrengt',
          minutes: 5,
        },
        { text: 'Stel alleen vragen, geef nog geen raad.', who: 'De anderen', minutes: 10 },
        { text: 'Zeg wat je meeneemt.', who: null, minutes: 5 },
      ],
      sources: ['eigen'],
    },
    {
      id: 'voorval',
      name: 'Eén voorval',
      explanation: 'Een groep kijkt naar één kort voorval. Eerst vragen, dan denken, dan raad.',
      steps: [
        { text: 'Vertel elk in een paar zinnen een voorval.', who: 'Iedereen', minutes: 10 },
        {
          text: 'Stel vragen om te begrijpen wat er gebeurde. Geef nog geen raad.',
          who: 'De groep',
          minutes: 20,
        },
        {
          text: 'Denk hardop na over wat er speelt. Wie inbrengt, luistert en zegt niets.',
          who: 'De groep',
          minutes: 15,
        },
        { text: 'Geef elk één raad of één vraag.', who: 'De groep', minutes: 14 },
        { text: 'Wees samen even stil.', who: null, minutes: 1 },
      ],
      sources: ['eigen'],
    },
  ],
  terms: [
    { word: 'bagage', explanation: 'Wat iemand meebrengt van vroeger, en dat nu meeweegt.' },
    { word: 'menselijke maat', explanation: 'Kijken wat een regel met deze persoon doet.' },
    { word: 'reëel', explanation: 'Wat kan, gezien hoe het nu is.' },
  ],
  roles: rolesIn('nl'),
  cards: cardsIn('nl'),
  starters: startersIn('nl'),
  agreements: agreementsIn('nl'),
  cases: [
    {
      id: 'envelop',
      title: 'De dichte envelop',
      paragraphs: [
        'Op tafel ligt een stapel brieven. Geen ervan is open.',
        'Je bent er voor iets anders. Wat doe je met die stapel?',
      ],
      roles: [
        {
          role: 'consulent',
          text: 'Je moet vandaag een handtekening hebben. Anders stopt het geld.',
        },
        { role: 'inwoner', text: 'Je weet welke brief het is. Daarom maak je hem niet open.' },
        { role: 'sociaal-werker', text: 'Je was hier vorige week al. Toen lag de stapel er ook.' },
      ],
    },
    {
      id: 'sleutel',
      title: 'De sleutel van de buurvrouw',
      paragraphs: [
        'Een buurvrouw heeft de sleutel en doet de boodschappen. Sinds kort beslist ze ook over het geld.',
        'De inwoner vindt dat fijn. Jij weet het nog niet.',
      ],
      roles: [{ role: 'inwoner', text: 'Zij is de enige die elke dag langskomt.' }],
    },
  ],
  companion: [
    'Wat zou je hierover willen horen van mij?',
    'Waar was je tevreden over, ook al liep het anders?',
  ],
};

const english: Leaflet = {
  themes: [
    {
      id: 'ruimte',
      name: 'Giving room',
      explanation: 'Listen first, arrange later. What does the other get to say?',
    },
    {
      id: 'bagage',
      name: 'Handling baggage well',
      explanation: 'What somebody went through, or thinks of the municipality, comes in too.',
    },
    {
      id: 'team',
      name: 'Together as a team',
      explanation: 'What you need not carry alone, and what you agree on together.',
    },
    {
      id: 'klein',
      name: 'Learning in small steps',
      explanation: 'Do one thing differently, and see what happens.',
    },
  ],
  conversation: ['Intake or application', 'Review of entitlement'],
  sources: [
    {
      id: 'zonmw-dichterbij',
      title: 'In De Dichter Bij Stand (ZonMw, Movisie, Universiteit voor Humanistiek)',
      url: 'https://projecten.zonmw.nl/nl/project/de-dichter-bij-stand',
      year: '2022',
      read: 'the page about the project',
      notRead: 'the research report',
    },
    {
      id: 'eigen',
      title: 'Questions of Terugblik itself',
      url: null,
      year: null,
      read: 'Made up by ourselves, without a publication.',
      notRead: null,
    },
  ],
  methods: [
    {
      id: 'rondje',
      name: 'Around four chairs',
      explanation: 'Four people look at one situation, each from another place.',
      steps: [
        { text: 'Tell briefly what is going on. No names.', who: 'Who brings it in', minutes: 5 },
        { text: 'Only ask questions, give no advice yet.', who: 'The others', minutes: 10 },
        { text: 'Say what you take with you.', who: null, minutes: 5 },
      ],
      sources: ['eigen'],
    },
    {
      id: 'voorval',
      name: 'One event',
      explanation: 'A group looks at one short event. First questions, then thoughts, then advice.',
      steps: [
        { text: 'Each tells an event in a few sentences.', who: 'Everybody', minutes: 10 },
        {
          text: 'Ask questions to understand what happened. Give no advice yet.',
          who: 'The group',
          minutes: 20,
        },
        {
          text: 'Think aloud about what is going on. Who brings it in listens and says nothing.',
          who: 'The group',
          minutes: 15,
        },
        { text: 'Each gives one piece of advice or one question.', who: 'The group', minutes: 14 },
        { text: 'Be silent together for a moment.', who: null, minutes: 1 },
      ],
      sources: ['eigen'],
    },
  ],
  terms: [
    { word: 'baggage', explanation: 'What somebody brings from before, and that weighs now.' },
    { word: 'human measure', explanation: 'Looking at what a rule does to this person.' },
    { word: 'naïve', explanation: 'Without thinking of what could go wrong.' },
  ],
  roles: rolesIn('en'),
  cards: cardsIn('en'),
  starters: startersIn('en'),
  agreements: agreementsIn('en'),
  cases: [
    {
      id: 'envelop',
      title: 'The closed envelope',
      paragraphs: [
        'On the table lies a pile of letters. None of them is open.',
        'You are there for something else. What do you do about that pile?',
      ],
      roles: [
        { role: 'consulent', text: 'You need a signature today. Without it the money stops.' },
        { role: 'inwoner', text: 'You know which letter it is. That is why you do not open it.' },
        { role: 'sociaal-werker', text: 'You were here last week. The pile lay there then too.' },
      ],
    },
    {
      id: 'sleutel',
      title: 'The key of the neighbour',
      paragraphs: [
        'A neighbour has the key and does the shopping. Lately she decides about the money too.',
        'The resident likes that. You do not know yet.',
      ],
      roles: [{ role: 'inwoner', text: 'She is the only one who comes by every day.' }],
    },
  ],
  companion: [
    'What would you like to hear from me about this?',
    'What were you content with, though it went differently?',
  ],
};

/** What can be leafed through, in a language. */
export function leafletIn(language: Language): Leaflet {
  return language === 'nl' ? dutch : english;
}
