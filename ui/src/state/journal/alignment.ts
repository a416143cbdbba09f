/** Keeps places in a text where they belong while the text changes around them. Pure. */

/** A place in a text, in UTF-16 code units, as a text field counts. */
export interface Span {
  readonly start: number;
  /** The first unit after it. */
  readonly end: number;
}

/** What an edit took away and put there: the smallest stretch in which two texts differ. */
interface Edit {
  readonly start: number;
  /** Where it ended in the text of before. */
  readonly before: number;
  /** Where it ends in the text of now. */
  readonly after: number;
}

/**
 * The places of one text in the next one. A place that was edited is gone, and so is one that a
 * letter or digit was put against: "Jansen" in "Jansens" is another word. What was typed further
 * on, or after a space, leaves a place alone.
 */
export function realigned<S extends Span>(
  places: readonly S[],
  before: string,
  after: string,
): readonly S[] {
  if (before === after || places.length === 0) return places;
  const edit = editBetween(before, after);
  const shift = edit.after - edit.before;
  return places.flatMap((place): S[] => {
    if (place.end <= edit.start) {
      const joined = place.end === edit.start && isWordAt(after, place.end);
      return joined ? [] : [place];
    }
    if (place.start < edit.before) return [];
    const moved = { ...place, start: place.start + shift, end: place.end + shift };
    const joined = place.start === edit.before && isWordBefore(after, moved.start);
    return joined ? [] : [moved];
  });
}

/** A piece of a text, and the place that it is; none for what stands between places. */
export interface Piece<S> {
  readonly text: string;
  readonly place: S | null;
}

/**
 * Cuts a text at places that stand in order and do not overlap: text, place, text, place, text.
 * Joined again, the pieces are the text. A place that the text is too short for is left out.
 */
export function cut<S extends Span>(text: string, places: readonly S[]): Piece<S>[] {
  const pieces: Piece<S>[] = [];
  let at = 0;
  for (const place of places) {
    if (place.start < at || place.end > text.length) continue;
    pieces.push({ text: text.slice(at, place.start), place: null });
    pieces.push({ text: text.slice(place.start, place.end), place });
    at = place.end;
  }
  pieces.push({ text: text.slice(at), place: null });
  return pieces;
}

/** Where a caret belongs after a place was written over with so many units. */
export function caretAfter(caret: number, place: Span, length: number): number {
  if (caret <= place.start) return caret;
  const shift = length - (place.end - place.start);
  return caret >= place.end ? caret + shift : place.start + length;
}

/** The place at a caret, else the nearest before it, else the first after it. */
export function placeAt<S extends Span>(places: readonly S[], caret: number): S | null {
  return places.findLast(({ start }) => start <= caret) ?? places[0] ?? null;
}

function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { start, before: before.length - same, after: after.length - same };
}

function isWordAt(text: string, at: number): boolean {
  return /^[\p{L}\p{N}\p{M}_]/u.test(text.slice(at, at + 2));
}

function isWordBefore(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}_]$/u.test(text.slice(Math.max(0, at - 2), at));
}
