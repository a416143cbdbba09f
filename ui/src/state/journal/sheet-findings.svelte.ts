/** What in a whole sheet points at a person, before it is taken to others. */
import type { Backend } from '../../backend/backend';
import type { EntryId, JournalCommands } from '../../backend/contract';
import { wordsInstead } from '../../i18n/mirror';
import type { Clock } from './clock';
import type { Field } from './field.svelte';
import { Mirror, type Found } from './mirror.svelte';

/** Something that was found, and the text in which it stands. */
export interface LeftInSheet extends Found {
  readonly field: Field;
}

/** What is left in a sheet, followed while it is written: a mirror for each of its texts. */
export class SheetFindings {
  private mirrors = $state.raw<readonly { field: Field; mirror: Mirror; offset: number }[]>([]);
  private lastOffset = 0;

  /** What was found, in the order of the sheet. */
  readonly found: readonly LeftInSheet[] = $derived(
    this.mirrors.flatMap(({ field, mirror, offset }) =>
      mirror.found.map((found) => ({ ...found, key: offset + found.key, field })),
    ),
  );

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
    private readonly entry: { readonly id: EntryId | null },
  ) {}

  /** These texts stand there now. */
  shows(texts: readonly { field: Field; text: string }[]): void {
    const fresh = texts.filter(({ field }) => !this.mirrors.some((known) => known.field === field));
    if (fresh.length > 0)
      this.mirrors = [
        ...this.mirrors,
        ...fresh.map(({ field }) => ({
          field,
          mirror: new Mirror(this.backend, this.clock, () => this.entry.id),
          // Keys of one mirror never meet those of another.
          offset: (this.lastOffset += 1_000_000),
        })),
      ];
    for (const { field, text } of texts)
      this.mirrors.find((known) => known.field === field)?.mirror.shows(text);
  }

  /** Writes something else in the place of what was found. */
  replace({ field, start, end, words, instead }: LeftInSheet): void {
    // A text field turns every line end into \n, and places are counted so.
    const text = field.text.replaceAll(/\r\n?/g, '\n');
    // What stands there must be what the person saw.
    if (text.slice(start, end) !== words) return;
    field.put(text.slice(0, start) + wordsInstead(instead) + text.slice(end));
    this.mirrorOf(field)?.shows(field.text);
  }

  /** This is no person, here and everywhere. Rejects with the failure when it was not taken in. */
  async spare({ field, key, ...found }: LeftInSheet): Promise<void> {
    const mirror = this.mirrorOf(field);
    const one = mirror?.found.find(
      ({ start, kind }) => start === found.start && kind === found.kind,
    );
    if (mirror && one) await mirror.spare(one);
    // The other texts may hold the same words.
    for (const other of this.mirrors) if (other.mirror !== mirror) await other.mirror.lookAgain();
  }

  /** Stops every timer and lets go of the texts. */
  stop(): void {
    for (const { mirror } of this.mirrors) mirror.stop();
  }

  private mirrorOf(field: Field): Mirror | undefined {
    return this.mirrors.find((known) => known.field === field)?.mirror;
  }
}
