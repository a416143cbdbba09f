/** The rules of thumb: one's own, about one's own acting, and about no person. */
import type { Backend } from '../../backend/backend';
import type { JournalCommands, RuleId, RuleOfThumb, WordingId } from '../../backend/contract';
import type { Desk } from './desk';
import { Drafts, type About } from './drafts';
import { doneAndSaid, saveLearned } from './learned';
import type { Said } from './said';

/** The most characters of a rule of thumb. */
export const LONGEST_RULE = 300;

/** One line of what was typed: a rule of thumb has no second one. */
export function oneLine(typed: string): string {
  return typed.replaceAll(/\s+/gu, ' ').trim();
}

/** The rules of thumb. */
export class Rules {
  /** Those in use first, the latest first; none before they were asked for. */
  all = $state.raw<readonly RuleOfThumb[] | null>(null);
  /** Whether the person folded those that stand before a case discussion. */
  folded = $state(false);
  /** Where they were saved as a page, during this visit. */
  savedAt = $state.raw<string | null>(null);

  /** Those in use. */
  readonly used: readonly RuleOfThumb[] = $derived(
    (this.all ?? []).filter(({ droppedOn }) => droppedOn === null),
  );
  /** Those that were let go of. */
  readonly dropped: readonly RuleOfThumb[] = $derived(
    (this.all ?? []).filter(({ droppedOn }) => droppedOn !== null),
  );

  private readonly drafts = new Drafts<string>();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are, for a visit to them. */
  load(): Promise<void> {
    this.savedAt = null;
    return this.desk.attempt(() => this.ask());
  }

  /** Asks which there are, to show them beside something else: that goes on without them. */
  async look(): Promise<void> {
    await this.ask().catch(() => undefined);
  }

  /** A sentence that was begun and not kept. */
  draftOf(about: About): string {
    return this.drafts.of(about) ?? '';
  }

  /** Remembers what was begun, for who looks elsewhere first. It is in no store. */
  begun(about: About, sentence: string): void {
    this.drafts.put(about, oneLine(sentence) === '' ? null : sentence);
  }

  /** Keeps one. Answers whether it was kept. */
  keep(text: string): Promise<boolean> {
    return this.act({ kind: 'rule-kept' }, () => this.backend.call('keep_rule', { text }));
  }

  /** Changes one; the words it had stay beside it. Answers whether it was changed. */
  change(rule: RuleId, text: string): Promise<boolean> {
    return this.act({ kind: 'rule-changed' }, () =>
      this.backend.call('change_rule', { rule, text }),
    );
  }

  /** Lets go of one, or takes it up again. Answers whether that was done. */
  drop(rule: RuleId, dropped: boolean): Promise<boolean> {
    return this.act({ kind: dropped ? 'rule-dropped' : 'rule-taken-up' }, () =>
      this.backend.call('drop_rule', { rule, dropped }),
    );
  }

  /** Erases one and how it was worded before, beyond recovery. */
  erase(rule: RuleId): Promise<boolean> {
    return this.act({ kind: 'rule-erased' }, () => this.backend.call('erase_rule', { rule }));
  }

  /** Erases how one was worded before, beyond recovery. */
  eraseWording(wording: WordingId): Promise<boolean> {
    return this.act({ kind: 'wording-erased' }, () =>
      this.backend.call('erase_wording', { wording }),
    );
  }

  /** Writes those in use as a page where the person chooses. */
  async saveAsPage(): Promise<void> {
    this.savedAt = (await saveLearned(this.backend, this.desk, 'rules')) ?? this.savedAt;
  }

  private async act(said: Said, call: () => Promise<unknown>): Promise<boolean> {
    const done = await doneAndSaid(this.desk, said, call);
    // What was done stays done when it cannot be shown.
    if (done) await this.desk.attempt(() => this.ask());
    return done;
  }

  private async ask(): Promise<void> {
    this.all = (await this.backend.call('list_rules', null)).rules;
  }
}
