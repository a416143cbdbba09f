/**
 * From the wait for a key to the lock.
 *
 * While the journal is open everything private hangs on one object; closing lets go of that
 * object before the role is asked to end, so that nothing is on screen or reachable meanwhile.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  BackupRef,
  Failure,
  Intent,
  JointCardScreen,
  JournalCommands,
  LockReason,
  MenuAction,
  Opened,
  ShellEvent,
  WalkThroughId,
} from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { nextTextSize } from '../shared/appearance';
import { questionWaits } from '../shared/question';
import { machineClock, type Clock } from './clock';
import { Idle } from './idle.svelte';
import type { JointCardState } from './joint-card.svelte';
import { OpenJournal } from './open-journal.svelte';
import { isStage } from './routes';
import { staysHere } from './shortcuts';
import { blankStart } from './starts';

/** Milliseconds between two tries to save what an unattended lock waits for. */
const TRY_AGAIN = 5_000;

/** Milliseconds before the shell is asked again for what it has to say, after it could not answer. */
const HEAR_AGAIN = 1_000;

/** How the journal is being left. */
export type Leaving =
  { kind: 'lock'; intent: Intent; why: LockReason; backup: BackupRef | null } | { kind: 'quit' };

/** Where the window is in its life. */
export type Phase =
  /** No key has come; the window is warm, hidden and knows nothing. */
  | { kind: 'waiting' }
  | {
      kind: 'open';
      /** What is shown. */
      journal: OpenJournal;
      idle: Idle;
      /** The journal itself, while a backup of it is tried; it rests. */
      home: OpenJournal | null;
    }
  /** A walk-through is over: its card, and nothing of the journal. Somebody may still look along. */
  | { kind: 'card'; screen: JointCardScreen; card: JointCardState; idle: Idle }
  /** Everything is let go; the role is sealing the store. */
  | { kind: 'closing' }
  /** The role could not do what was asked. There is nothing private here. */
  | { kind: 'stuck'; failure: Failure; leaving: Leaving };

/** The life of the journal's window. */
export class JournalSession {
  /** Where the window is in its life. */
  phase = $state.raw<Phase>({ kind: 'waiting' });
  /** The text that keeps the journal from closing, if any. */
  unsaved = $state.raw<{ failure: Failure; leaving: Leaving } | null>(null);
  /** Whether a backup is being opened or put away: nothing of a journal can be asked meanwhile. */
  turning = $state.raw<'to-trial' | 'home' | null>(null);

