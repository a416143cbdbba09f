// The way through the lock window: which screen, what is going on, what must be said.
import { toFailure, type Backend } from '../../backend/backend';
import type {
  AfterUnlock,
  Appearance,
  Failure,
  Intent,
  KeysCommands,
  KeysState,
  Rewrapped,
} from '../../backend/contract';
import { speech } from '../../i18n/i18n.svelte';
import { applyAppearance, nextTextSize } from '../shared/appearance';
import { UnlockCost } from './cost.svelte';
import { NewPassphrase } from './new-passphrase.svelte';
import { Recovery } from './recovery.svelte';
import { faultOf, Restoring } from './restoring.svelte';
import {
  blocks,
  helpedByBackup,
  mayBeRead,
  screenFor,
  type Purpose,
  type Screen,
  type Work,
} from './screens';
import { Wiping } from './wiping.svelte';

/** A secret that was replaced by another, and what became of its copies. */
export interface Changed extends Rewrapped {
  readonly what: 'passphrase' | 'sheet';
}

export class KeysWindow {
  screen = $state<Screen>('starting');
  work = $state<Work | null>(null);
  /** What stood in the way of the last step, to be said on the screen where it happened. */
  failure = $state<Failure | null>(null);
  /** Where things stood when the window opened. */
  opened = $state<KeysState | null>(null);
  appearance = $state<Appearance>({ language: 'nl', textSize: 'normal' });
  purpose = $state<Purpose>('set-up');
  /** The passphrase to unlock with. */
  passphrase = $state('');
  /** The recovery key to unlock with. */
  recoveryKey = $state('');
  /** The field to unlock with was sent empty. */
  missing = $state(false);
  /** The journal is to be opened to be read only; asked where it did not open as always. */
  toRead = $state(false);
  /** Whether reading only is offered at all. */
  offersReading = $state(false);
  /** The previous copy of the key slots was put back. */
  mended = $state(false);
  /** The secret that was replaced just now. */
  changed = $state.raw<Changed | null>(null);
  /** The store was encrypted anew just now: the sheet that follows is the only one. */
  renewed = $state(false);

  /** Whether something goes on: nothing else begins, and no screen is left, before it ended. */
  readonly busy = $derived(this.work !== null);
  /** Whether there is anything here that a restore would put aside. */
  readonly holdsJournal = $derived(this.opened?.situation.kind !== 'not-set-up');
  /** Whether this is the way from an empty folder to the first page; its steps are counted. */
  readonly settingUp = $derived(!this.holdsJournal && this.purpose === 'set-up');
  /** Why the journal did not open just before, with the right key. */
  readonly notOpened = $derived(
    this.opened?.notice?.kind === 'opening-failed' ? this.opened.notice.failure : null,
  );
  /** Whether a backup is the way out on the lock screen, rather than opening once more. */
  readonly backupFirst = $derived(
    !this.mended && this.notOpened !== null && helpedByBackup(this.notOpened),
  );
  /** Whether the way into the journal is open: drawing and measuring are waited for. */
  readonly mayOpen = $derived(
    !this.busy || this.work === 'measuring' || this.screen === 'recovery-sheet',
  );

