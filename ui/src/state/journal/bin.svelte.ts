/** What is in the bin, and how it goes for good. */
import type { Backend } from '../../backend/backend';
import type {
  BinRow,
  EntryId,
  ErasedEverywhere,
  HeldByBackups,
  JournalCommands,
} from '../../backend/contract';

/** The bin. All that it does throws a failure. */
export class Bin {
  /** Its rows; none before they were asked for. */
  rows = $state.raw<BinRow[] | null>(null);
  /** Until when backups hold what is erased now. */
  held = $state.raw<HeldByBackups>({ kind: 'no' });
  /** Whether an entry is being erased from the backups too, which takes its time. */
  erasingEverywhere = $state(false);

  constructor(private readonly backend: Backend<JournalCommands>) {}

  /** Asks what is in it. */
  async load(): Promise<void> {
    const { rows, held } = await this.backend.call('list_bin', null);
    this.rows = rows;
    this.held = held;
  }

  /** Takes an entry out of it. */
  async restore(entry: EntryId): Promise<void> {
    await this.backend.call('restore_entry', { entry });
  }

  /** Erases an entry from the journal. */
  async erase(entry: EntryId): Promise<void> {
    await this.backend.call('erase_entry', { entry });
  }

  /** Erases an entry from the journal and from every backup within reach. */
  async eraseEverywhere(entry: EntryId): Promise<ErasedEverywhere> {
    this.erasingEverywhere = true;
    try {
      return await this.backend.call('erase_everywhere', { entry });
    } finally {
      this.erasingEverywhere = false;
    }
  }
}
