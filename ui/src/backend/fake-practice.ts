/** What one practises with in memory: roles, cards, how a rule can begin, what a group agrees on. Invented. */
import type { CardView, Language, RoleView } from './contract';

type Both = Readonly<Record<Language, string>>;

const roles: readonly { id: string; name: Both; explanation: Both }[] = [
  {
    id: 'consulent',
    name: { nl: 'Consulent', en: 'Case worker' },
    explanation: {
      nl: 'Je helpt, en je let op de regels.',
      en: 'You help, and you watch the rules.',
    },
  },
  {
    id: 'sociaal-werker',
    name: { nl: 'Sociaal werker', en: 'Social worker' },
    explanation: { nl: 'Je kijkt naar het hele leven.', en: 'You look at the whole of a life.' },
  },
  {
    id: 'inwoner',
    name: { nl: 'Inwoner', en: 'Resident' },
    explanation: { nl: 'Het gaat over jouw leven.', en: 'It is your life that this is about.' },
  },
  {
    id: 'leidinggevende',
    name: { nl: 'Leidinggevende', en: 'Manager' },
    explanation: { nl: 'Je staat in voor het team.', en: 'You answer for the team.' },
  },
];

const cards: readonly { id: string; deck: CardView['deck']; title: Both; text: Both }[] = [
  {
    id: 'geld',
    deck: 'frame',
    title: { nl: 'Geld', en: 'Money' },
    text: {
      nl: 'Kijk alleen naar het geld. Wat valt nu op?',
      en: 'Look only at the money. What stands out now?',
    },
  },
  {
    id: 'tijd',
    deck: 'frame',
    title: { nl: 'Tijd', en: 'Time' },
    text: {
      nl: 'Kijk over een jaar terug. Wat doet er dan nog toe?',
      en: 'Look back in a year. What still matters?',
    },
  },
  {
    id: 'gemotiveerd',
    deck: 'word',
    title: { nl: 'gemotiveerd', en: 'motivated' },
    text: {
      nl: 'Zeg ieder wat dit woord betekent voor jouw rol.',
      en: 'Each says what this word means to their role.',
    },
  },
  {
    id: 'maatwerk',
    deck: 'word',
    title: { nl: 'maatwerk', en: 'made to measure' },
    text: {
      nl: 'Wie bepaalt wat past? Vraag het elkaar.',
      en: 'Who says what fits? Ask each other.',
    },
  },
];

const starters: readonly Both[] = [
  { nl: 'Als ik haast heb, dan …', en: 'When I am in a hurry, I …' },
  { nl: 'Ik vraag eerst …', en: 'First I ask …' },
];

const agreements: readonly Both[] = [
  { nl: 'Wat hier gezegd wordt, blijft hier.', en: 'What is said here stays here.' },
  { nl: 'Niemand beoordeelt iemand.', en: 'Nobody assesses anybody.' },
];

/** The roles. */
export function rolesIn(language: Language): RoleView[] {
  return roles.map(({ id, name, explanation }) => ({
    id,
    name: name[language],
    explanation: explanation[language],
  }));
}

/** The cards. */
export function cardsIn(language: Language): CardView[] {
  return cards.map(({ id, deck, title, text }) => ({
    id,
    deck,
    title: title[language],
    text: text[language],
  }));
}

/** How a rule of thumb can begin. */
export function startersIn(language: Language): string[] {
  return starters.map((starter) => starter[language]);
}

/** What a group agrees on. */
export function agreementsIn(language: Language): string[] {
  return agreements.map((agreement) => agreement[language]);
}
