// What was found in the texts on screen, for the fields that they are written in.
import { getContext, setContext } from 'svelte';

import type { Span } from '../../state/journal/alignment';
import type { Field } from '../../state/journal/field.svelte';

/** A place in a text that was looked for. */
export interface Found extends Span {
  /** Whether it is the one that is looked at. */
  readonly current: boolean;
}

/** Answers what was found in a text. */
type FoundIn = (field: Field) => readonly Found[];

const KEY = Symbol('found in');

/** Lets every field on a screen mark what is looked for there. */
export function provideFound(foundIn: FoundIn): void {
  setContext(KEY, foundIn);
}

/** What to mark with; nothing on a screen on which nobody looks for anything. */
export function foundHere(): FoundIn | undefined {
  return getContext<FoundIn | undefined>(KEY);
}
