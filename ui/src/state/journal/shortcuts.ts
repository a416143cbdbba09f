/** Which key does what. Pure, so that the list can be read and tested in one place. */

import type { MenuAction } from '../../backend/contract';

/** What a shortcut asks for. */
export type Shortcut =
  | 'new-contact'
  | 'free-page'
  | 'today'
  | 'search'
  | 'find'
  | 'jump'
  | 'save'
  | 'lock'
  | 'settings'
  | 'help'
  | 'quit'
  | 'text-larger'
  | 'text-smaller'
  | 'text-normal'
  | 'next-step'
  | 'previous-step'
  | 'finish-step'
  | 'newer-entry'
  | 'older-entry'
  | 'findings'
  | 'replace-finding'
  | 'spare-finding';

/** The part of a key event that matters. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * What a key press asks for; nothing for ordinary typing. No single letter is a shortcut: speech
 * input and tired hands press those by accident (WCAG 2.1.4).
 */
export function shortcutOf(pressed: Pressed): Shortcut | null {
  if (pressed.isComposing) return null;
  const command = pressed.ctrlKey || pressed.metaKey;
  // Ctrl with Alt is AltGr on Windows: that is typing.
  if (command && pressed.altKey) return null;
  if (pressed.altKey && !pressed.shiftKey) {
    if (pressed.key === 'ArrowRight') return 'next-step';
    if (pressed.key === 'ArrowLeft') return 'previous-step';
    return pressed.key === 'Home' ? 'today' : null;
  }
  if (!command) {
    if (pressed.key === 'F8' && !pressed.shiftKey) return 'findings';
    return pressed.key === 'F1' ? 'help' : null;
  }
  switch (pressed.key.toLowerCase()) {
    case 'enter':
      return 'finish-step';
    // The newest stand on top, so the page above is the newer one.
    case 'pageup':
      return pressed.shiftKey ? null : 'newer-entry';
    case 'pagedown':
      return pressed.shiftKey ? null : 'older-entry';
    case 'n':
      return pressed.shiftKey ? 'free-page' : 'new-contact';
    case 'f':
      return pressed.shiftKey ? 'search' : 'find';
    case 'g':
      return pressed.shiftKey ? null : 'jump';
    case 's':
      return pressed.shiftKey ? null : 'save';
    case 'l':
      return 'lock';
    case ',':
      return 'settings';
    // GTK would open its list of emoji; that one has Ctrl and ; too.
    case '.':
      return pressed.shiftKey ? 'spare-finding' : 'replace-finding';
    // What Shift makes of it on most keyboards here.
    case '>':
      return 'spare-finding';
    case 'q':
      return pressed.shiftKey ? null : 'quit';
    case '+':
    case '=':
      return 'text-larger';
    case '-':
      return 'text-smaller';
    case '0':
      return pressed.shiftKey ? null : 'text-normal';
    default:
      return null;
  }
}

const HERE = ['lock', 'quit', 'text-larger', 'text-smaller', 'text-normal'] as const;

/** Whether what is asked by key or menu is for wherever one is, and leads to no other place of the journal. */
export function staysHere(asked: Shortcut | MenuAction): asked is (typeof HERE)[number] {
  return HERE.some((here) => here === asked);
}
