/**
 * All entries by month, at any number of them: how many rows each month takes is known, and the rows
 * themselves come where one looks. Rows are all of one height, so that nothing moves when they come.
 */
import { toFailure, type Backend } from '../../backend/backend';
import type {
  Day,
  EntryId,
  EntryPage,
  EntryRow,
  Failure,
  JournalCommands,
  Month,
  MonthRow,
} from '../../backend/contract';

/** The most rows of one part of a month; as many as one answer has. */
export const PART = 50;

/** How many questions are asked at once. One more waits behind a save no longer than that. */
const AT_ONCE = 2;

/** Some rows of a month that are next to each other. */
export class Part {
  /** The rows; none while nobody looks there. */
  rows = $state.raw<readonly EntryRow[] | null>(null);

  constructor(
    /** The month. */
    readonly month: Month,
    /** The place of its first row in the month. */
    readonly first: number,
    /** How many rows it has. */
    readonly size: number,
  ) {}
}

/** A month with its parts, the newest first. */
export interface MonthOfParts {
  readonly month: Month;
  /** A day in it, for the heading. */
  readonly day: Day;
  /** How many rows it has. */
  readonly size: number;
  readonly parts: readonly Part[];
}

/** The months of the journal. */
export class MonthList {
  /** The months, the newest first; those of the first page until all are known. */
  months = $state.raw<readonly MonthOfParts[]>([]);
  /** Why there are no months, or no rows where one looks. */
  failure = $state.raw<Failure | null>(null);

  private wanted: Part[] = [];
  /** The parts that somebody looks at, or nearly. */
  private readonly looked = new Set<Part>();
  private readonly coming = new Set<Part>();
  private edition = 0;

  constructor(
    private readonly backend: Backend<JournalCommands>,
    first: EntryPage,
  ) {
    const rows = new Map<Month, EntryRow[]>();
    for (const row of first.rows) {
      const month = monthOf(row.day);
      rows.set(month, [...(rows.get(month) ?? []), row]);
    }
    this.months = [...rows].map(([month, of]) => {
      const part = new Part(month, 0, of.length);
      part.rows = of;
      return { month, day: dayOf(month), size: of.length, parts: [part] };
    });
  }

  /** Whether there is nothing at all. */
  get empty(): boolean {
    return this.months.length === 0;
  }

  /** Asks which months there are. What is looked at stays until its rows come anew. */
  async refresh(): Promise<void> {
    const edition = (this.edition += 1);
    try {
      const { months } = await this.backend.call('list_months', null);
      if (edition !== this.edition) return;
      const before = new Map(
        this.months.flatMap(({ parts }) => parts).map((part) => [keyOf(part), part.rows]),
      );
      this.wanted = [];
      this.looked.clear();
      this.months = months.map((row) => parted(row));
      const seen = this.months
        .flatMap(({ parts }) => parts)
        .filter((part) => (before.get(keyOf(part)) ?? null) !== null);
      for (const part of seen) part.rows = (before.get(keyOf(part)) ?? []).slice(0, part.size);
      await Promise.all(seen.map((part) => this.load(part)));
      if (edition === this.edition) this.failure = null;
    } catch (thrown) {
      if (edition === this.edition) this.failure = toFailure(thrown);
    }
  }

  /** Somebody looks at a part, or nearly. */
  near(part: Part): void {
    this.looked.add(part);
    if (part.rows !== null || this.coming.has(part) || this.wanted.includes(part)) return;
    this.wanted.push(part);
    void this.next();
  }

  /** Nobody looks at a part any more. */
  far(part: Part): void {
    this.looked.delete(part);
    part.rows = null;
    this.wanted = this.wanted.filter((other) => other !== part);
  }

  /** Asks again for what could not be read. */
  async again(): Promise<void> {
    this.failure = null;
    await this.refresh();
  }

  /** The part that an entry stands in, among those that are loaded. */
  partOf(entry: EntryId): Part | null {
    for (const { parts } of this.months)
      for (const part of parts) if (part.rows?.some((row) => row.entry === entry)) return part;
    return null;
  }

  /**
   * The row beside an entry: the older one (-1) or the newer one (1). None at either end, or where
   * the entry is in no loaded part.
   */
  async beside(entry: EntryId, by: -1 | 1): Promise<EntryRow | null> {
    const part = this.partOf(entry);
    if (part?.rows == null) return null;
    const at = part.rows.findIndex((row) => row.entry === entry);
    const here = part.rows[at - by];
    if (here !== undefined) return here;
    const parts = this.months.flatMap((month) => month.parts);
    const other = parts[parts.indexOf(part) - by];
    if (other === undefined) return null;
    if (other.rows === null) await this.load(other);
    return (by < 0 ? other.rows?.[0] : other.rows?.at(-1)) ?? null;
  }

  /** Whether there is something beside an entry, as far as is known here. */
  hasBeside(entry: EntryId, by: -1 | 1): boolean {
    const part = this.partOf(entry);
    if (part?.rows == null) return false;
    const parts = this.months.flatMap((month) => month.parts);
    const end = by < 0 ? part.rows.at(-1) : part.rows[0];
    return end?.entry !== entry || parts[parts.indexOf(part) - by] !== undefined;
  }

  /**
   * The entry of a day, or of the nearest day before it that has one; the oldest of all where none is
   * that old. Its part is loaded then. None in an empty journal.
   */
  async at(day: Day): Promise<EntryRow | null> {
    const month = this.months.find((other) => other.month <= monthOf(day)) ?? this.months.at(-1);
    if (month === undefined) return null;
    const last = month.parts.at(-1);
    for (const part of month.parts) {
      if (part.rows === null) await this.load(part);
      const row = part.rows?.find((other) => other.day <= day);
      if (row) return row;
      if (part === last) {
        const older = this.months[this.months.indexOf(month) + 1]?.parts[0];
        if (older === undefined) return part.rows?.at(-1) ?? null;
        if (older.rows === null) await this.load(older);
        return older.rows?.[0] ?? null;
      }
    }
    return null;
  }

  /** Nothing is awaited any more. */
  stop(): void {
    this.edition += 1;
    this.wanted = [];
    this.looked.clear();
  }

  /** Loads what is wanted, what was wanted last first: that is where somebody looks now. */
  private async next(): Promise<void> {
    if (this.coming.size >= AT_ONCE) return;
    const part = this.wanted.pop();
    if (part === undefined) return;
    this.coming.add(part);
    const edition = this.edition;
    try {
      await this.load(part);
      // Whoever scrolled on meanwhile needs no rows there.
      if (!this.looked.has(part)) part.rows = null;
    } catch (thrown) {
      if (edition === this.edition) this.failure = toFailure(thrown);
    }
    this.coming.delete(part);
    void this.next();
  }

  private async load(part: Part): Promise<void> {
    const { rows } = await this.backend.call('list_month', {
      month: part.month,
      first: part.first,
    });
    part.rows = rows;
  }
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

/** The first day of a month. */
export function dayOf(month: Month): Day {
  return `${month}-01` as Day;
}

function parted({ month, rows }: MonthRow): MonthOfParts {
  const parts = Array.from({ length: Math.ceil(rows / PART) }, (_, place) => {
    const first = place * PART;
    return new Part(month, first, Math.min(PART, rows - first));
  });
  return { month, day: dayOf(month), size: rows, parts };
}

function keyOf({ month, first }: Part): string {
  return `${month}/${first}`;
}
