// Language and size of text, which hold for the whole page.
import type { Appearance, TextSize } from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';

/** The sizes of text from small to large. */
export const textSizes: readonly TextSize[] = ['small', 'normal', 'large', 'larger', 'largest'];

/** Makes the page look and speak as chosen. */
export function applyAppearance({ language, textSize }: Appearance): void {
  speech.speak(language);
  document.documentElement.lang = language;
  document.documentElement.dataset['textSize'] = textSize;
}

/** One size further, or the same at either end. */
export function nextTextSize(size: TextSize, step: 1 | -1): TextSize {
  return textSizes[textSizes.indexOf(size) + step] ?? size;
}
