/** The rows of looking back, by which one comes back to where one was. */
import type { EntryId, QuestionKey } from '../../backend/contract';
import type { LookingBackPart } from './looking-back.svelte';

/** The key of the row of an entry in one of the parts. */
export function entryRow(part: LookingBackPart, entry: EntryId): string {
  return `${part} ${entry}`;
}

/** The key of the row of a question. */
export function questionRow({ pack, question }: QuestionKey): string {
  return `question ${pack}/${question}`;
}

/** Gives the focus to what can be pressed in a row that one comes back to. */
export function comeBackTo(place: HTMLElement): void {
  place.scrollIntoView({ block: 'center' });
  place.querySelector('button')?.focus({ preventScroll: true });
}
