/** What a whole entry still holds that is better left out, for one quiet line when it is done. */
import type { Backend } from '../../backend/backend';
import type { EntryId, FindingKind, JournalCommands, Weight } from '../../backend/contract';
import type { EntryState } from './entry.svelte';
import { wellFormed } from './field.svelte';
import type { Page } from './pages';

/** What is left in an entry, as the store has it. */
export class EntryMirrorState {
  /** What still points at a person, each kind once. */
  kinds = $state.raw<readonly FindingKind[]>([]);
  /** What the law protects more than the rest, each kind once. */
  weighty = $state.raw<readonly Weight[]>([]);
  /** The first page, the closing one aside, on which something points at a person. */
  page = $state.raw<Page | null>(null);

  private turn = 0;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly entry: EntryState,
  ) {}

  /** Looks at what is stored now. When the role cannot answer, nothing is said. */
  async look(): Promise<void> {
    const turn = (this.turn += 1);
    const { id } = this.entry;
    if (id === null) return;
    try {
      const { kinds, weighty } = await this.backend.call('mirror_entry', { entry: id });
      const page = kinds.length === 0 ? null : await this.firstWith(id);
      if (turn !== this.turn) return;
      this.kinds = kinds;
      this.weighty = weighty;
      this.page = page;
    } catch {
      // The text matters more than the line about it.
    }
  }

  /** Nothing that is still on its way matters any more. */
  stop(): void {
    this.turn += 1;
  }

  private async firstWith(entry: EntryId): Promise<Page | null> {
    for (const page of this.entry.pages) {
      const all = wellFormed(
        page.fields.map(({ text, ownQuestion }) => `${ownQuestion}\n${text}`).join('\n\n'),
      );
      if (page.kind === 'closing' || all.trim() === '') continue;
      const { findings } = await this.backend.call('mirror_text', {
        text: all,
        entry,
        forOthers: this.entry.forOthers,
      });
      if (findings.length > 0) return page;
    }
    return null;
  }
}