  readonly newPassphrase: NewPassphrase;
  readonly recovery: Recovery;
  readonly restoring: Restoring;
  readonly cost: UnlockCost;
  readonly wiping: Wiping;
  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
    this.newPassphrase = new NewPassphrase(backend);
    this.recovery = new Recovery(backend);
    this.restoring = new Restoring(backend);
    this.cost = new UnlockCost(backend);
    this.wiping = new Wiping(backend);
  }

  /** Asks where things stand and shows the screen for it. */
  async start(): Promise<void> {
    try {
      const opened = await this.#backend.call('keys_state', null);
      this.opened = opened;
      this.appearance = opened.appearance;
      await speech.learn(opened.appearance.language);
      applyAppearance(opened.appearance);
      this.toRead = false;
      this.offersReading = this.notOpened !== null && mayBeRead(this.notOpened);
      this.#show(screenFor(opened));
      if (opened.situation.kind === 'blocked') this.#block(opened.situation.failure);
      else if (opened.situation.kind === 'locked') await this.#beginWith(opened.intent);
    } catch (thrown) {
      this.#block(toFailure(thrown));
    }
  }

  /** From what this is to the choice of a passphrase. */
  begin(): void {
    if (this.busy) return;
    this.purpose = 'set-up';
    this.#show('choose-passphrase');
  }

  /** Back to what this is. What was typed goes. */
  backToWelcome(): void {
    if (this.busy) return;
    this.newPassphrase.wipe();
    this.#show('welcome');
  }

  /** Fills in a passphrase of common words. */
  async propose(): Promise<void> {
    await this.#attempt(null, () => this.newPassphrase.propose());
  }

  /** Makes the journal, or gives it its new passphrase, and goes on. */
  async choosePassphrase(): Promise<void> {
    const first = this.purpose === 'set-up';
    await this.#attempt(workFor[this.purpose], async () => {
      if (!(await this.newPassphrase.ready())) return;
      const passphrase = this.newPassphrase.take();
      if (first) {
        const { language } = this.appearance;
        await this.#backend.call('set_up', { passphrase, language });
        await this.#showSheet();
      } else if (this.purpose === 'renew') {
        await this.#backend.call('renew_key', { passphrase });
        this.renewed = true;
        await this.#showSheet();
      } else {
        const copies = await this.#backend.call('change_passphrase', { passphrase });
        this.changed = { what: 'passphrase', ...copies };
        this.#show('changed');
      }
    });
  }

  /** From what a new key means to the choice of its passphrase. */
  chooseForNewKey(): void {
    if (this.busy) return;
    this.purpose = 'renew';
    this.#show('choose-passphrase');
  }

  /** Tells what a new key means: the old secret may be known to somebody. */
  offerNewKey(): void {
    if (this.busy) return;
    this.#toNewKey();
  }

  /** Opens with the passphrase that was typed. */
  async unlock(): Promise<void> {
    const passphrase = this.passphrase;
    if (this.#lacks(passphrase !== '')) return;
    this.passphrase = '';
    await this.#attempt('opening', async () => {
      const { next } = await this.#backend.call('unlock', {
        passphrase,
        toRead: this.toRead,
      });
      await this.#follow(next, 'change');
    });
  }

  /** Opens with the recovery key that was typed. */
  async unlockWithRecoveryKey(): Promise<void> {
    // It stays in its field until it opened something: who copied thirty characters and misread
    // one must be able to mend that one.
    const recoveryKey = this.recoveryKey.trim();
    if (this.#lacks(recoveryKey !== '')) return;
    await this.#attempt('opening', async () => {
      const { next } = await this.#backend.call('unlock_with_recovery_key', {
        recoveryKey,
        toRead: this.toRead,
      });
      this.recoveryKey = '';
      await this.#follow(next, 'after-recovery');
    });
  }

  /** Between the two ways to unlock. What was typed goes. */
  askFor(screen: 'unlock' | 'unlock-with-recovery-key'): void {
    if (this.busy) return;
    this.passphrase = '';
    this.recoveryKey = '';
    this.#show(screen);
  }

  /** Draws a recovery key once more, where the first attempt failed. */
  async drawAgain(): Promise<void> {
    await this.#attempt(null, () => this.recovery.draw());
  }

  /** Saves the recovery sheet as a page. */
  async savePage(): Promise<void> {
    await this.#attempt(null, () => this.recovery.savePage(this.appearance.language));
  }

  /** From the sheet to typing two groups back. */
  copied(): void {
    if (this.busy) return;
    this.#show('confirm-recovery');
  }

  /** Back from typing to the sheet. */
  backToSheet(): void {
    if (this.busy) return;
    this.recovery.typed = ['', ''];
    this.#show('recovery-sheet');
  }

  /** Sends the two groups; when they match, the journal opens, or it is said what became of the old sheet. */
  async confirmRecovery(): Promise<void> {
    await this.#attempt('opening', async () => {
      const copies = await this.recovery.confirm();
      if (this.#hadSheet && !this.renewed) {
        this.changed = { what: 'sheet', ...copies };
        this.#show('changed');
      } else await this.#open();
    });
  }

  /** Opens the journal: everything that had to be said was said. */
  async openJournal(): Promise<void> {
    await this.#attempt('opening', () => this.#open());
  }

  /** Opens the journal now: the sheet or the new passphrase can wait. */
  async later(): Promise<void> {
    // What is being written is not broken off, nor is the journal opened on top of it.
    if (!this.mayOpen) return;
    // The sheet is on screen while its key is still drawn: a click in that moment is not lost.
    await this.#running;
    this.recovery.wipe();
    this.newPassphrase.wipe();
    await this.#attempt('opening', () => this.#open());
  }

  /** To the field that opens the journal to be read only, where it cannot be written. */
  askToRead(): void {
    if (this.busy) return;
    this.toRead = true;
    this.offersReading = true;
    this.askFor('unlock');
  }

  /** Looks for backups at the journal's own places, and shows them. */
  async offerBackups(): Promise<void> {
    await this.#attempt('finding', async () => {
      await this.restoring.findHere(this.opened?.backup ?? null);
      this.#toBackups();
    });
  }

  /** Looks for backups in a folder that the person points at, and shows them. */
  async findElsewhere(): Promise<void> {
    await this.#attempt('finding', async () => {
      if (await this.restoring.findElsewhere()) this.#toBackups();
    });
  }

  /** From the list to the secret that opens the backup, and back. On the way back it goes. */
  showBackup(screen: 'choose-backup' | 'open-backup'): void {
    if (this.busy) return;
    if (screen === 'choose-backup') this.restoring.openWith('passphrase');
    this.#show(screen);
  }

  /** Between the two secrets that open a backup. What was typed goes. */
  openBackupWith(secret: 'passphrase' | 'recovery-key'): void {
    if (this.busy) return;
    this.restoring.openWith(secret);
    this.#show('open-backup');
  }

  /** Puts the chosen backup in the journal's place. */
  async restore(): Promise<void> {
    if (this.#lacks(!this.restoring.lacksSecret)) return;
    await this.#attempt('restoring', async () => {
      try {
        await this.restoring.restore();
        this.#show('restored');
      } catch (thrown) {
        // It is about the backup: what is here is as it was, and another backup can be tried.
        const failure = toFailure(thrown);
        if (faultOf(failure)) this.#show('choose-backup');
        this.failure = failure;
      }
    });
  }

  /** Goes on with the journal that is back. */
  async openRestored(): Promise<void> {
    await this.#attempt('opening', async () => {
      const next = this.restoring.done?.next ?? 'opening';
      if (next === 'opening') await this.#open();
      else await this.#follow(next, 'after-recovery');
    });
  }

  /** Back to where the backups were asked for, with nothing done. */
  leaveBackups(): void {
    if (this.busy) return;
    this.restoring.wipe();
    this.#show(this.#before.screen);
    this.failure = this.#before.failure;
  }

  /** Measures once more what unlocking may cost, where the first attempt failed. */
  async measureCost(): Promise<void> {
    await this.#attempt('measuring', () => this.cost.measure());
  }

  /** Makes the chosen cost hold, and opens the journal. */
  async changeCost(): Promise<void> {
    await this.#attempt('changing-cost', async () => {
      await this.cost.change();
      await this.#open();
    });
  }

  /** Destroys the journal. */
  async wipeJournal(): Promise<void> {
    this.wiping.unsure = !this.wiping.sure;
    if (this.#lacks(this.wiping.passphrase !== '') || this.wiping.unsure) return;
    await this.#attempt('wiping', async () => {
      await this.wiping.wipeJournal();
      this.#show('wiped');
    });
  }

  /** Back to the lock screen: nothing is wiped. */
  keepJournal(): void {
    if (this.busy) return;
    this.wiping.forget();
    this.#show('unlock');
  }

  /** Looks again at what is here. */
  async lookAgain(): Promise<void> {
    if (this.busy) return;
    await this.start();
  }

  /** Puts back the previous copy of the key slots. */
  async mend(): Promise<void> {
    await this.#attempt('mending', async () => {
      await this.#backend.call('restore_previous_slots', null);
      this.mended = true;
      await this.start();
    });
  }

  /** Keeps another language or size of text. */
  async changeAppearance(appearance: Appearance): Promise<void> {
    this.appearance = appearance;
    applyAppearance(appearance);
    try {
      await this.#backend.call('change_appearance', appearance);
    } catch {
      // It holds on this screen; that it could not be kept is no reason to disturb anyone here.
    }
  }

  /** One size of text larger or smaller. */
  async stepTextSize(step: 1 | -1): Promise<void> {
    const textSize = nextTextSize(this.appearance.textSize, step);
    await this.changeAppearance({ ...this.appearance, textSize });
  }

  /** Closes the app. */
  async quit(): Promise<void> {
    await this.#attempt(null, () => this.#backend.call('quit_keys', null));
  }

  /** Tells the role that the first screen is there. */
  async painted(): Promise<void> {
    try {
      await this.#backend.call('keys_painted', null);
    } catch {
      // The role only times and warms up by it; for the person nothing follows from it.
    }
  }

  /** What the window was opened for, where that does not begin with unlocking. */
  async #beginWith(intent: Intent): Promise<void> {
    // What happened meanwhile is said first; the lock screen offers a backup with it.
    if (this.mended || this.notOpened !== null) return;
    if (intent === 'wipe') this.#show('wipe');
    if (intent === 'restore') await this.offerBackups();
  }

  /** Where the backups were asked for, so that there is a way back. */
  #before: { screen: Screen; failure: Failure | null } = { screen: 'unlock', failure: null };
  /** Why the blocked screen is there. */
  #blockedBy: Failure | null = null;

  #toBackups(): void {
    if (this.screen !== 'choose-backup') {
      const failure = this.screen === 'blocked' ? this.#blockedBy : null;
      this.#before = { screen: this.screen, failure };
    }
    this.#show('choose-backup');
  }

  /** Whether a recovery sheet was in use when the window opened. */
  get #hadSheet(): boolean {
    const situation = this.opened?.situation;
    return situation?.kind === 'locked' && situation.recoveryReady;
  }

  async #follow(next: AfterUnlock, purpose: Purpose): Promise<void> {
    // There is a journal from here on, also where the folder was empty when the window opened.
    this.purpose = purpose;
    if (next === 'make-recovery-sheet') await this.#showSheet();
    if (next === 'renew-key') this.#toNewKey();
    if (next === 'choose-cost') {
      this.#show('choose-cost');
      this.work = 'measuring';
      await this.cost.measure();
    }
    if (next === 'choose-passphrase') this.#show('choose-passphrase');
    // Otherwise the journal is opening, or a walk-through goes on, and this window goes by itself: it
    // keeps saying so.
    this.#gone = next === 'opening' || next === 'more-time';
  }

  #toNewKey(): void {
    this.newPassphrase.wipe();
    this.#show('renew-key');
  }

  async #showSheet(): Promise<void> {
    // The journal is open from here on: a sheet that cannot be drawn must not close the way.
    this.#show('recovery-sheet');
    await this.recovery.draw();
  }

  async #open(): Promise<void> {
    await this.#backend.call('open_journal', null);
    this.#gone = true;
  }

  /** The key was handed over; what is still on screen is a farewell. */
  #gone = false;

  #lacks(given: boolean): boolean {
    if (this.busy) return true;
    this.missing = !given;
    if (this.missing) this.failure = null;
    return this.missing;
  }

  /** Carries out one step. A second one does not start before the first has ended. */
  async #attempt(work: Work | null, step: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.#running = this.#carryOut(work, step);
    await this.#running;
  }

  /** The step that was begun last. It never rejects. */
  #running: Promise<void> = Promise.resolve();

  async #carryOut(work: Work | null, step: () => Promise<unknown>): Promise<void> {
    this.work = work;
    this.failure = null;
    try {
      await step();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (blocks(failure)) this.#block(failure);
      else this.failure = failure;
    } finally {
      if (!this.#gone) this.work = null;
    }
  }

  #show(screen: Screen): void {
    this.failure = null;
    this.missing = false;
    this.screen = screen;
  }

  #block(failure: Failure): void {
    this.#blockedBy = failure;
    this.screen = 'blocked';
    this.failure = failure;
  }
}

/** What the window says while a passphrase is put to use. */
const workFor: Record<Purpose, Work> = {
  'set-up': 'making',
  change: 'changing',
  'after-recovery': 'changing',
  renew: 'renewing',
};
