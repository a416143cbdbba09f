/** The backups of the `journal` role in memory: copies of a store at a moment, here and elsewhere. */
import type {
  BackupInside,
  BackupList,
  BackupNews,
  BackupPlace,
  BackupProgress,
  BackupRef,
  EntryId,
  ErasedEverywhere,
  HeldByBackups,
  PlaceChosen,
  PlaceWarning,
  SecondPlace,
} from './contract';
import { DAY, failure, FakeStore } from './fake-store';

/** Days that a monthly backup may still hold what was erased. */
const HELD = 184;

/** What the person points at when the dialog of the shell opens, and what it says of it. */
export interface FakePlace {
  readonly path: string;
  readonly warning: PlaceWarning;
}

/** A backup in memory. */
export interface StoredBackup {
  readonly place: BackupPlace;
  readonly name: string;
  readonly madeAt: number;
  checkedAt: number;
  readonly bytes: number;
  /** How it is; what was damaged, or is not ours, has no inside. */
  readonly is: 'good' | Exclude<BackupInside['kind'], 'counted'>;
  readonly inside: FakeStore;
}

/** How a backup that a test wants is, besides what is in the store. */
export type FakeBackup = Partial<Pick<StoredBackup, 'place' | 'is' | 'bytes'>> & {
  readonly daysAgo: number;
};

/** The backups of a store. */
export class FakeBackups {
  all: StoredBackup[] = [];
  second: SecondPlace = { kind: 'none' };
  /** What is being done now. */
  underWay: BackupProgress | null = null;
  /** What the person points at next; nothing closes the dialog. */
  pointsAt: FakePlace | null = null;

  private pointedAt: FakePlace | null = null;

  constructor(
    private readonly store: FakeStore,
    backups: readonly FakeBackup[],
    second: SecondPlace | undefined,
  ) {
    for (const { daysAgo, place = 'here', is = 'good', bytes = 1_234_567 } of backups)
      this.add(store.now() - daysAgo * DAY, place, is, bytes);
    if (second) this.second = second;
  }

  get list(): BackupList {
    const reached = this.all.filter(
      ({ place }) => place === 'here' || this.second.kind === 'there',
    );
    return {
      rows: reached
        .toSorted((a, b) => b.madeAt - a.madeAt)
        .map(({ place, name, madeAt, checkedAt, bytes, is, inside }) => ({
          backup: { place, name },
          madeAt: this.store.moment(madeAt),
          bytes,
          inside:
            is === 'good'
              ? {
                  kind: 'counted',
                  entries: inside.newestFirst.length,
                  checkedAt: this.store.moment(checkedAt),
                }
              : { kind: is },
        })),
      second: this.second,
      underWay: this.underWay,
    };
  }

  /** Until when what is erased now stands in a backup. */
  get held(): HeldByBackups {
    if (this.all.length === 0) return { kind: 'no' };
    const newest = Math.max(...this.all.map(({ madeAt }) => madeAt));
    return { kind: 'until', day: this.store.moment(newest + HELD * DAY).slice(0, 10) as never };
  }

  /** Makes one, so quickly that only its end is worth a word. */
  make(): void {
    const tell = (news: BackupNews): void => this.store.tell({ kind: 'backup', news });
    const now = this.store.now();
    this.add(now, 'here');
    if (this.second.kind === 'none') tell({ kind: 'made' });
    else if (this.second.kind === 'absent')
      tell({ kind: 'made-here-only', failure: { code: 'place-gone' } });
    else {
      this.add(now, 'second');
      tell({ kind: 'made' });
    }
  }

  choose(): PlaceChosen {
    this.pointedAt = this.pointsAt;
    const { path, warning } = this.pointsAt ?? { path: null, warning: { kind: 'none' } };
    return { path, warning };
  }

  use(): null {
    if (this.pointedAt === null) throw failure({ code: 'out-of-turn' });
    this.second = { kind: 'there', ...this.pointedAt };
    return null;
  }

  forget(): null {
    this.second = { kind: 'none' };
    return null;
  }

  /** What is in one, as a store of its own. */
  open({ place, name }: BackupRef): { madeAt: number; inside: FakeStore } {
    const found = this.all.find((other) => other.place === place && other.name === name);
    if (!found) throw failure({ code: 'backup-gone' });
    switch (found.is) {
      case 'good':
        return { madeAt: found.madeAt, inside: found.inside };
      case 'damaged':
        throw failure({ code: 'backup-damaged' });
      case 'other-key':
        throw failure({ code: 'backup-of-other-key' });
      case 'newer':
        throw failure({ code: 'newer-format' });
    }
  }

  erase(...entries: EntryId[]): ErasedEverywhere {
    const reached = this.all.filter(
      ({ place }) => place === 'here' || this.second.kind === 'there',
    );
    const rewritten = reached.filter(
      ({ is, inside }) => is === 'good' && entries.some((entry) => inside.entries.has(entry)),
    );
    for (const { inside } of rewritten) for (const entry of entries) inside.entries.delete(entry);
    return {
      rewritten: rewritten.length,
      left: reached.filter(({ is }) => is === 'damaged').length,
      outOfReach: this.second.kind === 'absent',
    };
  }

  private add(
    at: number,
    place: BackupPlace,
    is: StoredBackup['is'] = 'good',
    bytes = 1_234_567,
  ): void {
    const name = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const inside = this.store.copy(at);
    this.all.push({ place, name, madeAt: at, checkedAt: at + 2_000, bytes, is, inside });
  }
}
