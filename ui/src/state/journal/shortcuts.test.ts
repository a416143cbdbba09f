import { describe, expect, it } from 'vitest';

import { shortcutOf, type Pressed } from './shortcuts';

const press = (key: string, modifiers: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...modifiers,
});

describe('shortcuts', () => {
  it('are never a single letter, digit or sign', () => {
    for (let code = 32; code < 127; code += 1) {
      const key = String.fromCharCode(code);
      expect(shortcutOf(press(key))).toBeNull();
      expect(shortcutOf(press(key, { shiftKey: true }))).toBeNull();
    }
  });

  it('leave AltGr and an input method alone', () => {
    expect(shortcutOf(press('n', { ctrlKey: true, altKey: true }))).toBeNull();
    expect(shortcutOf(press('n', { ctrlKey: true, isComposing: true }))).toBeNull();
  });

  it.each([
    ['n', {}, 'new-contact'],
    ['N', { shiftKey: true }, 'free-page'],
    ['f', {}, 'find'],
    ['F', { shiftKey: true }, 'search'],
    ['s', {}, 'save'],
    ['l', {}, 'lock'],
    ['L', { shiftKey: true }, 'lock'],
    [',', {}, 'settings'],
    ['q', {}, 'quit'],
    ['+', { shiftKey: true }, 'text-larger'],
    ['=', {}, 'text-larger'],
    ['-', {}, 'text-smaller'],
    ['0', {}, 'text-normal'],
    ['Enter', {}, 'finish-step'],
    ['PageUp', {}, 'newer-entry'],
    ['PageDown', {}, 'older-entry'],
    ['.', {}, 'replace-finding'],
    ['.', { shiftKey: true }, 'spare-finding'],
    ['>', { shiftKey: true }, 'spare-finding'],
  ] as const)('Ctrl and %s %j: %s', (key, modifiers, shortcut) => {
    expect(shortcutOf(press(key, { ctrlKey: true, ...modifiers }))).toBe(shortcut);
    expect(shortcutOf(press(key, { metaKey: true, ...modifiers }))).toBe(shortcut);
  });

  it('go a question back and on with Alt and an arrow', () => {
    expect(shortcutOf(press('ArrowLeft', { altKey: true }))).toBe('previous-step');
    expect(shortcutOf(press('ArrowRight', { altKey: true }))).toBe('next-step');
    expect(shortcutOf(press('ArrowRight'))).toBeNull();
    expect(shortcutOf(press('ArrowRight', { altKey: true, shiftKey: true }))).toBeNull();
  });

  it('go to today with Alt and Home, to help with F1, and to the list with F8', () => {
    expect(shortcutOf(press('Home', { altKey: true }))).toBe('today');
    expect(shortcutOf(press('Home'))).toBeNull();
    expect(shortcutOf(press('Home', { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press('F1'))).toBe('help');
    expect(shortcutOf(press('F8'))).toBe('findings');
    expect(shortcutOf(press('F8', { shiftKey: true }))).toBeNull();
  });

  it('leave a page of text to who reads it', () => {
    expect(shortcutOf(press('PageDown'))).toBeNull();
    expect(shortcutOf(press('PageDown', { ctrlKey: true, shiftKey: true }))).toBeNull();
  });

  it('leave undo, copy and the rest of the keyboard to the platform', () => {
    for (const key of ['z', 'y', 'c', 'x', 'v', 'a', 'b', 'p'])
      expect(shortcutOf(press(key, { ctrlKey: true }))).toBeNull();
  });
});
