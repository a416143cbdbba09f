/** Words that two people used with different meanings. */
import type { Backend } from '../../backend/backend';
import type {
  JournalCommands,
  TwofoldWord,
  TwofoldWordDraft,
  TwofoldWordId,
} from '../../backend/contract';
import type { Desk } from './desk';
import { Drafts, type About } from './drafts';
import { doneAndSaid, saveLearned } from './learned';
import { oneLine } from './rules.svelte';
import type { Said } from './said';

/** The most characters of the word, and of who the other is. */
export const LONGEST_WORD = 60;
/** The most characters of a meaning. */
export const LONGEST_MEANING = 300;

/** Nothing written yet. */
export const blankWord: Readonly<TwofoldWordDraft> = { word: '', mine: '', theirs: '', whose: '' };

/** What was typed, each on one line. */
export function wordOnLines(draft: TwofoldWordDraft): TwofoldWordDraft {
  return {
    word: oneLine(draft.word),
    mine: oneLine(draft.mine),
    theirs: oneLine(draft.theirs),
    whose: oneLine(draft.whose),
  };
}

/** Words that two people used with different meanings. */
export class TwofoldWords {
  /** By the word; none before it was asked for. */
  all = $state.raw<readonly TwofoldWord[] | null>(null);
  /** Where they were saved as a page, during this visit. */
  savedAt = $state.raw<string | null>(null);

  private readonly drafts = new Drafts<TwofoldWordDraft>();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks for them, for a visit to them. */
  load(): Promise<void> {
    this.savedAt = null;
    return this.desk.attempt(() => this.ask());
  }

  /** What was begun and not kept. */
  draftOf(about: About): TwofoldWordDraft | null {
    return this.drafts.of(about);
  }

  /** Remembers what was begun, for who looks elsewhere first. It is in no store. */
  begun(about: About, draft: TwofoldWordDraft | null): void {
    const blank = draft === null || Object.values(draft).every((text) => oneLine(text) === '');
    this.drafts.put(about, blank ? null : { ...draft });
  }

  /** Keeps one. Answers whether it was kept. */
  keep(draft: TwofoldWordDraft): Promise<boolean> {
    return this.act({ kind: 'twofold-kept' }, () =>
      this.backend.call('keep_twofold_word', wordOnLines(draft)),
    );
  }

  /** Changes one. Answers whether it was changed. */
  change(twofold: TwofoldWordId, draft: TwofoldWordDraft): Promise<boolean> {
    return this.act({ kind: 'twofold-changed' }, () =>
      this.backend.call('change_twofold_word', { twofold, draft: wordOnLines(draft) }),
    );
  }

  /** Erases one, beyond recovery. */
  erase(twofold: TwofoldWordId): Promise<boolean> {
    return this.act({ kind: 'twofold-erased' }, () =>
      this.backend.call('erase_twofold_word', { twofold }),
    );
  }

  /** Writes them as a page where the person chooses. */
  async saveAsPage(): Promise<void> {
    this.savedAt = (await saveLearned(this.backend, this.desk, 'words')) ?? this.savedAt;
  }

  private async act(said: Said, call: () => Promise<unknown>): Promise<boolean> {
    const done = await doneAndSaid(this.desk, said, call);
    // What was done stays done when it cannot be shown.
    if (done) await this.desk.attempt(() => this.ask());
    return done;
  }

  private async ask(): Promise<void> {
    this.all = (await this.backend.call('list_twofold_words', null)).words;
  }
}
