/** What is covered of a text that others will see, in UTF-16 code units as a page counts. */
import type { CoverSpan } from '../../backend/contract';

/** A stretch of a text that is covered whole, or not at all. */
export interface Stretch extends CoverSpan {
  readonly text: string;
  readonly covered: boolean;
}

/** A part that one presses: a sentence, in the stretches that are covered of it or are not. */
export interface Sentence extends CoverSpan {
  readonly stretches: readonly Stretch[];
  /** Whether all of it is covered that can be read. */
  readonly covered: boolean;
}

/** The sentences of a text, each with the white space after it. A new line begins a new one. None where there are no words. */
export function sentencesOf(text: string, covers: readonly CoverSpan[]): Sentence[] {
  const segments = new Intl.Segmenter('nl', { granularity: 'sentence' }).segment(text);
  const spans: CoverSpan[] = [];
  let blank = '';
  for (const { index, segment } of segments) {
    const last = spans.at(-1);
    // An empty line is nothing to press: it goes with the words before it, or else after it.
    if (segment.trim() !== '') {
      spans.push({ start: index - blank.length, end: index + segment.length });
      blank = '';
    } else if (last) last.end += segment.length;
    else blank += segment;
  }
  return spans.map((span) => ({
    ...span,
    stretches: stretchesOf(text, covers, span),
    covered: isCovered(text, covers, span),
  }));
}

/** A part of a text, cut where a cover begins or ends. */
export function stretchesOf(
  text: string,
  covers: readonly CoverSpan[],
  within: CoverSpan = { start: 0, end: text.length },
): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (start: number, end: number, covered: boolean): void => {
    if (start < end) stretches.push({ start, end, text: text.slice(start, end), covered });
  };
  let at = within.start;
  for (const { start, end } of covers) {
    if (end <= at || start >= within.end) continue;
    add(at, Math.max(start, at), false);
    add(Math.max(start, at), Math.min(end, within.end), true);
    at = Math.min(end, within.end);
  }
  add(at, within.end, false);
  return stretches;
}

/** Whether everything of a part is covered but the white space. Never where there is nothing. */
export function isCovered(text: string, covers: readonly CoverSpan[], within: CoverSpan): boolean {
  const stretches = stretchesOf(text, covers, within);
  const open = stretches.filter((one) => !one.covered);
  return stretches.some(({ covered }) => covered) && open.every((one) => one.text.trim() === '');
}

/** Covers a part as well, but not the white space around it. */
export function withCover(
  text: string,
  covers: readonly CoverSpan[],
  span: CoverSpan,
): CoverSpan[] {
  const added = trimmed(text, span);
  return added === null ? [...covers] : joined(text, [...covers, added]);
}

/** Covers nothing of a part any more. No cover stays of which only white space is left. */
export function withoutCover(
  text: string,
  covers: readonly CoverSpan[],
  span: CoverSpan,
): CoverSpan[] {
  return covers.flatMap((cover) => {
    const { start, end } = cover;
    if (end <= span.start || start >= span.end) return [cover];
    return [
      { start, end: Math.min(end, span.start) },
      { start: Math.max(start, span.end), end },
    ].filter((left) => trimmed(text, left) !== null);
  });
}

/**
 * Where a part stands after the text around it changed. Where the change touches it, or nobody can
 * tell, all of the new words belong to it: it never covers less than what was pressed.
 */
export function carried(span: CoverSpan, before: string, after: string): CoverSpan {
  if (before === after) return span;
  const shift = after.length - before.length;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < most &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  // In a run of the same letters the change may have been at any of them.
  const first = Math.min(start, before.length - same, after.length - same);
  const last = Math.max(before.length - same, start, start - shift);
  if (span.end <= first) return span;
  if (span.start >= last) return { start: span.start + shift, end: span.end + shift };
  return { start: Math.min(span.start, first), end: Math.max(span.end, last) + shift };
}

/** A part without the white space at its ends; none where there is nothing else. */
function trimmed(text: string, { start, end }: CoverSpan): CoverSpan | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const length = words.trim().length;
  return length === 0 ? null : { start: from, end: from + length };
}

/** In their order. Nothing but white space between two of them is covered too. */
function joined(text: string, covers: readonly CoverSpan[]): CoverSpan[] {
  const all: CoverSpan[] = [];
  for (const span of covers.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && text.slice(last.end, Math.max(span.start, last.end)).trim() === '')
      last.end = Math.max(last.end, span.end);
    else all.push({ ...span });
  }
  return all;
}