  private leaving = false;
  /** A walk-through is being handed over: the role ends by that, or stays as it was. */
  private startingWalk = false;
  /** What was to lock or close meanwhile, where the role stays. */
  private leaveLater: Leaving | null = null;
  private stopRetry: () => void = () => undefined;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly clock: Clock = machineClock,
  ) {}

  /** The open journal; none before the key came and after the lock. */
  get journal(): OpenJournal | null {
    return this.phase.kind === 'open' ? this.phase.journal : null;
  }

  /** The journal itself, also while a backup of it is shown. */
  get home(): OpenJournal | null {
    return this.phase.kind === 'open' ? (this.phase.home ?? this.phase.journal) : null;
  }

  /** Waits for the key, for minutes if need be, and opens. */
  async start(): Promise<void> {
    void this.hear();
    try {
      const first = await this.backend.call('await_opening', null);
      if (first.kind === 'joint-card') await this.showCard(first.screen);
      else await this.show(first.opened);
    } catch (thrown) {
      await speech.learn(speech.language);
      this.phase = {
        kind: 'stuck',
        failure: toFailure(thrown),
        leaving: { kind: 'lock', intent: 'open', why: 'asked', backup: null },
      };
    }
  }

  /** From the card to the journal: an act of its own. What is not on disk yet goes along. */
  async openAfterCard(): Promise<void> {
    const { phase } = this;
    if (phase.kind !== 'card' || phase.card.busy) return;
    const { card, idle } = phase;
    card.busy = true;
    try {
      // A full disk keeps nobody from what can be read.
      await card.queue.flush().catch(() => undefined);
      const opened = await this.backend.call('open_after_card', null);
      if (this.phase.kind !== 'card') return;
      idle.stop();
      await this.show(opened);
      if (this.journal === null) return;
      this.journal.leftCard = card;
      card.moveTo(this.journal.queue);
    } catch (thrown) {
      card.failed(toFailure(thrown));
    } finally {
      card.busy = false;
    }
  }

  /** Locks: saves, lets go of everything, and has the role seal the store. */
  lock(intent: Intent = 'open', backup: BackupRef | null = null): Promise<void> {
    return this.leave({ kind: 'lock', intent, why: 'asked', backup });
  }

  /** Saves and closes the app. */
  quit(): Promise<void> {
    return this.leave({ kind: 'quit' });
  }

  /**
   * Opens a backup to be read, beside the journal. What is typed goes to disk first, and where
   * that fails nothing else happens.
   */
  async tryBackup(backup: BackupRef): Promise<void> {
    const { phase } = this;
    if (phase.kind !== 'open' || phase.home !== null || this.turning !== null) return;
    const home = phase.journal;
    if (home.onlyReading !== null) return;
    this.turning = 'to-trial';
    try {
      await home.rest();
      const opened = await this.backend.call('try_backup', backup);
      // Locked meanwhile: the trial ends with its role.
      if (this.phase !== phase) return;
      // The window keeps the words and the size of now; a backup may have had others.
      const { settings, kinds, houseRules } = home;
      const trial = { ...opened, settings, kinds, houseRules };
      this.phase = { ...phase, journal: new OpenJournal(this.backend, this.clock, trial), home };
    } catch (thrown) {
      if (this.phase !== phase) return;
      home.wake();
      home.failed(toFailure(thrown));
    } finally {
      this.turning = null;
    }
  }

  /** Puts the backup away that was tried, and shows the journal where it was left. */
  async endTrial(): Promise<void> {
    const { phase } = this;
    if (phase.kind !== 'open' || phase.home === null || this.turning !== null) return;
    const { journal: trial, home, idle } = phase;
    this.turning = 'home';
    try {
      await this.backend.call('end_trial', null);
    } catch (thrown) {
      const failure = toFailure(thrown);
      // Out of turn: the role is back already. Anything else leaves the person where they are.
      if (failure.code !== 'out-of-turn') {
        trial.failed(failure);
        return;
      }
    } finally {
      this.turning = null;
    }
    if (this.phase !== phase) return;
    trial.stop();
    this.phase = { kind: 'open', journal: home, idle, home: null };
    home.wake();
  }

  /**
   * Saves, and has the role hand over what will be shown and end. Where that cannot be, the journal
   * stays open and says why.
   */
  async startWalkThrough(walkThrough: WalkThroughId): Promise<void> {
    const { phase } = this;
    if (phase.kind !== 'open' || phase.home !== null || this.turning !== null) return;
    if (phase.journal.onlyReading !== null || this.leaving || this.startingWalk) return;
    this.startingWalk = true;
    let began = false;
    try {
      await phase.journal.settle();
      await this.backend.call('start_walk_through', { walkThrough });
      began = true;
    } catch (thrown) {
      phase.journal.failed(toFailure(thrown));
    }
    this.startingWalk = false;
    const later = this.leaveLater;
    this.leaveLater = null;
    if (began) this.letGo();
    else if (later) await this.leave(later);
  }

  /** Tries again what could not be done. */
  async tryAgain(): Promise<void> {
    if (this.unsaved) await this.leave(this.unsaved.leaving);
    else if (this.phase.kind === 'stuck') await this.close(this.phase.leaving);
  }

  /** Stays, with the text that could not be saved. Not offered when nobody was there. */
  stay(): void {
    if (this.unsaved === null || unattended(this.unsaved.leaving)) return;
    this.unsaved = null;
  }

  /** Leaves although some text is not on disk: only ever on a person's own choice. */
  async leaveWithoutSaving(): Promise<void> {
    if (this.unsaved) await this.close(this.unsaved.leaving);
  }

  /** Something was chosen from the menu, or by the key that stands beside it there. */
  choose(action: MenuAction): void {
    const journal = this.journal;
    if (action === 'quit') void this.quit();
    if (this.unsaved !== null) return;
    if (action === 'lock' && (journal !== null || this.phase.kind === 'card')) void this.lock();
    if (this.phase.kind === 'card') this.resizeCard(this.phase, action);
    if (journal === null) return;
    if (this.turning !== null) return;
    if (isStage(journal.route) && !action.startsWith('text-')) {
      // Others look along: a key that slips must show them nothing.
      if (action !== 'lock' && action !== 'quit') journal.say({ kind: 'stage-first' });
      return;
    }
    if (questionWaits() && !staysHere(action)) return;
    switch (action) {
      case 'new-contact':
        journal.go({ name: 'new-contact' });
        break;
      case 'settings':
        journal.go({ name: 'settings' });
        break;
      case 'backups':
        journal.go({ name: 'backups' });
        break;
      case 'free-page':
        void journal.begin(blankStart);
        break;
      case 'today':
        journal.go({ name: 'today' });
        break;
      case 'entries':
        journal.go({ name: 'entries', search: false });
        break;
      case 'tried':
      case 'sheets':
      case 'looking-back':
      case 'learning':
      case 'handbook':
      case 'walk-throughs':
        journal.go({ name: action });
        break;
      case 'search':
        journal.go({ name: 'entries', search: true });
        break;
      case 'bin':
        journal.go({ name: 'bin' });
        break;
      case 'help':
        journal.go({ name: 'help' });
        break;
      case 'text-larger':
        void journal.changeTextSize(1);
        break;
      case 'text-smaller':
        void journal.changeTextSize(-1);
        break;
      case 'text-normal':
        void journal.changeTextSize(0);
        break;
      case 'lock':
      case 'quit':
        break;
    }
  }

  /** Stops hearing and watching. For a window that goes away without the role's doing. */
  stop(): void {
    this.gone = true;
    this.letGo();
  }

  /** Hears what the shell has to say, one thing after another, for as long as the window lives. */
  private async hear(): Promise<void> {
    while (!this.gone) {
      try {
        const event = await this.backend.call('await_event', null);
        if (!this.gone) this.heard(event);
      } catch {
        await new Promise<void>((resolve) => void this.clock.after(HEAR_AGAIN, resolve));
      }
    }
  }

  private heard(event: ShellEvent): void {
    switch (event.kind) {
      case 'menu':
        // Whoever chooses is there, though no key of it reached the page.
        if (this.phase.kind === 'open' || this.phase.kind === 'card') this.phase.idle.active();
        this.choose(event.action);
        break;
      case 'close-requested':
        void this.quit();
        break;
      case 'lock-requested':
        void this.leave({ kind: 'lock', intent: 'open', why: event.why, backup: null });
        break;
      case 'terms-ended':
        // While a backup is tried the journal rests; it asks for everything when it is back.
        if (this.journal === this.home) void this.journal?.termsEnded();
        break;
      case 'store-check':
        // About the journal, never about a backup that is tried.
        this.home?.store.found(event.check);
        break;
      case 'backup':
        this.home?.backups.heard(event.news);
        break;
    }
  }

  private async show(opened: Opened): Promise<void> {
    await speech.learn(opened.settings.appearance.language);
    const journal = new OpenJournal(this.backend, this.clock, opened);
    const idle = this.watch(() => journal.settings.idleMinutes);
    this.phase = { kind: 'open', journal, idle, home: null };
  }

  private async showCard(screen: JointCardScreen): Promise<void> {
    // Most openings are of a journal, which needs none of this.
    const [{ JointCardState }] = await Promise.all([
      import('./joint-card.svelte'),
      speech.learn(screen.appearance.language),
    ]);
    const card = new JointCardState(this.backend, this.clock, screen.walkThrough, screen.card);
    this.phase = { kind: 'card', screen, card, idle: this.watch(() => screen.idleMinutes) };
  }

  /** Text can be made larger before the journal is open; it is kept nowhere. */
  private resizeCard(phase: Extract<Phase, { kind: 'card' }>, action: MenuAction): void {
    const { screen } = phase;
    const size = screen.appearance.textSize;
    const textSize =
      action === 'text-larger'
        ? nextTextSize(size, 1)
        : action === 'text-smaller'
          ? nextTextSize(size, -1)
          : action === 'text-normal'
            ? 'normal'
            : size;
    if (textSize === size) return;
    this.phase = {
      ...phase,
      screen: { ...screen, appearance: { ...screen.appearance, textSize } },
    };
  }

  private watch(minutes: () => number): Idle {
    return new Idle(
      this.clock,
      minutes,
      () => void this.leave({ kind: 'lock', intent: 'open', why: 'idle', backup: null }),
    );
  }

  private async leave(leaving: Leaving): Promise<void> {
    const { phase } = this;
    if (this.leaving) return;
    if (this.startingWalk) {
      this.leaveLater = leaving;
      return;
    }
    // A window that waits for its key has nothing to save; closing it is for the role.
    if (phase.kind !== 'open' && phase.kind !== 'card') {
      await this.close(leaving);
      return;
    }
    this.leaving = true;
    try {
      await (phase.kind === 'card' ? phase.card.queue.flush() : phase.journal.settle());
    } catch (thrown) {
      this.unsaved = { failure: toFailure(thrown), leaving };
      this.retryUnattended(leaving);
      return;
    } finally {
      this.leaving = false;
    }
    await this.close(leaving);
  }

  /** When nobody is there, the lock follows by itself as soon as the text is on disk. */
  private retryUnattended(leaving: Leaving): void {
    this.stopRetry();
    if (unattended(leaving))
      this.stopRetry = this.clock.after(TRY_AGAIN, () => void this.tryAgain());
  }

  private async close(leaving: Leaving): Promise<void> {
    this.letGo();
    this.phase = { kind: 'closing' };
    try {
      if (leaving.kind === 'quit') await this.backend.call('quit_journal', null);
      else {
        const { intent, why, backup } = leaving;
        await this.backend.call('lock_journal', { intent, why, backup });
      }
    } catch (thrown) {
      this.phase = { kind: 'stuck', failure: toFailure(thrown), leaving };
    }
  }

  private letGo(): void {
    this.stopRetry();
    this.unsaved = null;
    if (this.phase.kind === 'card') {
      this.phase.idle.stop();
      this.phase.card.queue.stop();
      this.phase = { kind: 'closing' };
    }
    if (this.phase.kind !== 'open') return;
    this.phase.idle.stop();
    this.phase.journal.stop();
    this.phase.home?.stop();
    this.phase = { kind: 'closing' };
  }
}

/** Whether the journal is left because nobody was there. */
export function unattended(leaving: Leaving): boolean {
  return leaving.kind === 'lock' && leaving.why !== 'asked';
}
