/** The pages about aliases: the list, one of them, and what is done to it. */
import { toFailure, type Backend } from '../../backend/backend';
import type { AliasRow, AliasView, JournalCommands } from '../../backend/contract';
import type { Desk } from './desk';
import type { AliasesFrom } from './routes';
import type { Said } from './said';

/** What came of giving an alias another name. */
export type Renamed = 'renamed' | 'taken' | 'failed';

/** The list of aliases, and the acts on one. */
export class AliasPages {
  /** The latest contact first; none before they were asked for. */
  rows = $state.raw<readonly AliasRow[] | null>(null);
  /** Whether an alias is being erased, from the backups too, which takes its time. */
  erasing = $state(false);
  /** Where the overview of the alias on screen was saved during this visit. */
  savedAt = $state.raw<string | null>(null);

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** Asks which there are. */
  load(): Promise<void> {
    return this.desk.attempt(async () => {
      this.rows = (await this.backend.call('list_alias_rows', null)).rows;
    });
  }

  /** Opens the page about one alias. */
  async open(alias: string, from: AliasesFrom): Promise<void> {
    const before = this.desk.route;
    await this.desk.attempt(async () => {
      await this.desk.settle();
      const view = await this.backend.call('read_alias', { alias });
      if (this.desk.route !== before) return;
      this.savedAt = null;
      this.desk.go({ name: 'alias', view, from });
    });
    // Where it could not be opened, it may be gone from the list too.
    if (this.desk.route === before && before.name === 'aliases') await this.load();
  }

  /** Adds older entries to the page about an alias. */
  more({ alias, entries: { next } }: AliasView): Promise<void> {
    return this.desk.attempt(async () => {
      if (next === null) return;
      const older = await this.backend.call('list_alias_entries', { alias, after: next });
      const { route } = this.desk;
      // Whoever pressed twice, or sees another page by now, gets nothing twice.
      if (route.name !== 'alias' || route.view.entries.next !== next) return;
      const rows = [...route.view.entries.rows, ...older.rows];
      this.show({ ...route.view, entries: { rows, next: older.next } }, null);
    });
  }

  /** Gives an alias another name. A name that is in use is no failure: the two can be joined. */
  async rename({ alias }: AliasView, to: string): Promise<Renamed> {
    let renamed: Renamed = 'failed';
    await this.act(async () => {
      try {
        const view = await this.backend.call('rename_alias', { alias, to });
        renamed = 'renamed';
        this.show(view, { kind: 'alias-renamed' });
      } catch (thrown) {
        if (toFailure(thrown).code !== 'alias-taken') throw thrown;
        renamed = 'taken';
      }
    });
    return renamed;
  }

  /** Joins an alias to another one, whose page is shown then. */
  merge({ alias }: AliasView, to: string): Promise<void> {
    return this.act(async () => {
      const view = await this.backend.call('merge_aliases', { alias, to });
      this.show(view, { kind: 'aliases-merged', alias: view.alias });
    });
  }

  /** Closes the work with an alias, or takes that back. */
  close({ alias }: AliasView, closed: boolean): Promise<void> {
    return this.act(async () => {
      const view = await this.backend.call('close_alias', { alias, closed });
      this.show(view, { kind: closed ? 'alias-closed' : 'alias-opened' });
    });
  }

  /** Keeps an alias quiet where one looks back, or no longer. */
  keepQuiet(view: AliasView, quiet: boolean): Promise<void> {
    const what = { kind: 'alias', alias: view.alias } as const;
    return this.act(async () => {
      await (quiet ? this.backend.call('keep_quiet', what) : this.backend.call('end_quiet', what));
      this.show({ ...view, quiet }, { kind: quiet ? 'alias-quiet' : 'alias-heard' });
    });
  }

  /** Erases an alias and all that stands under it, and tells on the list what came of it. */
  async erase({ alias }: AliasView): Promise<void> {
    if (this.erasing) return;
    await this.act(async () => {
      this.erasing = true;
      try {
        await this.desk.settle();
        const erased = await this.backend.call('erase_alias', { alias });
        const { route } = this.desk;
        if (route.name === 'alias')
          this.desk.go({ name: 'aliases', from: route.from, erased: { alias, ...erased } });
        // Whoever went elsewhere meanwhile is not pulled back, and no list there shows it any more.
        else this.desk.go(route, { kind: 'alias-erased', alias, erased });
      } finally {
        this.erasing = false;
      }
    });
  }

  /** Writes the overview as a page where the person chooses. Its entries then count as carried out. */
  saveOverview({ alias }: AliasView): Promise<void> {
    return this.act(async () => {
      await this.desk.settle();
      const { path } = await this.backend.call('save_overview', { alias });
      if (path === null) return;
      this.show(await this.backend.call('read_alias', { alias }), null);
      this.savedAt = path;
    });
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (!this.desk.onlyReading) await this.desk.attempt(act);
  }

  /** Shows the page as it is now; whoever went elsewhere meanwhile is not pulled back. */
  private show(view: AliasView, said: Said | null): void {
    const { route } = this.desk;
    if (route.name === 'alias') this.desk.go({ ...route, view }, said);
    else if (said !== null) this.desk.say(said);
  }
}
