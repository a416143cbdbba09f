/**
 * Whether a dialog waits for its answer. No key and no menu leads away from it: what was typed
 * there would be gone, and what it asks is about the screen behind it.
 */
export function questionWaits(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
