/** What a search asks of one text, as far as the screen must know it. The role reads it the same way. Pure. */

/**
 * Whether it asks for anything that can stand somewhere. What only says what must not occur
 * ("-brief"), or nothing at all, stands nowhere by its nature.
 */
export function asksForWords(text: string): boolean {
  // Between two straight quotes of which the first begins a part, or between white space.
  return [...text.matchAll(/"[^"]*"|\S+/gu)].some(([part]) => {
    if (/^".*"$/su.test(part) && part.length > 1) return part.slice(1, -1).trim() !== '';
    return part !== '-' && part !== '"' && !/^-[\p{L}\p{N}\p{Co}]/u.test(part);
  });
}
