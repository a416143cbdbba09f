/** The sheets: starting one, those that were written of a form, and one as a page for others. */
import type { Backend } from '../../backend/backend';
import type {
  ContactDraft,
  EntryId,
  FormHead,
  FormKey,
  JournalCommands,
  SheetVersion,
} from '../../backend/contract';
import type { Desk } from './desk';
import type { Handbook } from './handbook.svelte';
import { blankStart } from './starts';

/** What a new sheet knows already. */
export interface Given {
  kind?: string | undefined;
  alias?: string | undefined;
}

/** The sheets. */
export class Sheets {
  /** Where the sheet on screen was saved as a page, during this visit. */
  savedAt = $state.raw<{ entry: EntryId; path: string } | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
    private readonly handbook: Handbook,
  ) {}

  /** Begins a sheet of a form; asks first whom it is about, unless it is never about anybody. */
  open(form: FormHead, given: Given = {}): Promise<void> {
    if (form.about === 'nobody') return this.start(form, null);
    this.desk.go({ name: 'new-sheet', form, ...given });
    return Promise.resolve();
  }

  /** Starts a sheet about a contact, or about none. */
  start({ form }: FormHead, contact: ContactDraft | null): Promise<void> {
    this.savedAt = null;
    return this.desk.begin({ ...blankStart, contact, form: 'sheet', sheet: form });
  }

  /** Opens the sheet that is written before a contact; all the sheets where there is none such. */
  async prepare(given: Given = {}): Promise<void> {
    if (this.desk.onlyReading) return;
    const from = this.desk.route;
    if (this.handbook.view === null) await this.handbook.load();
    if (this.desk.route !== from) return;
    const form = this.handbook.view?.forms.find(({ about }) => about === 'coming-contact');
    if (form) await this.open(form, given);
    else if (this.handbook.view) this.desk.go({ name: 'sheets' });
  }

  /** Shows all own sheets of a form. */
  versions(form: FormHead): Promise<void> {
    const from = this.desk.route;
    return this.desk.attempt(async () => {
      const { sheets } = await this.backend.call('list_sheets', form.form);
      if (this.desk.route === from) this.desk.go({ name: 'sheet-versions', form, sheets });
    });
  }

  /** Own sheets of a form, to be read beside a new one; none where they cannot be had. */
  async earlier(form: FormKey): Promise<readonly SheetVersion[]> {
    try {
      return (await this.backend.call('list_sheets', form)).sheets;
    } catch {
      // What is written matters more than what can be read beside it.
      return [];
    }
  }

  /**
   * Writes a sheet that holds no person as a page where the person chooses. It counts as carried out
   * then.
   */
  async saveAsPage(entry: EntryId): Promise<void> {
    if (this.desk.onlyReading) return;
    await this.desk.attempt(async () => {
      await this.desk.settle();
      const { path } = await this.backend.call('save_sheet', { entry });
      if (path === null) return;
      this.savedAt = { entry, path };
      const { route } = this.desk;
      if (route.name !== 'reading' || route.view.entry !== entry) return;
      const view = await this.backend.call('read_entry', { entry });
      if (this.desk.route === route) this.desk.go({ ...route, view });
    });
  }
}
