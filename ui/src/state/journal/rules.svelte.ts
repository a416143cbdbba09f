/** The rules of thumb: one's own, about one's own acting, and about no person. */
import type { Backend } from '../../backend/backend';
import type { EntryId, JournalCommands, RuleId, RuleOfThumb } from '../../backend/contract';
import type { Desk } from './desk';

/** The most characters of a rule of thumb. */
export const LONGEST_RULE = 300;

/** One line of what was typed: a rule of thumb has no second one. */
export function oneLine(typed: string): string {
  return typed.replaceAll(/\s+/gu, ' ').trim();
}

/** The rules of thumb. */
export class Rules {
  /** The latest first; none before they were asked for. */
  all = $state.raw<readonly RuleOfThumb[] | null>(null);

  private readonly drafts = new Map<EntryId | 'new', string>();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(() => this.ask());
  }

  /** A sentence that was begun and not kept: about an entry that goes, or on its own. */
  draftOf(about: EntryId | 'new'): string {
    return this.drafts.get(about) ?? '';
  }

  /** Remembers what was begun, for who looks elsewhere first. It is in no store. */
  begun(about: EntryId | 'new', sentence: string): void {
    if (oneLine(sentence) === '') this.drafts.delete(about);
    else this.drafts.set(about, sentence);
  }

  /** Keeps one. Answers whether it was kept. */
  keep(text: string): Promise<boolean> {
    return this.act('rule-kept', () => this.backend.call('keep_rule', { text }));
  }

  /** Changes one. Answers whether it was changed. */
  change(rule: RuleId, text: string): Promise<boolean> {
    return this.act('rule-changed', () => this.backend.call('change_rule', { rule, text }));
  }

  /** Drops one, beyond recovery. */
  drop(rule: RuleId): Promise<boolean> {
    return this.act('rule-dropped', () => this.backend.call('erase_rule', { rule }));
  }

  private async act(
    kind: 'rule-kept' | 'rule-changed' | 'rule-dropped',
    call: () => Promise<unknown>,
  ): Promise<boolean> {
    if (this.desk.onlyReading) return false;
    let done = false;
    await this.desk.attempt(async () => {
      await call();
      done = true;
      this.desk.say({ kind });
      await this.ask();
    });
    return done;
  }

  private async ask(): Promise<void> {
    this.all = (await this.backend.call('list_rules', null)).rules;
  }
}
