/** What in several texts points at a person, before they are taken to others. */
import type { Backend } from '../../backend/backend';
import type { EntryId, JournalCommands } from '../../backend/contract';
import type { Clock } from './clock';
import { Mirror, type Found, type MirrorAnswer } from './mirror.svelte';

/** Something that was found, and the place of the text in which it stands. */
export interface FoundAt<Place> extends Found {
  readonly place: Place;
}

/** A text, and its place. */
export interface TextAt<Place> {
  readonly place: Place;
  readonly text: string;
}

/** What is left in several texts, followed while they are written: a mirror for each of them. */
export class Findings<Place> {
  private mirrors = $state.raw<readonly { place: Place; mirror: Mirror; offset: number }[]>([]);
  private lastOffset = 0;

  /** What was found, in the order of the texts. */
  readonly found: readonly FoundAt<Place>[] = $derived(
    this.mirrors.flatMap(({ place, mirror, offset }) =>
      mirror.found.map((found) => ({ ...found, key: offset + found.key, place })),
    ),
  );
  /** Whether the role has looked at all of it; failed where it could not look at some of it. */
  readonly answer: MirrorAnswer = $derived.by(() => {
    const answers = this.mirrors.map(({ mirror }) => mirror.answer);
    if (answers.includes('failed')) return 'failed';
    return answers.includes('awaited') ? 'awaited' : 'here';
  });

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
    /** The entry that the texts belong to; none outside an entry. */
    private readonly entry: { readonly id: EntryId | null } | null = null,
  ) {}

  /** These texts stand there now, in this order. */
  shows(texts: readonly TextAt<Place>[]): void {
    for (const { place, mirror } of this.mirrors)
      if (!texts.some((other) => other.place === place)) mirror.stop();
    this.mirrors = texts.map(
      ({ place }) =>
        this.mirrors.find((known) => known.place === place) ?? {
          place,
          mirror: new Mirror(
            this.backend,
            this.clock,
            () => this.entry?.id ?? null,
            // What is looked over here is about to be shown.
            () => true,
          ),
          // Keys of one mirror never meet those of another.
          offset: (this.lastOffset += 1_000_000),
        },
    );
    for (const { place, text } of texts) this.mirrorOf(place)?.shows(text);
  }

  /** This is no person, here and everywhere. Rejects with the failure when it was not taken in. */
  async spare({ place, key, ...found }: FoundAt<Place>): Promise<void> {
    const mirror = this.mirrorOf(place);
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

  /** The mirror of a text. */
  protected mirrorOf(place: Place): Mirror | undefined {
    return this.mirrors.find((known) => known.place === place)?.mirror;
  }
}
