// A passphrase in the making: typed or proposed, judged as it grows, never kept once it was sent.
import type { Backend } from '../../backend/backend';
import type { KeysCommands, Strength } from '../../backend/contract';

/** What keeps a passphrase from being sent. */
export type Objection = 'missing' | 'too-short' | 'differs' | 'weak';

/** Judging waits until the keys rest for a moment. */
const REST = 200;

export class NewPassphrase {
  value = $state('');
  /** The same once more, asked only of who cannot read what was typed. */
  repeat = $state('');
  /** Whether the text can be read on screen. */
  shown = $state(false);
  strength = $state<Strength>('empty');
  /** Whether the words came from us; then there is no typing error to guard against. */
  proposed = $state(false);
  objection = $state<Objection | null>(null);

  readonly asksRepeat = $derived(!this.shown && !this.proposed);

  readonly #backend: Backend<KeysCommands>;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #judged = 0;
  #weakAccepted = false;
  /** Counts what the person did with the field; words that were asked for before that come too late. */
  #touched = 0;

  constructor(backend: Backend<KeysCommands>) {
    this.#backend = backend;
  }

  /** The person typed. */
  typed(): void {
    this.#touched += 1;
    this.proposed = false;
    this.objection = null;
    this.#weakAccepted = false;
    clearTimeout(this.#rest);
    if (this.value === '') this.strength = 'empty';
    this.#rest = setTimeout(() => void this.#judge(), REST);
  }

  /** Puts proposed words in the field, readable, for they must be learnt. */
  async propose(): Promise<void> {
    this.#touched += 1;
    const mine = this.#touched;
    const { passphrase } = await this.#backend.call('propose_passphrase', null);
    // Who typed meanwhile wants their own: it must not be changed under their hands.
    if (mine !== this.#touched) return;
    this.value = passphrase;
    this.repeat = '';
    this.shown = true;
    this.proposed = true;
    this.objection = null;
    await this.#judge();
  }

  /** Whether it may be sent; otherwise the objection says why not. */
  async ready(): Promise<boolean> {
    await this.#judge();
    this.objection = this.#objection();
    // Who insists on a weak passphrase may have it: it is their journal. But they were told.
    this.#weakAccepted = this.objection === 'weak';
    return this.objection === null;
  }

  /** Gives the passphrase away and forgets it. */
  take(): string {
    const passphrase = this.value;
    this.wipe();
    return passphrase;
  }

  /** Forgets what was typed. */
  wipe(): void {
    clearTimeout(this.#rest);
    this.#touched += 1;
    this.#judged += 1;
    this.value = '';
    this.repeat = '';
    this.strength = 'empty';
    this.shown = false;
    this.proposed = false;
    this.objection = null;
    this.#weakAccepted = false;
  }

  #objection(): Objection | null {
    if (this.value === '') return 'missing';
    if (this.strength === 'too-short') return 'too-short';
    if (this.asksRepeat && this.repeat !== this.value) return 'differs';
    if (this.strength === 'weak' && !this.#weakAccepted) return 'weak';
    return null;
  }

  async #judge(): Promise<void> {
    clearTimeout(this.#rest);
    this.#judged += 1;
    const mine = this.#judged;
    const { strength } = await this.#backend.call('judge_passphrase', { passphrase: this.value });
    // Answers may overtake each other; only the newest question counts.
    if (mine === this.#judged) this.strength = strength;
  }
}
