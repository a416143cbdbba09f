/**
 * The backups within reach: which there are, the one under way, and the second place.
 *
 * A backup is made by itself, so most of what is heard here nobody asked for. It makes no noise:
 * the shell tells of progress only when a backup takes longer than half a second, and only what
 * needs a person is said.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  BackupInside,
  BackupList,
  BackupNews,
  BackupPlace,
  BackupProgress,
  BackupRef,
  BackupRow,
  Failure,
  JournalCommands,
  Moment,
  PlaceChosen,
  SecondPlace,
} from '../../backend/contract';
import type { Desk } from './desk';

/** The inside of a backup that was opened, checked and counted. */
export type Counted = Extract<BackupInside, { kind: 'counted' }>;

/** A backup as a person sees it: one, however many places it lies at. */
export interface BackupLine {
  /** Its key in the list. */
  readonly key: string;
  readonly madeAt: Moment;
  readonly bytes: number;
  /** Where it lies, and how it is there. */
  readonly copies: readonly { readonly place: BackupPlace; readonly inside: BackupInside }[];
  /** The copy to look into or to restore; none where there is no good one. */
  readonly good: { readonly backup: BackupRef; readonly inside: Counted } | null;
}

/** Why there is no new backup, or only half of one; or which former one is no longer good. */
export type BackupTrouble =
  /** What could not be made: all of it, or the copy at the second place. */
  | { readonly where: 'here' | 'second'; readonly failure: Failure }
  | { readonly where: 'spoiled'; readonly madeAt: Moment };

/** The backups of an open journal. */
export class Backups {
  /** The backups, newest first; none before they were asked for. */
  lines = $state.raw<readonly BackupLine[] | null>(null);
  /** The second place; none before it was asked for. */
  second = $state.raw<SecondPlace | null>(null);
  /** How far the backup under way is, where that is worth showing. */
  progress = $state.raw<BackupProgress | null>(null);
  /** What went wrong last time, until a backup is made or the person puts it away. */
  trouble = $state.raw<BackupTrouble | null>(null);
  /** A folder that was pointed at and is not used yet. */
  chosen = $state.raw<{ path: string; warning: PlaceChosen['warning'] } | null>(null);

  /** Whether the next backup that is told of is one that the person asked for. */
  private asked = false;
  private beginning = false;
  private loads = 0;
  private loading = 0;
  private resting = false;
  private gone = false;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    private readonly desk: Desk,
  ) {}

  /** The newest one that was opened and counted. */
  get newestGood(): BackupLine | null {
    return this.lines?.find(({ good }) => good !== null) ?? null;
  }

  /** Asks which there are. Throws a failure. */
  async load(): Promise<void> {
    this.resting = false;
    const mine = (this.loads += 1);
    this.loading += 1;
    try {
      const list = await this.backend.call('list_backups', null);
      // A late answer to an old question is dropped.
      if (mine === this.loads && !this.gone) this.take(list);
    } finally {
      this.loading -= 1;
    }
  }

  /** Begins a backup; a second press while one is under way does nothing. */
  make(): Promise<void> {
    return this.act(async () => {
      if (this.beginning || this.progress !== null) return;
      const askedBefore = this.asked;
      this.beginning = true;
      this.asked = true;
      this.trouble = null;
      try {
        await this.backend.call('make_backup', null);
      } catch (thrown) {
        // The one under way is the one that was asked for; nothing is told of it in its first moments.
        if (askedBefore && toFailure(thrown).code === 'backup-under-way') return;
        this.asked = false;
        throw thrown;
      } finally {
        this.beginning = false;
      }
    });
  }

  /** Something was said about a backup. */
  heard(news: BackupNews): void {
    if (this.gone) return;
    if (news.kind === 'under-way') {
      this.progress = news.progress;
      return;
    }
    const { asked } = this;
    this.asked = false;
    this.progress = null;
    this.trouble = this.troubleIn(news, asked);
    if (asked && news.kind === 'made') this.desk.say({ kind: 'backup-made' });
    // Who never looked at the list does not need it now; an answer on its way is of before this.
    if ((this.lines !== null || this.loading > 0) && !this.resting)
      this.load().catch(() => undefined);
  }

  /** Lets the person point at a folder for the second place. */
  choosePlace(): Promise<void> {
    return this.act(async () => {
      // The role forgets what was pointed at before, whatever comes of this.
      this.chosen = null;
      const { path, warning } = await this.backend.call('choose_second_place', null);
      if (path !== null) this.chosen = { path, warning };
    });
  }

  /** Uses the folder that was pointed at as the second place. */
  usePlace(): Promise<void> {
    return this.act(async () => {
      await this.backend.call('use_second_place', null);
      this.chosen = null;
      await this.load();
      this.desk.say({ kind: 'place-used' });
    });
  }

  /** Uses the second place no longer; what is there stays there. */
  forgetPlace(): Promise<void> {
    return this.act(async () => {
      await this.backend.call('forget_second_place', null);
      await this.load();
      this.desk.say({ kind: 'place-forgotten' });
    });
  }

  /** Asks for nothing by itself before the next {@link load}; what is said is still heard. */
  rest(): void {
    this.resting = true;
  }

  /** Stops hearing. */
  stop(): void {
    this.gone = true;
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (!this.desk.onlyReading) await this.desk.attempt(act);
  }

  private take(list: BackupList): void {
    this.lines = linesOf(list.rows);
    this.second = list.second;
    this.progress ??= list.underWay;
  }

  private troubleIn(news: BackupNews, asked: boolean): BackupTrouble | null {
    switch (news.kind) {
      case 'under-way':
        return this.trouble;
      case 'made':
        // The one that is made in the place of a spoiled one takes nothing back.
        return this.trouble?.where === 'spoiled' ? this.trouble : null;
      case 'made-here-only':
        // A stick lies in a drawer on most days: that is no news to who did not ask.
        if (!asked && news.failure.code === 'place-gone') return null;
        return { where: 'second', failure: news.failure };
      case 'not-made':
        return { where: 'here', failure: news.failure };
      case 'spoiled':
        return { where: 'spoiled', madeAt: news.madeAt };
    }
  }
}

/** The lines of a list: a backup that lies at both places is one. */
export function linesOf(rows: readonly BackupRow[]): BackupLine[] {
  const lines = new Map<string, BackupRow[]>();
  for (const row of rows) {
    // Another journal may keep its backups on the same stick, by chance under the same name.
    const ours = row.inside.kind === 'counted' || row.inside.kind === 'damaged';
    const key = ours ? row.backup.name : `${row.backup.name} ${row.inside.kind}`;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines].map(([key, copies]) => lineOf(key, copies));
}

function lineOf(key: string, rows: readonly BackupRow[]): BackupLine {
  const here = rows.toSorted(
    (a, b) => Number(a.backup.place !== 'here') - Number(b.backup.place !== 'here'),
  );
  const good = here.find(({ inside }) => inside.kind === 'counted');
  const shown = good ?? here[0];
  if (shown === undefined) throw new RangeError('a line has a row');
  return {
    key,
    madeAt: shown.madeAt,
    bytes: shown.bytes,
    copies: here.map(({ backup, inside }) => ({ place: backup.place, inside })),
    good: good?.inside.kind === 'counted' ? { backup: good.backup, inside: good.inside } : null,
  };
}
