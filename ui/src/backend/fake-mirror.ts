/** The identifier mirror of the `journal` role in memory. A small detector, honest in what it does. */
import type {
  AliasJudgement,
  CheckedRow,
  EntryId,
  EntryMirror,
  Finding,
  FindingKind,
  Instead,
  JournalCommands,
  Weight,
} from './contract';
import type { Handlers } from './fake';
import type { FakeStore, StoredEntry } from './fake-store';

/** The commands that are answered here. */
type MirrorCommand =
  | 'mirror_text'
  | 'mirror_entry'
  | 'spare_finding'
  | 'list_spared'
  | 'forget_spared'
  | 'check_entries'
  | 'judge_alias'
  | 'mark_shown';

/** How many entries are looked over at a time. */
const PART = 3;

/** A few names that are names without a title before them, too. */
const NAMES = 'Fatima|Jansen|Yusuf|Willemijn|de Boer';
const TITLES = '[Mm]evrouw|[Mm]evr\\.|[Mm]w\\.|[Mm]eneer|[Dd]e heer|[Dd]hr\\.';

const WORDS: readonly (readonly [Weight, RegExp])[] = [
  ['health', /\b(?:depressie|medicijnen|verslaafd)\b/iu],
  ['crime', /\b(?:gestolen|strafblad|fraude)\b/iu],
  ['faith', /\b(?:moskee|kerk|geloof)\b/iu],
  ['origin', /\b(?:afkomst|statushouder)\b/iu],
];

/** What points at a person, as far as this role in memory knows. */
export class FakeMirror {
  /** Words that are no person; in the store. */
  readonly spared = new Set<string>();
  /** Numbers that are no person; only until the lock. */
  private readonly sparedNumbers = new Set<string>();

  /** What is answered: reading from what is shown, writing where that is allowed. */
  handlers(
    shown: () => FakeStore,
    written: () => FakeStore,
  ): Pick<Handlers<JournalCommands>, MirrorCommand> {
    return {
      mirror_text: ({ text, entry, forOthers }) => ({
        findings: this.find(text, shown(), entry, forOthers),
      }),
      mirror_entry: ({ entry }) => this.entry(shown(), shown().open(entry)),
      spare_finding: ({ kind, text }) => {
        written();
        const words = isWord(kind) ? this.spared : this.sparedNumbers;
        words.add(folded(text));
        return null;
      },
      list_spared: () => ({ words: this.words }),
      forget_spared: ({ word }) => {
        written();
        this.spared.delete(word);
        return { words: this.words };
      },
      check_entries: ({ after }) => {
        const store = shown();
        const entries = store.newestFirst;
        const from = after ? entries.findIndex(({ id }) => id === after.entry) + 1 : 0;
        const part = entries.slice(from, from + PART);
        const last = part.at(-1);
        const more = entries.length > from + PART && last !== undefined;
        return {
          rows: part.flatMap((entry): CheckedRow[] => {
            const { kinds } = this.entry(store, entry);
            return kinds.length > 0 ? [{ row: store.row(entry), kinds }] : [];
          }),
          next: more ? { day: last.day, entry: last.id } : null,
        };
      },
      judge_alias: ({ alias }) => this.judge(alias, shown()),
      mark_shown: ({ entry: id }) => {
        const entry = written().open(id);
        const store = shown();
        entry.status = { ...entry.status, shownOn: store.today };
        return store.view(entry);
      },
    };
  }

  /** What there is to say about an alias. */
  judge(alias: string, store: FakeStore): AliasJudgement {
    const inUse = new Set(store.newestFirst.flatMap(({ contact }) => contact?.alias ?? []));
    const own = folded(alias);
    return {
      pointsAtPerson:
        new RegExp(`^(?:${NAMES})\\b`, 'iu').test(alias) || candidates(alias).length > 0,
      alike: [...inUse].filter((other) => {
        const steps = stepsBetween(own, folded(other));
        return steps > 0 && steps <= 2;
      }),
    };
  }

  private get words(): string[] {
    return [...this.spared].sort();
  }

