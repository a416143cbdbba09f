/** What a key means in the walk-through's window. */

export type Meaning = 'cover' | 'next' | 'previous' | 'larger' | 'smaller' | 'own-size' | 'nothing';

const alone: Record<string, Meaning> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  F3: 'nothing',
  F5: 'nothing',
};

/** Size of text as in every program; what would find, select, take, print or read anew does nothing. */
const withControl: Record<string, Meaning> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'own-size',
  ...Object.fromEntries([...'acfgprsux'].map((letter) => [letter, 'nothing' as const])),
};

/** The meaning of a key; none: it does what it does everywhere. */
export function meaningOf(event: KeyboardEvent): Meaning | null {
  // With or without others: a hand that is in a hurry presses more than one.
  if (event.key === 'Escape') return 'cover';
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return withControl[event.key.toLowerCase()] ?? null;
  if (event.shiftKey) return null;
  const meaning = alone[event.key] ?? null;
  // A key that is held down turns one page.
  return event.repeat && meaning !== null ? 'nothing' : meaning;
}
