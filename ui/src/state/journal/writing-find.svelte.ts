/** Looking for something in the entry that is written: in all its texts, on whatever page they stand. */
import { realigned, type Span } from './alignment';
import type { EntryState } from './entry.svelte';
import type { Field } from './field.svelte';
import { Finder } from './finder.svelte';
import type { Page } from './pages';

/** What was found in a text, and the text that it was found in; both as the field on screen counts. */
interface Known {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Where a match stands, in UTF-16 code units of what its field shows. */
export interface FoundPlace extends Span {
  readonly field: Field;
  /** Whether it is the one that is looked at. */
  readonly current: boolean;
}

/** The find bar of an entry that is written. It reads the texts, and never writes in them. */
export class WritingFind extends Finder {
  /** Goes up each time a match is to be looked at: what is only typed on brings no page. */
  looked = $state(0);
  /** Every match, in the order of the pages. */
  readonly places: readonly FoundPlace[] = $derived.by(() => {
    if (!this.open) return [];
    const places = this.fields.flatMap((field) => this.marks(field));
    const at = places.length === 0 ? 0 : this.at % places.length;
    return places.map((place, index) => ({ ...place, current: index === at }));
  });
  /** The match that is looked at. */
  readonly current: FoundPlace | null = $derived(
    this.places.find(({ current }) => current) ?? null,
  );
  /** Whether somebody went on to a match since the bar was opened. */
  stepped = false;

  private known = $state.raw<ReadonlyMap<Field, Known>>(new Map());
  /** Whether what is asked changed, so that one begins at the page that one was on. */
  private afresh = false;
  private from = 0;

  constructor(private readonly entry: EntryState) {
    super();
  }

  override call(): void {
    if (!this.open) {
      this.stepped = false;
      this.from = this.entry.position;
      this.afresh = this.query !== '';
    }
    super.call();
  }

  override type(text: string): void {
    this.query = text;
    this.afresh = true;
    void this.ask();
  }

  /** Looks at another match, given from 0. */
  step(to: number): void {
    this.at = to;
    this.stepped = true;
    this.looked += 1;
  }

  /** Something was saved: asks anew where a text is no longer the one that was looked through. */
  again(): void {
    if (!this.open) return;
    const changed = (field: Field): boolean =>
      asShown(field.text) !== (this.known.get(field)?.text ?? '');
    if (this.fields.some(changed)) void this.ask();
  }

  /** The matches in one text. */
  placesIn(field: Field): readonly FoundPlace[] {
    return this.places.filter((place) => place.field === field);
  }

  /** The place of the page that a text stands on, from 0. */
  positionOf(field: Field): number {
    return this.entry.pages.findIndex((page) => this.fieldsOn(page).includes(field));
  }

  protected async find(text: string): Promise<void> {
    // What is found is what was typed, and not what was saved a second ago.
    if (text.trim() !== '') await this.entry.queue.flush();
    const { id } = this.entry;
    const texts = this.fields.map((field) => ({ field, text: field.text, answer: field.id }));
    const { matches } =
      id === null || text.trim() === ''
        ? { matches: [] }
        : await this.entry.backend.call('find_in_entry', { entry: id, text });
    this.known = new Map(
      texts.map(({ field, text, answer }) => {
        const marks = matches
          .filter((match) => match.answer === answer)
          .map(({ start, end }) => ({
            start: asShown(text.slice(0, start)).length,
            end: asShown(text.slice(0, end)).length,
          }));
        return [field, { text: asShown(text), marks }];
      }),
    );
    if (!this.afresh) return;
    this.afresh = false;
    const first = this.places.findIndex(({ field }) => this.positionOf(field) >= this.from);
    this.at = Math.max(0, first);
    this.looked += 1;
  }

  /** The texts in which a person writes freely, in the order of the pages. */
  private get fields(): Field[] {
    return this.entry.pages.flatMap((page) => this.fieldsOn(page));
  }

  private fieldsOn(page: Page): readonly Field[] {
    return page.kind === 'sheet' ? (this.entry.sheet?.texts ?? []) : page.fields;
  }

  /** Where the matches of a text are by now: it may have been typed on in. */
  private marks(field: Field): { field: Field; start: number; end: number }[] {
    const known = this.known.get(field);
    if (known === undefined) return [];
    return realigned(known.marks, known.text, asShown(field.text)).map(({ start, end }) => ({
      field,
      start,
      end,
    }));
  }
}

/** A text as a field on screen holds it: every line end is one \n. */
function asShown(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
