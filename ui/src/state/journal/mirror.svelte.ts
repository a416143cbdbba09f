/**
 * What in one text points at a person, while it is written.
 *
 * The text matters more than the mirror: nothing here waits for a save or keeps one waiting, and
 * when the role cannot answer there are simply no marks until the next key. Nothing that was found
 * outlives the field on screen.
 */
import type { Backend } from '../../backend/backend';
import type { EntryId, Finding, JournalCommands } from '../../backend/contract';
import { realigned } from './alignment';
import type { Clock } from './clock';
import { wellFormed } from './field.svelte';

/** Milliseconds without a key before the mirror looks. */
export const LOOK_AFTER = 250;

/** Milliseconds without a key before it is said that there is something new: never into typing. */
export const SAY_AFTER = 1_500;

/** A finding, followed through the edits of the text. */
export interface Found extends Finding {
  /** The same for as long as it stands there. */
  readonly key: number;
  /** What stands there. */
  readonly words: string;
}

/** What is to be heard and is not seen. */
export type MirrorSaid =
  | { kind: 'new'; count: number }
  | { kind: 'replaced'; words: string; left: number }
  | { kind: 'spared'; left: number };

/** Whether the role has looked at what stands there now. */
export type MirrorAnswer = 'awaited' | 'here' | 'failed';

/** The mirror of one text field. */
export class Mirror {
  /** Whether what was found is about the text of now. */
  answer = $state.raw<MirrorAnswer>('awaited');
  /** What was found, in the order of the text. The places are those of the text of now. */
  found = $state.raw<readonly Found[]>([]);
  /** What is said just now. */
  said = $state.raw<MirrorSaid | null>(null);

  private text = '';
  private looked = false;
  private turn = 0;
  private lastKey = 0;
  private gone = false;
  private readonly toldOf = new Set<string>();
  private stopLook: () => void = () => undefined;
  private stopSay: () => void = () => undefined;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
    /** The entry that the text belongs to, once the store knows it. */
    private readonly entry: () => EntryId | null,
    /** Whether it is for others, so that no alias belongs in it. */
    private readonly forOthers: () => boolean = () => false,
  ) {}

  /**
   * This stands in the field now. What was found before goes along with the text; the role is
   * asked again when nobody has pressed a key for a moment. What stands there at first is looked
   * at without a wait.
   */
  shows(value: string): void {
    // A text field turns every line end into \n, and counts so.
    const text = value.replaceAll(/\r\n?/g, '\n');
    if (this.gone || (text === this.text && this.looked)) return;
    this.found = realigned(this.found, this.text, text);
    this.text = text;
    // An answer that is still on its way is about another text.
    this.turn += 1;
    this.stopLook();
    this.stopSay();
    this.said = null;
    this.answer = 'awaited';
    if (this.looked) {
      this.stopLook = this.clock.after(LOOK_AFTER, () => void this.look());
    } else {
      this.looked = true;
      void this.look();
    }
  }

  /** What stands at a finding was written over. The field has brought the text already. */
  replaced(words: string): void {
    this.said = { kind: 'replaced', words, left: this.found.length };
  }

  /**
   * This is no person: its marks go at once, wherever it stands in this text. Rejects with the
   * failure when the role could not take it in; then the marks come back.
   */
  async spare({ kind, words }: Found): Promise<void> {
    const folded = fold(words);
    this.found = this.found.filter((other) => other.kind !== kind || fold(other.words) !== folded);
    this.said = { kind: 'spared', left: this.found.length };
    this.turn += 1;
    try {
      await this.backend.call('spare_finding', { kind, text: words });
    } finally {
      if (!this.gone) await this.look();
    }
  }

  /** Something elsewhere may have changed what is found. */
  async lookAgain(): Promise<void> {
    if (!this.gone && this.looked) await this.look();
  }

  /** Stops every timer and lets go of the text. The mirror is of no use after it. */
  stop(): void {
    this.gone = true;
    this.stopLook();
    this.stopSay();
    this.found = [];
    this.said = null;
    this.text = '';
    this.toldOf.clear();
  }

  private async look(): Promise<void> {
    const { text } = this;
    this.stopLook();
    const turn = (this.turn += 1);
    if (text.trim() === '') {
      this.found = [];
      this.answer = 'here';
      return;
    }
    try {
      const mirror = await this.backend.call('mirror_text', {
        text: wellFormed(text),
        entry: this.entry(),
        forOthers: this.forOthers(),
      });
      if (turn !== this.turn || this.gone) return;
      this.found = this.follow(mirror.findings);
      this.answer = 'here';
      this.saySoon();
    } catch {
      // No marks for now; the next key asks again.
      if (turn === this.turn) this.answer = 'failed';
    }
  }

  /** What was found before keeps its key, so that the row that has the focus stays where it is. */
  private follow(findings: readonly Finding[]): Found[] {
    const known = new Map(this.found.map((found) => [placeOf(found), found.key]));
    return findings.map((finding) => ({
      ...finding,
      key: known.get(placeOf(finding)) ?? (this.lastKey += 1),
      words: this.text.slice(finding.start, finding.end),
    }));
  }

  /** Once for each, and only after a pause: whoever writes is not talked through. */
  private saySoon(): void {
    this.stopSay();
    const fresh = this.found.filter((found) => !this.toldOf.has(nameOf(found)));
    if (fresh.length === 0) return;
    this.stopSay = this.clock.after(SAY_AFTER - LOOK_AFTER, () => {
      for (const found of this.found) this.toldOf.add(nameOf(found));
      this.said = { kind: 'new', count: this.found.length };
    });
  }
}

function placeOf({ kind, start, end }: Finding): string {
  return `${kind} ${String(start)} ${String(end)}`;
}

function nameOf({ kind, words }: Found): string {
  return `${kind} ${fold(words)}`;
}

function fold(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