  private entry(store: FakeStore, entry: StoredEntry): EntryMirror {
    const texts = entry.answers.flatMap(({ field, text }) =>
      field.kind === 'own' ? [field.question, text] : [text],
    );
    const kinds = texts.flatMap((text) => this.find(text, store, entry.id).map(({ kind }) => kind));
    const all = texts.join('\n');
    return {
      kinds: [...new Set(kinds)],
      weighty: WORDS.filter(([, words]) => words.test(all)).map(([weight]) => weight),
    };
  }

  private find(text: string, store: FakeStore, id: EntryId | null, forOthers = false): Finding[] {
    const alias = (id === null ? null : store.entries.get(id)?.contact?.alias) ?? null;
    const findings: Finding[] = [];
    const inUse = store.newestFirst.flatMap(({ contact }) => contact?.alias ?? []);
    const aliases = forOthers ? places(text, new Set(inUse)) : [];
    const inOrder = [...candidates(text), ...aliases].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
    for (const { kind, start, end, afterTitle } of inOrder) {
      const words = folded(text.slice(start, end));
      if (this.spared.has(words) || this.sparedNumbers.has(words)) continue;
      if (start < (findings.at(-1)?.end ?? 0)) continue;
      findings.push({ kind, start, end, instead: instead(kind, afterTitle ? null : alias) });
    }
    return findings;
  }
}

interface Candidate {
  kind: FindingKind;
  start: number;
  end: number;
  afterTitle: boolean;
}

function candidates(text: string): Candidate[] {
  const all: Candidate[] = [];
  const look = (
    kind: FindingKind,
    pattern: RegExp,
    holds: (hit: string) => boolean = () => true,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match.groups?.['title']?.length ?? 0);
      const end = match.index + match[0].length;
      const afterTitle = match.groups?.['title'] !== undefined;
      if (holds(text.slice(start, end))) all.push({ kind, start, end, afterTitle });
    }
  };
  look('bsn', /(?<!\d)\d(?:[ .]?\d){7,8}(?!\d)/gu, isBsn);
  look('iban', /\bNL\d{2} ?[A-Z]{4}(?: ?\d){10}\b/gu);
  look('phone', /(?<!\d)(?:06|\+31 ?6)[- ]?\d(?:[ ]?\d){7}(?!\d)/gu);
  look('email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu);
  look('postcode', /\b[1-9]\d{3} ?[A-Z]{2}\b/gu);
  look('street', /\b\p{Lu}\p{L}+(?:straat|laan|weg|plein) \d+\b/gu);
  const name = '(?:(?:[Vv]an|[Dd]e|den|der) )*\\p{Lu}[\\p{L}’-]+';
  look('name', new RegExp(`(?<title>(?:${TITLES}) )${name}`, 'gu'));
  look('name', new RegExp(`(?<!\\p{L})(?:${NAMES})(?!\\p{L})`, 'gu'));
  return all;
}

function places(text: string, aliases: ReadonlySet<string>): Candidate[] {
  return [...aliases].flatMap((alias) => {
    const pattern = new RegExp(`(?<!\\p{L})${literally(alias)}(?!\\p{L})`, 'giu');
    return [...text.matchAll(pattern)].map(({ index, 0: hit }) => ({
      kind: 'alias' as const,
      start: index,
      end: index + hit.length,
      afterTitle: false,
    }));
  });
}

/** A pattern that is nothing but these characters. */
function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

function instead(kind: FindingKind, alias: string | null): Instead {
  if (kind === 'street' || kind === 'postcode') return { kind: 'address' };
  if (kind === 'alias') return { kind: 'somebody' };
  if (kind !== 'name') return { kind: 'blank' };
  return alias === null ? { kind: 'name' } : { kind: 'alias', alias };
}

/** What is kept in the store as a word, and not only in memory as a number. */
function isWord(kind: FindingKind): boolean {
  return kind === 'name' || kind === 'street' || kind === 'alias';
}

/** The eleven test, with a nought before a number of eight digits. */
function isBsn(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '').padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return sum !== 0 && sum % 11 === 0;
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** In how many letters two words differ. */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
