// Words one after the other, as the chosen language puts them in a row.
import { speech } from './i18n.svelte';

/** "a, b en c" */
export function inARow(words: readonly string[]): string {
  return new Intl.ListFormat(speech.language, { type: 'conjunction' }).format(words);
}
