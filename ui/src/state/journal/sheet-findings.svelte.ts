/** What in a whole sheet points at a person, before it is taken to others. */
import { wordsInstead } from '../../i18n/mirror';
import type { Field } from './field.svelte';
import { Findings, type FoundAt } from './findings.svelte';

/** Something that was found, and the field in which it stands. */
export type LeftInSheet = FoundAt<Field>;

/** What is left in a sheet, followed while it is written. */
export class SheetFindings extends Findings<Field> {
  /** Writes something else in the place of what was found. */
  replace({ place: field, start, end, words, instead }: LeftInSheet): void {
    // A text field turns every line end into \n, and places are counted so.
    const text = field.text.replaceAll(/\r\n?/g, '\n');
    // What stands there must be what the person saw.
    if (text.slice(start, end) !== words) return;
    field.put(text.slice(0, start) + wordsInstead(instead) + text.slice(end));
    this.mirrorOf(field)?.shows(field.text);
  }
}
