import type { Field } from '../../state/journal/field.svelte';

/** What a page can ask of the screen that it is on. */
export interface Moves {
  /** Goes a page back or on, if there is one. */
  step(by: -1 | 1): boolean;
  /** Shows a page, by its key. */
  show(key: string): void;
  /** Goes on to the next page, or is done on the last one. */
  finish(): void;
  /** Puts another question in the place of the one on screen. */
  other(): Promise<void>;
  /** Opens a page for a question of one's own. */
  own(): void;
  /** Opens the free page. */
  free(): void;
  /** Takes what was to be tried along to the end, to be changed there. */
  differently(field: Field): void;
  /** Whether the focus stays where it is as a page comes: somebody looks for something from there. */
  keepsFocus(): boolean;
}
