/**
 * What a search asks, and where it stands in a text: a plain scan by the rules of the role
 * (`search/query.rs`), for a store in memory.
 */

/** What must occur in some answer, or must not occur in any. */
export type Asked =
  /** Folded words with one space between. Alone a word may be any part of a word. */
  | { kind: 'words'; text: string }
  /** What has no word in it, as it stands. */
  | { kind: 'raw'; text: string }
  /** Folded words that must not occur. */
  | { kind: 'not'; text: string };

/** A place in a text, in UTF-16 code units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** The folded words of a text with one space between, and which letter each unit comes from. */
function running(text: string): { folded: string; from: Place[] } {
  const letters: Place[] = [];
  let bare = '';
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1)
      letters.push({ start: at, end: at + letter.length });
    bare += plain;
    at += letter.length;
  }
  let folded = '';
  const from: Place[] = [];
  for (const { 0: word, index } of bare.matchAll(WORD)) {
    if (folded !== '') {
      folded += ' ';
      from.push({ start: at, end: at });
    }
    from.push(...letters.slice(index, index + word.length));
    folded += word;
  }
  return { folded, from };
}

const fold = (text: string): string => running(text).folded;

/** Reads any text: what it does not know is text too. Nothing is asked twice. */
export function askedIn(query: string): Asked[] {
  const asked = new Map<string, Asked>();
  const ask = (kind: Asked['kind'], text: string): void => {
    if (text !== '') asked.set(`${kind} ${text}`, { kind, text });
  };
  // Between two straight quotes of which the first begins a part, or between white space.
  for (const [part] of query.matchAll(/"[^"]*"|\S+/gu)) {
    if (part.length > 1 && /^".*"$/su.test(part)) {
      const inner = part.slice(1, -1);
      const words = fold(inner);
      ask(words === '' ? 'raw' : 'words', words || inner.trim());
    } else if (part === '-' || part === '"') continue;
    else if (/^-[\p{L}\p{N}\p{Co}]/u.test(part)) ask('not', fold(part));
    else if (fold(part) === '') ask('raw', part);
    else for (const word of fold(part).split(' ')) ask('words', word);
  }
  return [...asked.values()];
}

/** Whether the answers of an entry are what is asked for. */
export function holds(texts: readonly string[], asked: readonly Asked[]): boolean {
  return asked.every(({ kind, text }) => {
    if (kind === 'raw') return texts.some((one) => one.includes(text));
    return texts.some((one) => fold(one).includes(text)) === (kind === 'words');
  });
}

/** Where what is asked stands in a text: in order and apart. What overlaps is one place. */
export function placesIn(text: string, asked: readonly Asked[]): Place[] {
  const { folded, from } = running(text);
  const found = asked.flatMap((one): Place[] => {
    if (one.kind === 'not') return [];
    const length = one.text.length;
    const all = (within: string): number[] => {
      const starts: number[] = [];
      for (let at = within.indexOf(one.text); at >= 0; at = within.indexOf(one.text, at + length))
        starts.push(at);
      return starts;
    };
    if (one.kind === 'raw') return all(text).map((start) => ({ start, end: start + length }));
    return all(folded).map((at) => {
      // The mark on a letter belongs to it.
      const end = from[at + length - 1]?.end ?? text.length;
      const marks = /^\p{M}+/u.exec(text.slice(end))?.[0].length ?? 0;
      return { start: from[at]?.start ?? 0, end: end + marks };
    });
  });
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Place[] = [];
  for (const place of found) {
    const last = apart.at(-1);
    if (last && place.start < last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else apart.push(place);
  }
  return apart;
}
