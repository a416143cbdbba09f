/** Writes over a part of a text field as a person would, so that Ctrl+Z takes it back. */
import { caretAfter, type Span } from '../state/journal/alignment';

/** A field with text in it. */
export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/**
 * Puts words in the place of a part. The field takes the focus, for the list of undo steps is only
 * open to typing; its caret stays with the text around it. The field tells of its new text by the
 * ordinary event of typing.
 */
export function rewrite(field: TextControl, place: Span, words: string): void {
  const caret = caretOf(field);
  const before = field.value;
  field.focus({ preventScroll: true });
  field.setSelectionRange(place.start, place.end);
  // The one way into the browser's own undo steps. It is called deprecated and has no successor.
  if (!typed(words) || field.value === before) {
    field.setRangeText(words, place.start, place.end, 'end');
    const typing = { bubbles: true, inputType: 'insertReplacementText', data: words };
    field.dispatchEvent(new InputEvent('input', typing));
  }
  const there = caretAfter(caret, place, words.length);
  field.setSelectionRange(there, there);
}

/** Where the caret is: the end of what is selected. */
export function caretOf(field: TextControl): number {
  return field.selectionEnd ?? field.value.length;
}

function typed(words: string): boolean {
  // Not in every window: a test's has none.
  return (
    typeof document.execCommand === 'function' && document.execCommand('insertText', false, words)
  );
}
