// The way through the lock window: which screen, what is going on, what must be said.
import { toFailure, type Backend } from '../../backend/backend';
import type {
  AfterUnlock,
  Appearance,
  Failure,
  KeysCommands,
  KeysState,
  Situation,
} from '../../backend/contract';
import { applyAppearance, nextTextSize } from '../shared/appearance';
import { NewPassphrase } from './new-passphrase.svelte';
import { Recovery } from './recovery.svelte';

/** One screen of this window. */
export type Screen =
  | 'starting'
  | 'welcome'
  | 'choose-passphrase'
  | 'recovery-sheet'
  | 'confirm-recovery'
  | 'unlock'
  | 'unlock-with-recovery-key'
  | 'blocked';

/** What the window is busy with; the person waits for it and is told so. */
export type Work = 'opening' | 'making' | 'changing' | 'mending';

/** What a passphrase is chosen for. */
export type Purpose = 'set-up' | 'change' | 'after-recovery';

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
  /** The previous copy of the key slots was put back. */
  mended = $state(false);

  /** Whether this is the way from an empty folder to the first page; its steps are counted. */
  readonly settingUp = $derived(this.opened?.situation.kind === 'not-set-up');

  readonly newPassphrase: NewPassphrase;
  readonly recovery: Recovery;
  readonly #backend: Backend<KeysCommands>;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
    this.newPassphrase = new NewPassphrase(backend);
    this.recovery = new Recovery(backend);
  }

  /** Asks where things stand and shows the screen for it. */
  async start(): Promise<void> {
    try {
      const opened = await this.#backend.call('keys_state', null);
      this.opened = opened;
      this.appearance = opened.appearance;
      applyAppearance(opened.appearance);
      this.#show(screenFor(opened.situation));
      if (opened.situation.kind === 'blocked') this.failure = opened.situation.failure;
    } catch (thrown) {
      this.#block(toFailure(thrown));
    }
  }

  /** From what this is to the choice of a passphrase. */
  begin(): void {
    this.purpose = 'set-up';
    this.#show('choose-passphrase');
  }

  /** Back to what this is. What was typed goes. */
  backToWelcome(): void {
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
    await this.#attempt(first ? 'making' : 'changing', async () => {
      if (!(await this.newPassphrase.ready())) return;
      const passphrase = this.newPassphrase.take();
      if (first) {
        const { language } = this.appearance;
        await this.#backend.call('set_up', { passphrase, language });
        await this.#showSheet();
      } else {
        await this.#backend.call('change_passphrase', { passphrase });
        await this.#open();
      }
    });
  }

  /** Opens with the passphrase that was typed. */
  async unlock(): Promise<void> {
    const passphrase = this.passphrase;
    if (this.#lacks(passphrase)) return;
    this.passphrase = '';
    await this.#attempt('opening', async () => {
      const { next } = await this.#backend.call('unlock', { passphrase });
      await this.#follow(next, 'change');
    });
  }

  /** Opens with the recovery key that was typed. */
  async unlockWithRecoveryKey(): Promise<void> {
    // It stays in its field until it opened something: who copied thirty characters and misread
    // one must be able to mend that one.
    const recoveryKey = this.recoveryKey.trim();
    if (this.#lacks(recoveryKey)) return;
    await this.#attempt('opening', async () => {
      const { next } = await this.#backend.call('unlock_with_recovery_key', { recoveryKey });
      this.recoveryKey = '';
      await this.#follow(next, 'after-recovery');
    });
  }

  /** Between the two ways to unlock. What was typed goes. */
  askFor(screen: 'unlock' | 'unlock-with-recovery-key'): void {
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
    this.#show('confirm-recovery');
  }

  /** Back from typing to the sheet. */
  backToSheet(): void {
    this.recovery.typed = ['', ''];
    this.#show('recovery-sheet');
  }

  /** Sends the two groups; when they match, the journal opens. */
  async confirmRecovery(): Promise<void> {
    await this.#attempt('opening', async () => {
      await this.recovery.confirm();
      await this.#open();
    });
  }

  /** Opens the journal now: the sheet or the new passphrase can wait. */
  async later(): Promise<void> {
    // The sheet is on screen while its key is still drawn: a click in that moment is not lost.
    await this.#running;
    this.recovery.wipe();
    this.newPassphrase.wipe();
    await this.#attempt('opening', () => this.#open());
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

  async #follow(next: AfterUnlock, purpose: Purpose): Promise<void> {
    if (next === 'make-recovery-sheet') await this.#showSheet();
    if (next === 'choose-passphrase') {
      this.purpose = purpose;
      this.#show('choose-passphrase');
    }
    // Otherwise the journal is opening and this window goes by itself: it keeps saying so.
    this.#gone = next === 'opening';
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

  #lacks(secret: string): boolean {
    if (this.work !== null) return true;
    this.missing = secret === '';
    if (this.missing) this.failure = null;
    return this.missing;
  }

  /** Carries out one step. A second one does not start before the first has ended. */
  async #attempt(work: Work | null, step: () => Promise<unknown>): Promise<void> {
    if (this.work !== null) return;
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
    this.screen = 'blocked';
    this.failure = failure;
  }
}

function screenFor(situation: Situation): Screen {
  switch (situation.kind) {
    case 'not-set-up':
      return 'welcome';
    case 'locked':
      return 'unlock';
    case 'blocked':
      return 'blocked';
  }
}

/** Failures after which trying the same again has no sense: they get a screen of their own. */
function blocks({ code }: Failure): boolean {
  return (
    code === 'slots-damaged' ||
    code === 'slots-missing' ||
    code === 'store-missing' ||
    code === 'newer-format' ||
    code === 'already-set-up' ||
    code === 'folder-not-writable'
  );
}
