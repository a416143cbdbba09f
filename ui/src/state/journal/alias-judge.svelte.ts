/** What there is to say about an alias while it is typed. It never stands in the way. */
import type { Backend } from '../../backend/backend';
import type { AliasJudgement, JournalCommands } from '../../backend/contract';
import { listInWords } from '../../i18n/amounts';
import { t } from '../../i18n/i18n.svelte';
import type { Clock } from './clock';
import { wellFormed } from './field.svelte';

/** Milliseconds without a key before an alias is judged. */
export const JUDGE_AFTER = 500;

/** Judges what stands in one field for an alias. */
export class AliasJudge {
  /** What there is to say; nothing before it was judged, or when there is no alias. */
  judgement = $state.raw<AliasJudgement | null>(null);

  private turn = 0;
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
  ) {}

  /** The same in words; nothing when there is nothing to say. */
  get warning(): string | undefined {
    return this.judgement === null ? undefined : judgementInWords(this.judgement);
  }

  /** This stands in the field now. */
  shows(typed: string): void {
    this.stop();
    const alias = wellFormed(typed.trim());
    if (alias === '') this.judgement = null;
    else this.stopTimer = this.clock.after(JUDGE_AFTER, () => void this.judge(alias));
  }

  /** Stops the timer; an answer that is on its way is dropped. */
  stop(): void {
    this.turn += 1;
    this.stopTimer();
  }

  private async judge(alias: string): Promise<void> {
    const { turn } = this;
    try {
      const judgement = await this.backend.call('judge_alias', { alias });
      if (turn === this.turn) this.judgement = judgement;
    } catch {
      // No warning is no reason to hold anybody up.
      if (turn === this.turn) this.judgement = null;
    }
  }
}

/** What there is to say about an alias, in words; nothing when there is nothing to say. */
export function judgementInWords({ pointsAtPerson, alike }: AliasJudgement): string | undefined {
  if (pointsAtPerson) return t('mirror-alias-person');
  return alike.length === 0 ? undefined : t('mirror-alias-alike', { alias: listInWords(alike) });
}
