/** How the `journal` role in memory freezes an entry for others, and what it makes of covers. */
import type {
  AnswerField,
  AnswerId,
  BlockLabel,
  CoverSpan,
  EntryId,
  Original,
  ShownPage,
  ShownPiece,
  WalkBlockId,
  WalkBlockView,
  WalkPageHead,
  WalkPageId,
  WalkPageView,
} from './contract';
import type { FakeStore, StoredAnswer, StoredEntry } from './fake-store';

/** A part of a frozen page. */
export interface FrozenBlock extends WalkBlockView {
  /** The answer; none for what was said of the sitting. */
  readonly answer: AnswerId | null;
  /** What stood there when it was frozen. */
  readonly original: string;
}

/** A frozen page. */
export interface FrozenPage {
  readonly page: WalkPageId;
  readonly entry: EntryId;
  readonly head: WalkPageHead;
  readonly who: string | null;
  showsDay: boolean;
  /** What the entry was when it was frozen. */
  readonly print: string;
  blocks: FrozenBlock[];
}

/** A letter for each alias of one walk-through, in the order in which they came. */
export class Letters {
  private readonly given = new Map<string, string>();

  constructor(private readonly resident: () => string) {}

  /** What stands for an alias. */
  of(alias: string): string {
    const known = this.given.get(alias);
    if (known !== undefined) return known;
    const said = `${this.resident()} ${String.fromCharCode(65 + this.given.size)}`;
    this.given.set(alias, said);
    return said;
  }
}

/** Freezes an entry as it is now. */
export function frozen(
  store: FakeStore,
  entry: StoredEntry,
  letters: Letters,
  page: WalkPageId,
): FrozenPage {
  const alias = entry.contact?.alias ?? null;
  const kind = entry.contact?.kind ?? null;
  const who = alias === null ? null : letters.of(alias);
  const inUse = new Set(store.newestFirst.flatMap(({ contact }) => contact?.alias ?? []));
  const without = (text: string): string =>
    [...inUse].reduce(
      (said, one) => said.replaceAll(new RegExp(literally(one), 'giu'), () => letters.of(one)),
      text,
    );
  const block = (label: BlockLabel, original: string, of: StoredAnswer | null): FrozenBlock => {
    const isCode = label.kind === 'baggage' || label.kind === 'mood';
    const text = isCode ? original : without(original);
    const covered = isCode || label.kind === 'feeling';
    const heading = of?.cell?.heading ?? null;
    const covers = covered ? whole(text) : [];
    const id: WalkBlockId = store.id();
    return { block: id, answer: of?.id ?? null, label, heading, original, text, covers };
  };
  const order: readonly AnswerField['kind'][] = [
    'outcome',
    'question',
    'own',
    'cell',
    'look-back',
    'free',
    'intention',
    'feeling',
  ];
  const filled = entry.answers.filter(({ text }) => text !== '');
  const answers = order.flatMap((field) => filled.filter((one) => one.field.kind === field));
  const { baggage, mood } = entry.sitting ?? { baggage: null, mood: null };
  return {
    page,
    entry: entry.id,
    head: {
      entry: entry.id,
      day: entry.day,
      kind: store.kinds.find(({ id }) => id === kind)?.label ?? kind,
      title: entry.sheet?.title ?? null,
      alias,
    },
    who,
    showsDay: false,
    print: printOf(entry),
    blocks: [
      ...answers.map((answer) => block(labelOf(answer), answer.text, answer)),
      ...(baggage === null ? [] : [block({ kind: 'baggage' }, baggage, null)]),
      ...(mood === null ? [] : [block({ kind: 'mood' }, mood, null)]),
    ],
  };
}

/** A page that is frozen again: what did not change keeps its words and what is covered. */
export function frozenAgain(before: FrozenPage, now: FrozenPage): FrozenPage {
  const blocks = now.blocks.map((block): FrozenBlock => {
    const known = before.blocks.find(({ answer, label }) =>
      block.answer === null ? label.kind === block.label.kind : answer === block.answer,
    );
    if (known === undefined) return block;
    if (known.original === block.original)
      return { ...block, block: known.block, text: known.text, covers: known.covers };
    const covers = known.covers.length > 0 ? whole(block.text) : block.covers;
    return { ...block, block: known.block, covers };
  });
  return { ...now, showsDay: before.showsDay, blocks };
}

