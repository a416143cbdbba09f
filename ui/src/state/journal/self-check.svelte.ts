/**
 * What can be checked here and now: what the system refuses, who knows what, where the files are.
 *
 * It is about the machine and the app, never about a journal: the same while a backup is looked
 * into. Each visit looks anew, for what was so an hour ago proves nothing.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  Failure,
  JournalCommands,
  ProcessRow,
  SelfCheck,
  System,
  Try,
} from '../../backend/contract';
import type { Clock } from './clock';

/** What was found, and when. */
export interface Found {
  readonly check: SelfCheck;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What all of it together allows to be said. */
export type Verdict =
  /** Every way to the network was tried and refused, and all else is as promised. */
  | { readonly kind: 'refused' }
  /** Something is not as promised. */
  | {
      readonly kind: 'broken';
      readonly tries: readonly Try[];
      /** Processes that are not refused the network. */
      readonly processes: readonly ProcessRow[];
    }
  /** Nothing is wrong, and not every way could be tried: then it is not said to be refused. */
  | { readonly kind: 'unseen' }
  /** This system refuses nothing of it to a process of ours. */
  | { readonly kind: 'not-enforced'; readonly system: Exclude<System, 'linux'> };

/** Looking, again and again, and the statement that can be taken along. */
export class SelfCheckState {
  /** What was found last; none before the first answer of a visit. */
  found = $state.raw<Found | null>(null);
  /** Whether an answer is on its way. */
  looking = $state(false);
  /** Why there is no answer. */
  failure = $state.raw<Failure | null>(null);
  /** Where the statement was saved during this visit. */
  savedAt = $state.raw<string | null>(null);
  /** Why the statement was not saved. */
  saveFailure = $state.raw<Failure | null>(null);

  private looks = 0;
  private saving = false;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock,
  ) {}

  /** Somebody comes to look: nothing of before is shown as if it were now. */
  visit(): Promise<void> {
    this.forget();
    return this.look();
  }

  /** Looks, or looks once more. A late answer to an earlier look is dropped. */
  async look(): Promise<void> {
    const mine = (this.looks += 1);
    const late = (): boolean => mine !== this.looks || this.gone;
    this.looking = true;
    // Taken away first, so that the same failure is heard a second time.
    this.failure = null;
    try {
      const check = await this.backend.call('self_check', null);
      if (!late()) this.found = { check, at: this.clock.now() };
    } catch (thrown) {
      if (late()) return;
      // What cannot be seen now is not shown as if it could.
      this.found = null;
      this.failure = toFailure(thrown);
    } finally {
      if (!late()) this.looking = false;
    }
  }

  /** Saves the statement as a page where the person chooses; nothing when they close the dialog. */
  async saveStatement(): Promise<void> {
    // The dialog of the system is open.
    if (this.saving) return;
    this.saving = true;
    this.savedAt = null;
    this.saveFailure = null;
    try {
      const { path } = await this.backend.call('save_statement', null);
      if (!this.gone) this.savedAt = path;
    } catch (thrown) {
      if (!this.gone) this.saveFailure = toFailure(thrown);
    } finally {
      this.saving = false;
    }
  }

  /** Lets go of everything and takes no answer any more. */
  stop(): void {
    this.gone = true;
    this.looking = false;
    this.forget();
  }

  private forget(): void {
    this.found = null;
    this.failure = null;
    this.savedAt = null;
    this.saveFailure = null;
  }
}

/** What may be said. Anything that is not as promised goes before all else, on every system. */
export function verdictOf({ system, tries, networkRefused, processes }: SelfCheck): Verdict {
  const broken = tries.filter(({ asPromised }) => !asPromised);
  const open = system === 'linux' ? processes.filter(({ refused }) => refused === false) : [];
  if (broken.length > 0 || open.length > 0)
    return { kind: 'broken', tries: broken, processes: open };
  if (system !== 'linux') return { kind: 'not-enforced', system };
  return { kind: networkRefused ? 'refused' : 'unseen' };
}
