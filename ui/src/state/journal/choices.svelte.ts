/** What a person chose for the journal, and what the handbook says with it. */
import type { Backend } from '../../backend/backend';
import type {
  ContactKind,
  HouseRules,
  JournalCommands,
  Opened,
  Settings,
} from '../../backend/contract';
import { nextTextSize } from '../shared/appearance';
import type { Desk } from './desk';

/** A change of some settings; what they become may depend on what holds by then. */
export type Change = Partial<Settings> | ((now: Settings) => Partial<Settings>);

/** The settings and what follows from them. */
export class Choices {
  /** What holds now. */
  settings = $state.raw<Settings>() as Settings;
  /** The kinds of contact, in the language that holds now. */
  kinds = $state.raw<ContactKind[]>([]);
  /** What the handbook says besides questions, in that language. */
  houseRules = $state.raw<HouseRules>() as HouseRules;

  private changing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    { settings, kinds, houseRules }: Pick<Opened, 'settings' | 'kinds' | 'houseRules'>,
  ) {
    this.settings = settings;
    this.kinds = kinds;
    this.houseRules = houseRules;
  }

  /** Changes some settings. */
  change(part: Change): Promise<void> {
    if (this.desk.onlyReading) return Promise.resolve();
    // One at a time: a later change starts from what an earlier one made, and undoes nothing.
    return this.oneAtATime(async () => {
      await this.set(typeof part === 'function' ? part(this.settings) : part);
      this.desk.say({ kind: 'settings-kept' });
    });
  }

  /** Asks what the handbook says now that it was changed. The settings stay as they are. */
  ask(): Promise<void> {
    if (this.desk.onlyReading) return Promise.resolve();
    // There is no other command that answers with it; the same settings change nothing.
    return this.oneAtATime(() => this.set({}));
  }

  /** Changes the size of text: a step up or down, or back to the design's own. */
  changeTextSize(step: -1 | 0 | 1): Promise<void> {
    return this.change(({ appearance }) => {
      const textSize = step === 0 ? 'normal' : nextTextSize(appearance.textSize, step);
      return { appearance: { ...appearance, textSize } };
    });
  }

  /** Waits until no change is on its way. */
  rest(): Promise<unknown> {
    return this.changing;
  }

  private oneAtATime(act: () => Promise<void>): Promise<void> {
    const change = this.changing.then(() => this.desk.attempt(act));
    this.changing = change;
    return change;
  }

  private async set(part: Partial<Settings>): Promise<void> {
    const changed = await this.backend.call('change_settings', { ...this.settings, ...part });
    this.settings = changed.settings;
    this.kinds = changed.kinds;
    this.houseRules = changed.houseRules;
  }
}
