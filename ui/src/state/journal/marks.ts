/** Where the words of a search stand in a text. Pure; the text itself is never changed. */

/** A piece of a text, and whether a word of the search stands there. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * Cuts a text into pieces, so that each fragment of a search is a piece of its own. Case and
 * diacritics make no difference, as in the search: `geirr` is found in `Geïrriteerd`. Joined
 * again, the pieces are the text.
 */
export function marked(text: string, search: string): Piece[] {
  const fragments = fold(search).folded.split(/\s+/).filter(Boolean);
  if (fragments.length === 0) return text === '' ? [] : [{ text, hit: false }];
  const { folded, origin } = fold(text);
  const hits = new Array<boolean>(text.length).fill(false);
  for (const fragment of fragments)
    for (let at = folded.indexOf(fragment); at >= 0; at = folded.indexOf(fragment, at + 1))
      hits.fill(true, origin[at], origin[at + fragment.length] ?? text.length);

  const pieces: Piece[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && hits[end] === hits[start]) continue;
    pieces.push({ text: text.slice(start, end), hit: hits[start] ?? false });
    start = end;
  }
  return pieces;
}

/** A text without case and diacritics, with the place in the text that each unit comes from. */
function fold(text: string): { folded: string; origin: number[] } {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const bare = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < bare.length; unit += 1) origin.push(at);
    folded += bare;
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}
