/** Where what is looked for stands in a text. Pure; the text itself is never changed. */

/** A place in a text, in UTF-16 code units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text, and whether it is marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into pieces at its marks, which come in order and do not overlap. Joined, they are the text. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) cut.push({ text: text.slice(at, start), marked: false });
    cut.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false });
  return cut;
}
