/** Page Down and Page Up turn pages only where there is nothing left to read on this one. */

/** Less than a line: what is left of a page by rounding is not there to be read. */
const NOTHING = 4;

/** Whether a key has something of the page itself to go to, as the reader sees it now. */
export function readsOn(key: string): boolean {
  const { scrollHeight } = document.documentElement;
  if (key === 'PageDown') return window.scrollY + window.innerHeight < scrollHeight - NOTHING;
  return key === 'PageUp' && window.scrollY > NOTHING;
}
