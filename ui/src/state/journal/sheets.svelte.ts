/** The sheets: starting one, and those that were written of a form. */
import type { Backend } from '../../backend/backend';
import type { FormHead, JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';

/** The sheets. */
export class Sheets {
  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Shows all own sheets of a form beside each other. */
  versions(form: FormHead): Promise<void> {
    const from = this.desk.route;
    return this.desk.attempt(async () => {
      const { sheets } = await this.backend.call('list_sheets', form.form);
      if (this.desk.route === from) this.desk.go({ name: 'sheet-versions', form, sheets });
    });
  }
}