/** A page for the one who prepares it; none where its entry was erased. */
export function viewOf(store: FakeStore, page: FrozenPage): WalkPageView | null {
  const entry = store.entries.get(page.entry);
  if (entry === undefined) return null;
  const original: Original =
    entry.binnedAt !== null ? 'in-bin' : printOf(entry) === page.print ? 'same' : 'changed';
  const blocks = page.blocks.map(({ answer: _answer, original: _original, ...block }) => block);
  return {
    page: page.page,
    head: page.head,
    who: page.who,
    showsDay: page.showsDay,
    original,
    blocks,
  };
}

/** A page as others see it. */
export function shownOf({ head, who, showsDay, blocks }: WalkPageView): ShownPage {
  return {
    who,
    day: showsDay ? head.day : null,
    kind: head.kind,
    title: head.title,
    blocks: blocks.map(({ label, heading, text, covers }) => ({
      label,
      heading,
      pieces: piecesOf(text, covers),
    })),
  };
}

/** Covers as they are kept: within the text, never half a character, none touching another. */
export function kept(text: string, covers: readonly CoverSpan[]): CoverSpan[] {
  const splits = (at: number): boolean =>
    /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
  const within = covers
    .map(({ start, end }) => ({ start: Math.max(start, 0), end: Math.min(end, text.length) }))
    .map(({ start, end }) => ({
      start: splits(start) ? start - 1 : start,
      end: splits(end) ? end + 1 : end,
    }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start);
  const joined: CoverSpan[] = [];
  for (const span of within) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** Other words in the place of a passage; what is covered moves along, and what is half covered is whole. */
export function replaced<Block extends WalkBlockView>(
  block: Block,
  { start, end }: CoverSpan,
  words: string,
): Block {
  const text = block.text.slice(0, start) + words + block.text.slice(end);
  const by = words.length - (end - start);
  const covers = block.covers.map((cover) => {
    if (cover.end <= start) return cover;
    if (cover.start >= end) return { start: cover.start + by, end: cover.end + by };
    return { start: Math.min(cover.start, start), end: Math.max(cover.end, end) + by };
  });
  return { ...block, text, covers: kept(text, covers) };
}

function piecesOf(text: string, covers: readonly CoverSpan[]): ShownPiece[] {
  let at = 0;
  const pieces = covers.flatMap(({ start, end }): ShownPiece[] => {
    const before = text.slice(at, start);
    at = end;
    return [{ kind: 'text', text: before }, { kind: 'covered' }];
  });
  const all: ShownPiece[] = [...pieces, { kind: 'text', text: text.slice(at) }];
  return all.filter((piece) => piece.kind === 'covered' || piece.text !== '');
}

function labelOf({ field, asked, cell, lookBack }: StoredAnswer): BlockLabel {
  switch (field.kind) {
    case 'question':
      return { kind: 'asked', text: asked?.text ?? '' };
    case 'own':
      return { kind: 'asked', text: field.question };
    case 'cell':
      return { kind: 'asked', text: cell?.label ?? '' };
    case 'look-back':
      return { kind: 'asked', text: lookBack?.asks ?? '' };
    case 'free':
    case 'intention':
    case 'outcome':
    case 'feeling':
      return { kind: field.kind };
  }
}

function whole(text: string): CoverSpan[] {
  return text === '' ? [] : [{ start: 0, end: text.length }];
}

function printOf(entry: StoredEntry): string {
  const answers = entry.answers.filter(({ text }) => text !== '');
  return JSON.stringify([
    entry.day,
    entry.contact,
    entry.sitting?.baggage,
    entry.sitting?.mood,
    answers.map(({ id, asked, text }) => [id, asked?.text, text]),
  ]);
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
